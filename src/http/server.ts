// The only file that opens a port.
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { ApiError } from '../errors/api-error.ts';
import type { ConnectionBreak } from '../faults/network/network-fault.ts';
import { createAlarm, pause } from '../time/clock.ts';
import { createBindings, type RequestHandler } from './context.ts';

export interface Serving {
  /** Where the server is reached, without a slash at the end: `http://127.0.0.1:4747`. */
  url: string;
  port: number;
  /** Stops taking connections, lets requests under way finish for up to half a second, then cuts them off. */
  close(): Promise<void>;
}

interface ServeOptions {
  host: string;
  port: number;
  /** Whether other machines can come in. */
  exposed: boolean;
}

/** Milliseconds that a client may take to send one request. */
const REQUEST_TIMEOUT = 30_000;
const GRACE = 500;

/**
 * Serves the app over HTTP.
 * @throws the error of node:net if the port cannot be had, such as EADDRINUSE
 */
export async function serve(handle: RequestHandler, { host, port, exposed }: ServeOptions): Promise<Serving> {
  const answer = async (request: Request, { incoming, outgoing }: HttpBindings): Promise<Response> => {
    const bindings = createBindings({ exposed, rawHeaders: incoming.rawHeaders });
    const response = await handle(request, bindings);
    // A connection that stays open would be cut off in the middle of a later request.
    if (!server.listening) outgoing.shouldKeepAlive = false;
    if (!bindings.connectionBreak) return response;
    await breakConnection(outgoing, response, bindings.connectionBreak);
    return RESPONSE_ALREADY_SENT;
  };
  const listener = getRequestListener(answer as Parameters<typeof getRequestListener>[0], {
    hostname: host,
    // The process belongs to whoever uses the library: its own Request and Response stay as they are.
    overrideGlobalObjects: false,
    // What cannot become a Request: an invalid URL or Host header.
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

/** Real milliseconds that a client gets to read what was sent before the connection breaks. */
const READING_TIME = 50;

/** Breaks a connection as a fault says. */
async function breakConnection(
  outgoing: ServerResponse,
  response: Response,
  { by, afterBodyPart }: ConnectionBreak,
): Promise<void> {
  const { socket } = outgoing;
  if (afterBodyPart !== undefined) {
    const body = Buffer.from(await response.arrayBuffer());
    const headers = Object.fromEntries(response.headers);
    outgoing.writeHead(response.status, { ...headers, 'content-length': body.length });
    const part = body.subarray(0, Math.ceil(body.length * afterBodyPart));
    await new Promise((sent) => outgoing.write(part, sent));
    await pause(READING_TIME);
  }
  if (by === 'reset') socket?.resetAndDestroy();
  else socket?.destroy();
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
  const cutOff = createAlarm(() => server.closeAllConnections());
  cutOff.ringWithin(GRACE);
  await closed;
  cutOff.stop();
}
