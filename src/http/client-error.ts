// HTTP that node:http could not parse never reaches the app, but is answered in the same shape.
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { ApiError } from '../errors/api-error.ts';

/** The statuses of what node:http refuses; 400 for the rest. */
const REFUSALS: Record<string, { status: string; why: string }> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    why: 'its headers are larger than 16 KB in all',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: '413 Content Too Large',
    why: 'the extensions of a chunk are larger than 16 KB',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    why: 'it did not arrive within 30 seconds',
  },
};

/** Responses after which a broken request is answered. */
const awaited = new WeakSet<ServerResponse>();

/** @param latest the response to the request that was received last on the connection */
export function answerClientError(
  error: NodeJS.ErrnoException,
  socket: Socket,
  latest: ServerResponse | undefined,
): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  if (latest?.req.complete && !latest.closed) {
    // The broken request came behind one that is being answered; what comes after it is told again, piece by piece.
    if (!awaited.has(latest)) latest.once('close', () => answerClientError(error, socket, undefined));
    awaited.add(latest);
    return;
  }
  if (latest && !latest.req.complete && latest.headersSent) {
    // Its answer is under way already, or the client has it.
    socket.destroy();
    return;
  }
  const { status, why } = REFUSALS[error.code ?? ''] ?? {
    status: '400 Bad Request',
    why: error.message,
  };
  const body = JSON.stringify({ error: ApiError.of('malformed-request', why).message });
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json',
    'x-content-type-options: nosniff',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
