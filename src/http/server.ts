// The only file that opens a port.
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { ApiError } from '../errors/api-error.ts';
import type { ConnectionBreak } from '../faults/network/network-fault.ts';
import { createAlarm, pause } from '../time/clock.ts';
import { answerClientError } from './client-error.ts';
import { createBindings, type RequestHandler } from './context.ts';
import { respondBeforeEnd } from './read-on.ts';
import { createRequestTurns } from './request-turns.ts';
import { checkFastResponses, SAFE, TextResponse } from './text-response.ts';
import { noteConnection } from './under-way.ts';

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
  checkFastResponses();
  // A request without a Host header would be refused by node:http itself, without a word.
  const server = createServer({
    requestTimeout: REQUEST_TIMEOUT,
    headersTimeout: REQUEST_TIMEOUT,
    requireHostHeader: false,
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const address = `${host.includes(':') ? `[${host}]` : host}:${taken}`;
  const turns = createRequestTurns(createListener(handle, { server, address, exposed }));
  server.on('connection', noteConnection);
  server.on('request', turns.listener);
  server.on('clientError', (error, socket) => {
    answerClientError(error, socket as Socket, turns.latestOf(socket as Socket));
  });
  return { url: `http://${address}`, port: taken, close: () => close(server) };
}

interface ListenerOptions {
  server: Server;
  /** Host and port that it listens on. */
  address: string;
  exposed: boolean;
}

function createListener(
  handle: RequestHandler,
  { server, address, exposed }: ListenerOptions,
): RequestListener {
  const answer = async (request: Request, { incoming, outgoing }: HttpBindings): Promise<Response> => {
    const bindings = createBindings({
      exposed,
      address,
      rawHeaders: incoming.rawHeaders,
      socket: incoming.socket,
    });
    const response = await handle(request, bindings);
    // A connection that stays open would be cut off in the middle of a later request.
    if (!server.listening) outgoing.shouldKeepAlive = false;
    if (bindings.connectionBreak) {
      await breakConnection(outgoing, response, bindings.connectionBreak);
      return RESPONSE_ALREADY_SENT;
    }
    if (incoming.complete || !(response instanceof TextResponse)) return response;
    await respondBeforeEnd(response, incoming, outgoing);
    return RESPONSE_ALREADY_SENT;
  };
  return getRequestListener(answer as Parameters<typeof getRequestListener>[0], {
    // What a request without a Host header was sent to.
    hostname: address,
    // The process belongs to whoever uses the library: its own Request and Response stay as they are.
    overrideGlobalObjects: false,
    // What cannot become a Request: an invalid URL or Host header.
    errorHandler: (error) => {
      const { message, status } = ApiError.of('malformed-request', (error as Error).message);
      return Response.json({ error: message }, { status, headers: SAFE });
    },
  }) as RequestListener;
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

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const cutOff = createAlarm(() => server.closeAllConnections());
  cutOff.ringWithin(GRACE);
  await closed;
  cutOff.stop();
}
