// A server in a process of its own, that tells its port and how much memory it took at most. A mock takes options.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMock } from '../../src/index.ts';

/** A server that reads every request to its end and answers with a constant: what no server can be faster than. */
async function listenBare(): Promise<number> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.end('{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const [, , kind, options = '{}'] = process.argv;
const port = kind === 'bare' ? await listenBare() : (await createMock(JSON.parse(options)).listen()).port;
let peak = 0;
setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 5);
process.on('message', () => {
  process.send?.({ peak });
  peak = process.memoryUsage.rss();
});
process.send?.({ port });
