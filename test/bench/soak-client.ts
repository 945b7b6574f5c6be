// How the soak reaches a mock in another process: over kept connections, with a receiver and readers of events.
import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Ask } from '../support/soak-requests.ts';

/** A way over one connection of its own, which is made anew when it broke. */
export function laneTo(port: number): { ask: Ask; close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask: Ask = (path, { method = 'GET', headers, body } = {}) =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      const call = request(
        { port, host: '127.0.0.1', path, method, agent, headers: { ...headers, ...length } },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk) => {
            text += chunk;
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
          response.on('error', reject);
        },
      );
      call.on('error', reject);
      call.end(body);
    });
  return { ask, close: () => agent.destroy() };
}

/** Takes webhook events, and refuses every tenth, which is then sent again. */
export async function startReceiver() {
  let received = 0;
  const server = createServer((event, response) => {
    event.resume().on('end', () => {
      received++;
      response.writeHead(received % 10 === 0 ? 500 : 200).end();
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received: () => received,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Reads an account's events until it leaves, as a page does that is looked at and closed. */
export async function readEvents(port: number, token: string) {
  const headers = { authorization: `Bearer ${token}` };
  const call = get({ port, host: '127.0.0.1', path: '/__admin/events', headers, agent: false });
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
  response.on('error', () => {});
  return {
    bytes: () => bytes,
    leave: () => void response.destroy(),
  };
}
