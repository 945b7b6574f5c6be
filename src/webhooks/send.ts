// The only file of the server that opens a connection: one attempt to deliver one event.

import type { DeliveryRecord } from '../records/delivery.ts';
import { pause } from '../time/clock.ts';

/** What came of an attempt: the status of the answer, or why there was none. */
export interface Outcome {
  status: number | null;
  error: string | null;
}

interface SendOptions {
  endpoint: string;
  secret: string;
  timeoutMs: number;
  signal: AbortSignal;
}

/** Sends an event. Never rejects. Redirects are not followed: they could lead anywhere. */
export async function send(body: DeliveryRecord['body'], options: SendOptions): Promise<Outcome> {
  const { endpoint, secret, timeoutMs, signal } = options;
  const attempt = new AbortController();
  const stop = () => attempt.abort(new Error('stopped'));
  signal.addEventListener('abort', stop, { once: true });
  pause(timeoutMs, attempt.signal).then(
    () => attempt.abort(new Error(`no answer within ${timeoutMs} ms`)),
    () => {},
  );
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'cloudglue-mock',
        'x-cloudglue-webhook-secret': secret,
      },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: attempt.signal,
    });
    return { status: response.status, error: null };
  } catch (error) {
    const { message, cause } = error as Error;
    return { status: null, error: (cause as Error | undefined)?.message || message };
  } finally {
    signal.removeEventListener('abort', stop);
    // What is left of the answer does not matter, however slowly it would come.
    attempt.abort();
  }
}
