// Long snapshots: sent, read, checked and restored beside other requests.
import { expect, test } from 'vitest';
import type { Snapshot } from '../src/index.ts';
import { answersBeside, JSON_KEY, KEY, SEVERAL } from './support/beside.ts';
import { filled, nthId } from './support/filled.ts';
import { ids, setup } from './support/setup.ts';
import { statesOf } from './support/states.ts';

test('a long snapshot is sent, and restored, beside other requests', async () => {
  const client = await filled(20_000);
  const taken = await answersBeside(client, '/__admin/snapshot');
  expect(taken.status).toBe(200);
  expect(taken.answers).toBeGreaterThan(SEVERAL);
  expect(JSON.parse(taken.text)).toEqual(client.account.snapshot());
  client.account.reset();
  const restored = await answersBeside(client, '/__admin/snapshot', { method: 'PUT', body: taken.text });
  expect(restored.status).toBe(200);
  expect(restored.answers).toBeGreaterThan(SEVERAL);
  expect(JSON.stringify(client.account.snapshot())).toBe(taken.text);
});

test('the snapshot that is sent is that of the moment at which it was asked for', async () => {
  const { mock, account, update } = await filled(20_000);
  const before = JSON.stringify(account.snapshot());
  const response = await mock.fetch('/__admin/snapshot', { headers: KEY });
  await update(nthId(19_000), { filename: 'renamed.mp4' });
  account.reset();
  expect(await response.text()).toBe(before);
});

const count = 1_000;
/** A snapshot with so many files and items of a connector, changed. */
async function changed(change: (state: ReturnType<typeof statesOf>[number]) => void) {
  const { account, call } = await filled(count);
  const items = Array.from({ length: count }, (_, nth) => ({ id: `call-${nth}`, title: `Call ${nth}` }));
  account.connectors.add({ type: 'gong', items });
  const snapshot = JSON.parse(JSON.stringify(account.snapshot())) as Snapshot;
  for (const state of statesOf(snapshot)) change(state);
  const { status, body } = await call<{ detail: string }>('PUT', '/__admin/snapshot', snapshot);
  expect((await call<{ total: number }>('GET', '/v1/files')).body.total).toBe(count);
  return [status, body.detail];
}

test.each<[string, string, Parameters<typeof changed>[0]]>([
  [
    'a record',
    'files.rows[777].createdAt must be a',
    ({ files }) => Object.assign(files.rows[777] ?? {}, { createdAt: '1' }),
  ],
  [
    'two records of one id',
    'files.rows must not have two records with the same id',
    ({ files }) => files.rows.push(files.rows[3] as never),
  ],
  [
    'a record that is none',
    'collectionFiles.rows[999] must be an object',
    ({ collectionFiles }) => collectionFiles.rows.splice(999, 1, 1 as never),
  ],
  [
    'an item',
    'seed.items[345].title is required',
    ({ world }) => {
      for (const one of Object.values(world)) one?.seed.items.splice(345, 1, { id: 'call-345' });
    },
  ],
])(
  '%s that is wrong in a long list is named with its place, and nothing changes',
  async (_, text, change) => {
    expect(await changed(change)).toEqual([400, expect.stringContaining(text)]);
  },
);

test('a number in a snapshot that would be read back as another is refused, wherever the text is cut', async () => {
  const { mock } = setup();
  const put = async (filler: number, number: string) => {
    const body = `{"x": "${'x'.repeat(filler)}\\"", "n": ${number}}`;
    const response = await mock.fetch('/__admin/snapshot', { method: 'PUT', headers: JSON_KEY, body });
    return ((await response.json()) as { detail: string }).detail;
  };
  const PART = 65_536;
  for (let filler = PART - 60; filler < PART + 10; filler += 3) {
    expect(await put(filler, '9007199254740993123')).toContain(
      'the number 9007199254740993123 would be read back',
    );
    expect(await put(filler, '12345.5')).toContain('format is required');
  }
});

test.each(['', '{', '{"a": 1,}', 'nothing', '[1, 2'])('%j is no snapshot', async (body) => {
  const { mock } = setup();
  const response = await mock.fetch('/__admin/snapshot', { method: 'PUT', headers: JSON_KEY, body });
  expect(response.status).toBe(400);
});

/** A body of so many equal parts, as a stream that tells how many of them were asked for. */
function countedBody(before: string, part: string, parts: number) {
  const encoder = new TextEncoder();
  let asked = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(encoder.encode(asked === 0 ? before : part));
      asked += 1;
      if (asked > parts) controller.close();
    },
  });
  return { stream, asked: () => asked };
}

test.each([
  ['nested 65,536 levels deep and deeper', '', '['.repeat(65_536), 'levels deep'],
  ['an object of very many fields', '{', '"name":1,'.repeat(7_000), '50000 fields'],
  ['a list of very many elements', '[', '1,'.repeat(32_768), '2000000 elements'],
  ['a very long string', '"', 'x'.repeat(65_536), '2097152 characters'],
  ['spaces without end', '[1', ' '.repeat(65_536), '2097152 characters'],
])('a snapshot is refused as it comes in, and read no further: %s', async (_, before, part, reason) => {
  const { mock } = setup();
  const body = countedBody(before, part, 1_000);
  const init = { method: 'PUT', headers: JSON_KEY, body: body.stream, duplex: 'half' };
  const response = await mock.fetch('/__admin/snapshot', init as RequestInit);
  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(reason)]);
  expect(body.asked()).toBeLessThan(100);
});

test('a snapshot that was cut off after any bracket is refused, and nothing changes', async () => {
  const { mock, sync, files } = setup();
  const text = JSON.stringify(mock.account('cg-test').snapshot());
  await sync(ids.grain, 'grain://recording/abc123');
  for (let end = text.length - 1; /[\]}]/.test(text[end] ?? ''); end--) {
    const init = { method: 'PUT', headers: JSON_KEY, body: text.slice(0, end) };
    expect((await mock.fetch('/__admin/snapshot', init)).status).toBe(400);
  }
  expect((await files()).body.total).toBe(1);
});

test.each([
  ['fields of its own', (fields: object) => fields],
  ['fields in an account', (fields: object) => ({ accounts: { a: fields } })],
] as const)('a snapshot with very many values beside its records is refused: %s', async (_, changed) => {
  const { mock } = setup();
  const fields = Object.fromEntries(Array.from({ length: 10_001 }, (__, nth) => [`field${nth}`, 1]));
  const body = JSON.stringify({ ...mock.account('cg-test').snapshot(), ...changed(fields) });
  const response = await mock.fetch('/__admin/snapshot', { method: 'PUT', headers: JSON_KEY, body });
  const text = await response.text();
  expect([response.status, text]).toEqual([400, expect.stringContaining('more than 10000 values')]);
});

test('a snapshot with a long list of deleted files is checked and put back', async () => {
  const { mock, sync, remove } = setup({ unknownUris: 'create' });
  const item = 'grain://recording/again';
  const before: string[] = [];
  for (let nth = 0; nth < 30; nth++) {
    const { id } = (await sync(ids.grain, `${item}${nth}`)).body;
    before.push(id);
    await remove(id);
  }
  const account = mock.account('cg-test');
  const snapshot = JSON.parse(JSON.stringify(account.snapshot()));
  account.reset();
  account.restore(snapshot);
  expect(before).not.toContain((await sync(ids.grain, `${item}29`)).body.id);
  const [own] = Object.values<{ files: { deletions: unknown[] } }>(snapshot.accounts);
  if (own) own.files.deletions[25] = ['key', -1];
  expect(() => account.restore(snapshot)).toThrow(/deletions\[25\]\[1\]/);
});
