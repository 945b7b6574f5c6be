// Bodies that are answered again: the answers are the same as if each were made anew, and they take no room from files.
import { expect, test } from 'vitest';
import { createMock, type MockOptions } from '../src/index.ts';
import { ids } from './support/ids.ts';

const headers = { authorization: 'Bearer cg-test', 'content-type': 'application/json' };

function client(options: MockOptions = {}) {
  const mock = createMock({ lifecycle: 'manual', ...options });
  const ask = async (method: string, path: string, body?: object, base = 'http://one.test') => {
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await mock.fetch(new Request(`${base}/v1${path}`, init));
    return { status: response.status, body: JSON.parse(await response.text()) };
  };
  const sync = (url: string) => ask('POST', `/data-connectors/${ids.grain}/sync`, { url });
  return { mock, ask, sync };
}

test('an answer follows the status of the file, its record and the address it is asked at', async () => {
  const { mock, ask, sync } = client();
  const { id } = (await sync('grain://recording/abc123')).body;
  const read = async (base?: string) => (await ask('GET', `/files/${id}`, undefined, base)).body;
  expect(await read()).toEqual(await read());
  expect(await read()).toMatchObject({ status: 'pending', bytes: null });
  mock.account('cg-test').clock.advance('8s');
  const completed = await read();
  expect(completed).toMatchObject({ status: 'completed' });
  expect(completed.thumbnail_url).toContain('http://one.test/');
  expect((await read('http://two.test')).thumbnail_url).toContain('http://two.test/');
  expect(await read()).toEqual(completed);
  await ask('PUT', `/files/${id}`, { metadata: { shelf: 'é ✓ 漢' } });
  expect(await read()).toEqual({ ...completed, metadata: { shelf: 'é ✓ 漢' } });
  mock.account('cg-test').settings.update({ api_version: '0.7.7' });
  expect(await read()).toMatchObject({ id, metadata: { shelf: 'é ✓ 漢' } });
});

test('a listing holds what its files and entries are by themselves', async () => {
  const { mock, ask } = client();
  const page = async (path: string) => (await ask('GET', path)).body;
  const entries = await page(`/data-connectors/${ids.grain}/files?limit=30`);
  for (const { uri } of entries.data) await ask('POST', `/data-connectors/${ids.grain}/sync`, { url: uri });
  mock.account('cg-test').clock.advance('3s');
  const listed = await page('/files?limit=30');
  expect(listed.data.length).toBeGreaterThan(20);
  for (const file of listed.data) expect(await page(`/files/${file.id}`)).toEqual(file);
  expect(await page('/files?limit=30')).toEqual(listed);
  expect(await page(`/data-connectors/${ids.grain}/files?limit=30`)).toEqual(entries);
  expect(await page('/files?limit=0')).toMatchObject({ data: [], total: listed.total });
});

test('what is kept of answers takes no room from files', async () => {
  const filesUntilFull = async (reads: number) => {
    const { ask } = client({ maxBytes: 100_000 });
    for (let made = 0; ; made++) {
      const url = `https://example.com/${made}.mp4`;
      const { status, body } = await ask('POST', '/files/sync', { url, metadata: { text: 'x'.repeat(500) } });
      if (status === 429) return made;
      for (let read = 0; read < reads; read++) await ask('GET', `/files/${body.id}`);
    }
  };
  const made = await filesUntilFull(0);
  expect(made).toBeGreaterThan(10);
  expect(await filesUntilFull(2)).toBe(made);
});
