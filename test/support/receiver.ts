// A real HTTP server that webhooks are sent to, and that answers as a test says.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Received {
  event_id: string;
  event_type: string;
  payload: Record<string, unknown> & { file_id: string; status: string };
}

type Respond = (response: ServerResponse, nth: number, event: Received) => unknown;

/** What the nth request is answered with: 200 unless said otherwise. */
export async function startReceiver(respond: Respond = (response) => response.end('ok')) {
  const events: Received[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const urls: (string | undefined)[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const event = JSON.parse(text) as Received;
    headers.push(request.headers);
    urls.push(request.url);
    events.push(event);
    respond(response, events.length, event);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    events,
    headers,
    /** Path and query of each request. */
    urls,
    close,
    types: () => events.map((e) => e.event_type),
  };
}
