// Requests without a connection: what `fetch` makes of aborts and of broken connections.
import type { ConnectionBreak } from '../faults/network/network-fault.ts';
import { createBindings, type RequestHandler } from './context.ts';
import { TextResponse } from './text-response.ts';

interface FetchOptions {
  /** Aborted when the mock is closed. */
  closing: AbortSignal;
  /** The client's own signal. */
  signal: AbortSignal | null | undefined;
}

/**
 * Answers a request in this process.
 * @throws TypeError if the connection is to break before the response, or the reason of the signal, as `fetch` does
 */
export async function fetchInProcess(
  handle: RequestHandler,
  request: Request,
  { closing, signal }: FetchOptions,
): Promise<Response> {
  const answer = async () => {
    const bindings = createBindings({ closing });
    const response = await handle(request, bindings);
    if (bindings.connectionBreak) return breakResponse(response, bindings.connectionBreak);
    return response instanceof TextResponse ? response.toStandard() : response;
  };
  const [url = ''] = request.url.split('#', 1);
  return asFetched(await (signal ? abortable(signal, answer) : answer()), url);
}

/** Gives a response, and its clones, what only `fetch` can set. */
function asFetched(response: Response, url: string): Response {
  const clone = () => asFetched(Response.prototype.clone.call(response), url);
  return Object.defineProperties(response, {
    url: { value: url },
    type: { value: 'basic' },
    clone: { value: clone },
  });
}

/** A response whose client may give up, before it or in the middle of its body. */
async function abortable(signal: AbortSignal, answer: () => Promise<Response>): Promise<Response> {
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

/** The errors that Node gives as the cause, by how the connection ended. */
const CAUSES = {
  reset: { message: 'read ECONNRESET', code: 'ECONNRESET', syscall: 'read' },
  close: { message: 'other side closed', code: 'UND_ERR_SOCKET' },
};

async function breakResponse(response: Response, { by, afterBodyPart }: ConnectionBreak): Promise<Response> {
  const { message, ...fields } = CAUSES[by];
  const cause = Object.assign(new Error(message), fields);
  if (afterBodyPart === undefined) throw new TypeError('fetch failed', { cause });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes.slice(0, Math.ceil(bytes.length * afterBodyPart))),
    pull: (controller) => controller.error(new TypeError('terminated', { cause })),
  });
  return new Response(body, { status: response.status, headers: new Headers(response.headers) });
}
