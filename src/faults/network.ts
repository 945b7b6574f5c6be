// Answers that the network or a broken proxy would make of the real one.

import type { FaultRule } from '../records/fault-rule.ts';
import { delay } from '../time/clock.ts';

export type NetworkFault = NonNullable<FaultRule['network']>;

/** What must be done to the connection itself, by whoever holds it. */
export type BrokenConnection =
  /** Reset without a byte. */
  | 'reset'
  /** Closed without a byte. */
  | 'close'
  /** Reset after half of the body. */
  | 'reset-in-body';

/** Faults after which nothing of the request is done. */
export const isBeforeRequest = (fault: NetworkFault): boolean =>
  fault === 'connection-reset' || fault === 'empty-answer';

const BREAKS: Partial<Record<NetworkFault, BrokenConnection>> = {
  'connection-reset': 'reset',
  'answer-lost': 'reset',
  'empty-answer': 'close',
  'reset-in-body': 'reset-in-body',
};

/** What a fault does to the connection; undefined if it only damages the answer. */
export const connectionBreakOf = (fault: NetworkFault): BrokenConnection | undefined => BREAKS[fault];

/** The text of an answer as a fault leaves it. */
function damageText(fault: NetworkFault, text: string): string {
  switch (fault) {
    case 'empty-body':
      return '';
    case 'truncated-json':
      return text.slice(0, Math.ceil(text.length / 2));
    case 'malformed-json':
      return `${text.slice(0, 1)},${text.slice(1)}`;
    default:
      return text;
  }
}

/** The answer as a fault leaves it, and its text. */
export async function damage(
  fault: NetworkFault,
  response: Response,
): Promise<{ text: string; response: Response }> {
  const text = damageText(fault, await response.text());
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  if (fault === 'wrong-content-type') headers.set('content-type', 'text/html; charset=UTF-8');
  return { text, response: new Response(text, { status: response.status, headers }) };
}

interface Drip {
  /** Milliseconds from the first to the last piece. */
  over: number;
  pieces: number;
}

/**
 * The same answer, whose body comes in pieces; what nobody reads any more is not made.
 * @param closing once it is aborted, the rest comes at once
 */
export async function drip(
  response: Response,
  { over, pieces }: Drip,
  closing: AbortSignal | undefined,
): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  const pauses = Math.max(1, Math.ceil(bytes.length / size) - 1);
  const stopped = new AbortController();
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (at > 0) await delay(over / pauses, stopped.signal, closing);
      if (stopped.signal.aborted) return;
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
      if (at >= bytes.length) controller.close();
    },
    cancel: () => stopped.abort(),
  });
  return new Response(body, { status: response.status, headers });
}
