// How fast a large upload is taken, and how much memory that needs: the mock beside a bare server, in turns.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';

const BYTES = 2 ** 30;
const ROUNDS = 3;
const CHUNK = Buffer.alloc(65_536);
const HEAD = Buffer.from(
  '--b\r\ncontent-disposition: form-data; name="file"; filename="a.mp4"\r\ncontent-type: video/mp4\r\n\r\n\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41',
  'latin1',
);
const TAIL = Buffer.from('\r\n--b--\r\n');

async function start(kind: 'mock' | 'bare') {
  const child = fork(fileURLToPath(new URL('server.ts', import.meta.url)), [kind], {
    execArgv: ['--import', 'tsx'],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { child, port };
}

async function peakOf(child: ChildProcess): Promise<number> {
  child.send('peak?');
  const [{ peak }] = (await once(child, 'message')) as [{ peak: number }];
  return peak;
}

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

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);

const servers = { mock: await start('mock'), bare: await start('bare') };
const speeds = { mock: [] as number[], bare: [] as number[] };
const small = { mock: 0, bare: 0 };
const large = { mock: 0, bare: 0 };
for (const kind of ['mock', 'bare'] as const) {
  await upload(servers[kind].port, 2 ** 24);
  small[kind] = await peakOf(servers[kind].child);
}
for (let round = 0; round < ROUNDS; round++) {
  for (const kind of ['mock', 'bare'] as const) {
    speeds[kind].push(BYTES / 2 ** 20 / (await upload(servers[kind].port, BYTES)));
    large[kind] = Math.max(large[kind], await peakOf(servers[kind].child));
  }
}
for (const { child } of Object.values(servers)) child.kill();

console.log(`| upload of 1 GiB, median of ${ROUNDS} | MB/s | of the bare server | peak memory after 16 MB | peak memory after 1 GiB |
| --- | --- | --- | --- | --- |`);
for (const kind of ['mock', 'bare'] as const) {
  const ratio = (median(speeds[kind]) / median(speeds.bare)).toFixed(2);
  console.log(
    `| ${kind === 'mock' ? 'cloudglue-mock' : 'bare node:http'} | ${Math.round(median(speeds[kind]))} | ${ratio} | ${megabytes(small[kind])} MB | ${megabytes(large[kind])} MB |`,
  );
}
