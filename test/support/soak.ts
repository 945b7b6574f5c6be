// A soak: many requests of many kinds, with faults drawn from a seed, after which a mock must be as it was.
import { createMock, type FaultRule, type Mock } from '../../src/index.ts';
import { drawFrom } from '../../src/random.ts';
import { ids } from './setup.ts';

const KEY = { authorization: 'Bearer soak' };

const post = (path: string, body: unknown): [path: string, init: RequestInit] => [
  path,
  { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
];

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
export async function firstAnswers(mock: Mock): Promise<string[]> {
  const bodies: string[] = [];
  for (const [path, init] of [
    ['/v1/files', {}] as const,
    ['/v1/data-connectors', {}] as const,
    post(`/v1/data-connectors/${ids.grain}/sync`, { url: 'grain://recording/abc123' }),
    post('/v1/files/sync', { url: 'https://example.com/talk.mp4' }),
    post('/v1/collections', { collection_type: 'media-descriptions', name: 'Calls' }),
    ['/v1/files', {}] as const,
    ['/v1/webhooks', {}] as const,
  ]) {
    const headers = { authorization: 'Bearer first', ...init.headers };
    bodies.push(await (await mock.fetch(path, { ...init, headers })).text());
  }
  return bodies;
}

/** The nth request of a soak: what it is depends on the number only. */
async function soakRequest(mock: Mock, n: number, known: string[]): Promise<void> {
  const draw = drawFrom(`soak ${n}`);
  const file = known.length > 0 ? known[draw.integer(0, known.length - 1)] : 'none';
  const [path, init] = draw.pick([
    ['/v1/files?limit=5', {}],
    ['/v1/data-connectors', {}],
    [`/v1/files/${file}`, {}],
    [`/v1/files/${file}`, { method: 'DELETE' }],
    [`/v1/data-connectors/${ids.grain}/files?limit=3`, {}],
    ['/v1/nope', {}],
    post(`/v1/data-connectors/${ids.grain}/sync`, { url: 'grain://recording/abc123' }),
    post('/v1/files/sync', { url: `https://example.com/${draw.integer(0, 500)}.mp4` }),
    post('/v1/files/sync', { wrong: true }),
  ] as [[string, RequestInit], ...[string, RequestInit][]]);
  try {
    const response = await mock.fetch(path, { ...init, headers: { ...KEY, ...init.headers } });
    const { id } = JSON.parse(await response.text());
    if (typeof id === 'string' && known.length < 1_000) known.push(id);
  } catch {
    // A connection that was broken, or a body that is no JSON: what the faults are for.
  }
}

interface SoakOptions {
  /** Requests that are under way together; with more than one, real time decides which comes first. */
  atOnce?: number;
}

/** Asks so many times, and lets the account's time pass. */
export async function soak(mock: Mock, requests: number, { atOnce = 10 }: SoakOptions = {}): Promise<void> {
  const known: string[] = [];
  const account = mock.account('soak');
  for (const rule of SOAK_FAULTS) account.faults.add(rule);
  for (let n = 0; n < requests; n += atOnce) {
    await Promise.all(Array.from({ length: atOnce }, (_, one) => soakRequest(mock, n + one, known)));
    if (n % 500 === 0) account.clock.advance('5s');
  }
}

/** A mock for a soak; its clock moves only as the soak says. */
export const soakMock = (): Mock => createMock({ lifecycle: 'manual' });
