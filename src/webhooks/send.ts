// The only file of the server that opens a connection: one attempt to deliver one event.
import http from 'node:http';
import https from 'node:https';
import type { DeliveryRecord } from '../records/delivery.ts';
import { pause } from '../time/clock.ts';
import { lookupLoopback, NotThisMachine } from './loopback-lookup.ts';

/** What came of an attempt: the status of the answer, or why there was none. */
export interface Outcome {
  status: number | null;
  error: string | null;
  /** Whether nothing was sent, for the host is not this machine. */
  isRefused?: boolean;
}

interface SendOptions {
  endpoint: string;
  secret: string;
  timeoutMs: number;
  signal: AbortSignal;
  /** Whether the host must be this machine. */
  onlyLoopback: boolean;
}

/** Sends an event. Never rejects. Redirects are not followed: they could lead anywhere. */
export async function send(body: DeliveryRecord['body'], options: SendOptions): Promise<Outcome> {
  const { timeoutMs, signal } = options;
  const attempt = new AbortController();
  const stop = () => attempt.abort(new Error('stopped'));
  signal.addEventListener('abort', stop, { once: true });
  pause(timeoutMs, attempt.signal).then(
    () => attempt.abort(new Error(`no answer within ${timeoutMs} ms`)),
    () => {},
  );
  try {
    return { status: await post(JSON.stringify(body), options, attempt.signal), error: null };
  } catch (thrown) {
    const error = attempt.signal.aborted ? attempt.signal.reason : thrown;
    return { status: null, error: messageOf(error), isRefused: error instanceof NotThisMachine };
  } finally {
    signal.removeEventListener('abort', stop);
    // What is left of the answer does not matter, however slowly it would come.
    attempt.abort();
  }
}

/** The status of the answer. Not `fetch`, which resolves a name on its own and connects to whatever it finds. */
function post(text: string, options: SendOptions, signal: AbortSignal): Promise<number> {
  const { endpoint, secret, onlyLoopback } = options;
  const { request } = new URL(endpoint).protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(endpoint, {
      method: 'POST',
      // A connection of its own: one that the endpoint is about to close would fail the attempt.
      agent: false,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'cloudglue-mock',
        'x-cloudglue-webhook-secret': secret,
      },
      signal,
      ...(onlyLoopback && { lookup: lookupLoopback }),
    });
    sent.on('error', reject);
    sent.on('response', (answer) => {
      answer.on('error', () => {});
      resolve(answer.statusCode ?? 0);
    });
    sent.end(text);
  });
}

/** Where a name has several addresses, an error has one error for each of them. */
function messageOf(error: Error): string {
  const errors = error instanceof AggregateError ? (error.errors as Error[]) : [error];
  return errors.map(({ message }) => message).join('; ');
}
