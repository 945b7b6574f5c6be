// Sends the body of a response in pieces.
import { delay } from '../time/clock.ts';

export interface Drip {
  /** The time from the first to the last piece, in real milliseconds. */
  over: number;
  pieces: number;
}

/**
 * The same response with a body that arrives in pieces. A piece is created only when it is read.
 * @param closing when it is aborted, the rest of the body is sent at once
 */
export async function dripBody(
  response: Response,
  { over, pieces }: Drip,
  closing: AbortSignal | undefined,
): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  const pauses = Math.max(1, Math.ceil(bytes.length / size) - 1);
  const cancelled = new AbortController();
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (at > 0) await delay(over / pauses, cancelled.signal, closing);
      if (cancelled.signal.aborted) return;
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
      if (at >= bytes.length) controller.close();
    },
    cancel: () => cancelled.abort(),
  });
  return new Response(body, { status: response.status, headers: new Headers(response.headers) });
}
