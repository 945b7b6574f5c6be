// The only file that opens a port.
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { ApiError } from '../errors/api-error.ts';
import type { BrokenConnection } from '../faults/network.ts';
import { createAlarm, pause } from '../time/clock.ts';
import type { Door } from './context.ts';
import { type JsonAnswer, plainAnswerOf } from './json-response.ts';

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

/** How long a client may take to send one request, in milliseconds: long for people, short for a leak. */
const REQUEST_TIMEOUT = 30_000;
const GRACE = 500;

/**
 * Serves the app over HTTP.
 * @throws the error of node:net if the port cannot be had, such as EADDRINUSE
 */
export async function serve(
  app: (request: Request, door: Door) => Response | Promise<Response>,
  { host, port, exposed }: ServeOptions,
): Promise<Serving> {
  const answer = async (request: Request, { incoming, outgoing }: HttpBindings): Promise<Response> => {
    const door: Door = { exposed, rawHeaders: incoming.rawHeaders };
    const response = await app(request, door);
    // A connection that is kept would be cut off in the middle of a later request.
    if (!server.listening) outgoing.shouldKeepAlive = false;
    const plain = plainAnswerOf(response);
    if (door.broken) await breakConnection(outgoing, response, door.broken);
    else if (plain) send(outgoing, plain);
    else return response;
    return SENT;
  };
  const listener = getRequestListener(answer as Parameters<typeof getRequestListener>[0], {
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

/** What @hono/node-server takes RESPONSE_ALREADY_SENT by. */
const sentEntries = [...RESPONSE_ALREADY_SENT.headers];

/** Headers that are read without what reading real ones costs. */
class SentHeaders extends Headers {
  override has(): boolean {
    return false;
  }

  override [Symbol.iterator]() {
    return sentEntries[Symbol.iterator]();
  }
}

/** The same as RESPONSE_ALREADY_SENT: reading that one again at each request takes as long as a tenth of it. */
const SENT = { headers: new SentHeaders(), body: null } as unknown as Response;

/** Sends an answer as it is, without a web stream in between. */
function send(outgoing: ServerResponse, { status, content, plainHeaders }: JsonAnswer): void {
  // A list, which node:http reads several times as fast as an object.
  const headers: string[] = [];
  for (const name in plainHeaders) headers.push(name, plainHeaders[name] as string);
  // Not among the answer's own headers: an error that takes its place would get the length of what it replaces.
  headers.push('content-length', String(Buffer.byteLength(content)));
  outgoing.writeHead(status, headers);
  outgoing.end(content);
}

/** Real milliseconds in which a client reads what was sent before the connection goes. */
const READING_TIME = 50;

/** Does to a connection what a fault says. */
async function breakConnection(
  outgoing: ServerResponse,
  response: Response,
  broken: BrokenConnection,
): Promise<void> {
  const { socket } = outgoing;
  if (broken === 'close') {
    socket?.destroy();
    return;
  }
  if (broken === 'reset-in-body') {
    const body = Buffer.from(await response.arrayBuffer());
    const headers = Object.fromEntries(response.headers);
    outgoing.writeHead(response.status, { ...headers, 'content-length': body.length });
    await new Promise((sent) => outgoing.write(body.subarray(0, Math.ceil(body.length / 2)), sent));
    await pause(READING_TIME);
  }
  socket?.resetAndDestroy();
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
