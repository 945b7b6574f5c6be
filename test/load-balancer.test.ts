// The README's configuration of nginx: a real one, before mocks that know nothing of each other.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createMock } from '../src/index.ts';
import { freePort } from './support/engine.ts';
import { createClient } from './support/setup.ts';

const [, shown = ''] = /^```nginx\n(.*?)^```$/ms.exec(readFileSync('README.md', 'utf8')) ?? [];

/** Starts nginx with a part of its configuration, until the test ends. */
async function startNginx(part: string) {
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-nginx-'));
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
     events {} http { access_log off; ${paths.join(' ')}\n${part}}`,
  );
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'inherit' });
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
}

test('a load balancer that hashes the API key sends each account to one mock, with uploads and event streams', async () => {
  const mocks = [createMock({ lifecycle: 'manual' }), createMock({ lifecycle: 'manual' })];
  onTestFinished(async () => void (await Promise.all(mocks.map((mock) => mock.close()))));
  const [one, other] = await Promise.all(mocks.map((mock) => mock.listen()));
  const port = await freePort();
  const part = [`:4747 `, `:4748 `, ':8080;'].reduce((text, shown, nth) => {
    expect(text).toContain(shown);
    return text.replace(shown, [`:${one?.port} `, `:${other?.port} `, `:${port};`][nth] as string);
  }, shown);
  await startNginx(part);
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${url}/__admin/health`).catch(() => undefined))) await pause(20);

  const keys = Array.from({ length: 20 }, (_, nth) => `key-${nth}`);
  for (const key of keys) {
    const client = createClient((path, init) => fetch(url + path, init), key);
    const { id } = (await client.syncUrl('https://example.com/talk.mp4')).body;
    const form = new FormData();
    form.set('file', new Blob(['talk']), 'talk.mp4');
    expect((await client.upload(form)).status).toBe(200);
    expect((await client.file(id)).status).toBe(200);
    expect((await client.files()).body.total).toBe(2);
  }
  const held = mocks.map((mock) => mock.held.accounts);
  expect(Math.min(...held)).toBeGreaterThan(0);
  expect(held.reduce((sum, accounts) => sum + accounts)).toBe(keys.length);

  const headers = { authorization: `Bearer ${keys[0]}` };
  const stream = await fetch(`${url}/__admin/events`, { headers });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = (await reader?.read())?.value ?? '';
  await fetch(`${url}/v1/files`, { headers });
  while (!text.includes('listFiles')) text += (await reader?.read())?.value ?? '';
  await reader?.cancel();
});
