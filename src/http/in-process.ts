// Broken connections where there is no connection: what `fetch` would make of one.
import type { Door } from './context.ts';

import { JsonAnswer } from './json-response.ts';

const reset = () => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' });
const closed = () => Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });

/**
 * An answer whose client may give up, before it or in the middle of its body.
 * @throws the reason of the signal, as `fetch` does
 */
export async function abortable(
  signal: AbortSignal,
  answer: () => Response | Promise<Response>,
): Promise<Response> {
  signal.throwIfAborted();
  const answered = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { signal: answered.signal });
  });
  try {
    const { body, status, headers } = await Promise.race([answer(), aborted]);
    return new Response(body?.pipeThrough(new TransformStream(), { signal }), { status, headers });
  } finally {
    answered.abort();
  }
}

/**
 * The answer as a client in the same process gets it.
 * @throws TypeError as `fetch` does, if the connection is to be broken before the answer
 */
export async function inProcess(response: Response, { broken }: Door): Promise<Response> {
  if (broken === 'reset') throw new TypeError('fetch failed', { cause: reset() });
  if (broken === 'close') throw new TypeError('fetch failed', { cause: closed() });
  if (broken !== 'reset-in-body') return response instanceof JsonAnswer ? response.response : response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes.slice(0, Math.ceil(bytes.length / 2))),
    pull: (controller) => controller.error(new TypeError('terminated', { cause: reset() })),
  });
  const { status, headers } = response;
  return new Response(body, { status, headers });
}
