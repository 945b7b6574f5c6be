// Broken connections where there is no connection: what `fetch` would make of one.
import type { Door } from '../env.ts';

const reset = () => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' });
const closed = () => Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });

/**
 * The answer as a client in the same process gets it.
 * @throws TypeError as `fetch` does, if the connection is to be broken before the answer
 */
export async function inProcess(response: Response, { broken }: Door): Promise<Response> {
  if (broken === 'reset') throw new TypeError('fetch failed', { cause: reset() });
  if (broken === 'close') throw new TypeError('fetch failed', { cause: closed() });
  if (broken !== 'reset-in-body') return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes.slice(0, Math.ceil(bytes.length / 2))),
    pull: (controller) => controller.error(new TypeError('terminated', { cause: reset() })),
  });
  const { status, headers } = response;
  return new Response(body, { status, headers });
}
