// The only file that opens a port.
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { ApiError } from './wire/errors.ts';

export interface Listening {
  /** Where the server is reached, without a slash at the end: `http://127.0.0.1:4747`. */
  url: string;
  port: number;
  /** Stops taking connections, lets requests under way finish for up to half a second, then cuts them off. */
  close(): Promise<void>;
}

interface ServeOptions {
  host: string;
  port: number;
}

/** How long a client may take to send one request, in milliseconds: long for people, short for a leak. */
const REQUEST_TIMEOUT = 30_000;
const GRACE = 500;

/**
 * Serves the app over HTTP.
 * @throws the error of node:net if the port cannot be had, such as EADDRINUSE
 */
export async function serve(
  fetch: (request: Request) => Response | Promise<Response>,
  { host, port }: ServeOptions,
): Promise<Listening> {
  const listener = getRequestListener(fetch, {
    hostname: host,
    // The process belongs to whoever uses the library: its own Request and Response stay as they are.
    overrideGlobalObjects: false,
    // What cannot even become a request: a URL or a Host header that is none.
    errorHandler: (error) => {
      const { message, status } = ApiError.of('malformed-request', (error as Error).message);
      return Response.json({ error: message }, { status });
    },
  });
  const server = createServer(
    // A request without a Host header would be refused by node:http itself, without a word.
    { requestTimeout: REQUEST_TIMEOUT, headersTimeout: REQUEST_TIMEOUT, requireHostHeader: false },
    listener,
  );
  server.on('clientError', answerClientError);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    port: taken,
    close: () => close(server),
  };
}

/** HTTP that node:http could not parse never reaches the app, but is answered in the same shape. */
function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const body = JSON.stringify({ error: ApiError.of('malformed-request', error.message).message });
  const head = [
    'HTTP/1.1 400 Bad Request',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const cutOff = setTimeout(() => server.closeAllConnections(), GRACE);
  await closed;
  clearTimeout(cutOff);
}
