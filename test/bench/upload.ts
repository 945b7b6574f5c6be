// How fast a large upload is taken, and how much memory that needs: the mock beside a bare server, in turns.
import { once } from 'node:events';
import { request } from 'node:http';
import { startWorker } from './processes.ts';
import { median, table, thousands } from './report.ts';

const BYTES = 2 ** 30;
const ROUNDS = 3;
const CHUNK = Buffer.alloc(65_536);
const HEAD = Buffer.from(
  '--b\r\ncontent-disposition: form-data; name="file"; filename="a.mp4"\r\ncontent-type: video/mp4\r\n\r\n\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41',
  'latin1',
);
const TAIL = Buffer.from('\r\n--b--\r\n');

const start = (kind: 'mock' | 'bare') => startWorker<{ port: number }>('server.ts', [kind]);
type Server = Awaited<ReturnType<typeof start>>;

const peakOf = async (server: Server) => (await server.ask<{ peak: number }>({ do: 'peak' })).peak;

/** Sends the form, and gives the seconds that it took. */
async function upload(port: number, bytes: number): Promise<number> {
  const from = performance.now();
  const call = request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/v1/files',
    headers: { authorization: 'Bearer bench', 'content-type': 'multipart/form-data; boundary=b' },
  });
  const answered = once(call, 'response');
  call.write(HEAD);
  for (let sent = 0; sent < bytes; sent += CHUNK.length) if (!call.write(CHUNK)) await once(call, 'drain');
  call.end(TAIL);
  const [response] = await answered;
  response.resume();
  if (response.statusCode !== 200) throw new Error(`answered ${response.statusCode}`);
  await once(response, 'end');
  return (performance.now() - from) / 1_000;
}

const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;

export async function measureUploads(): Promise<string> {
  const servers = { mock: await start('mock'), bare: await start('bare') };
  const kinds = ['mock', 'bare'] as const;
  const speeds = { mock: [] as number[], bare: [] as number[] };
  const small = { mock: 0, bare: 0 };
  const large = { mock: 0, bare: 0 };
  for (const kind of kinds) {
    await peakOf(servers[kind]);
    await upload(servers[kind].greeting.port, 2 ** 24);
    small[kind] = await peakOf(servers[kind]);
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const kind of kinds) {
      speeds[kind].push(BYTES / 2 ** 20 / (await upload(servers[kind].greeting.port, BYTES)));
      large[kind] = Math.max(large[kind], await peakOf(servers[kind]));
    }
  }
  for (const { stop } of Object.values(servers)) stop();
  return table(
    [
      `upload of 1 GiB, median of ${ROUNDS}`,
      'MB/s',
      'of the bare server',
      'peak memory after 16 MB',
      'peak memory after 1 GiB',
    ],
    kinds.map((kind) => [
      kind === 'mock' ? 'cloudglue-mock' : 'bare node:http',
      thousands(median(speeds[kind])),
      (median(speeds[kind]) / median(speeds.bare)).toFixed(2),
      megabytes(small[kind]),
      megabytes(large[kind]),
    ]),
  );
}
