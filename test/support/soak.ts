// A soak: many requests of many kinds, with faults drawn from a seed, after which a mock must be as it was.
import { createMock, type FaultRule, type Mock } from '../../src/index.ts';
import { ids } from './ids.ts';
import { type Ask, json, type Sent, soakAccount } from './soak-requests.ts';

/** Rules of every kind, each of which strikes now and then. */
export const SOAK_FAULTS: FaultRule[] = [
  ...(['server-error', 'rate-limited', 'service-unavailable', 'revoked-api-key'] as const).map((error) => ({
    error,
    match: { probability: 0.03 },
  })),
  ...(
    [
      'connection-reset',
      'answer-lost',
      'reset-in-body',
      'empty-answer',
      'empty-body',
      'truncated-json',
      'malformed-json',
      'wrong-content-type',
    ] as const
  ).map((network) => ({ network, match: { probability: 0.02 } })),
  { drip: { over: 1, pieces: 3 }, match: { probability: 0.005 } },
  { delay: { median: 1, sigma: 0.3 }, match: { probability: 0.005 } },
  { rate_limit: { requests: 1_000, window: '1m' } },
];

/** What a fresh account answers to the first questions, byte for byte. */
export async function firstAnswers(ask: Ask, token = 'first'): Promise<string[]> {
  const bodies: string[] = [];
  for (const [path, init] of [
    ['/v1/files'],
    ['/v1/data-connectors'],
    [`/v1/data-connectors/${ids.grain}/sync`, json({ url: 'grain://recording/abc123' })],
    ['/v1/files/sync', json({ url: 'https://example.com/talk.mp4' })],
    ['/v1/collections', json({ collection_type: 'media-descriptions', name: 'Calls' })],
    ['/v1/files'],
    ['/v1/webhooks'],
  ] as [string, Sent?][]) {
    const headers = { authorization: `Bearer ${token}`, ...init?.headers };
    bodies.push((await ask(path, { ...init, headers })).text);
  }
  return bodies;
}

/** The way to a mock without a port. */
export const askIn =
  (mock: Mock): Ask =>
  async (path, init) => {
    const response = await mock.fetch(path, init);
    return { status: response.status, text: await response.text() };
  };

interface SoakOptions {
  /** Requests that are under way together; with more than one, real time decides which comes first. */
  atOnce?: number;
}

/** Asks so many times for one account, and lets the account's time pass. */
export async function soak(mock: Mock, requests: number, { atOnce = 10 }: SoakOptions = {}): Promise<void> {
  const account = mock.account('soak');
  const { next } = soakAccount(askIn(mock), 'soak');
  for (const rule of SOAK_FAULTS) account.faults.add(rule);
  for (let n = 0; n < requests; n += atOnce) {
    await Promise.all(Array.from({ length: atOnce }, next));
    if (n % 500 === 0) account.clock.advance('5s');
  }
}

/** A mock for a soak; its clock moves only as the soak says. */
export const soakMock = (): Mock => createMock({ lifecycle: 'manual', unknownUris: 'create' });
