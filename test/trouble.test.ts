// Trouble that a whole account can have on demand: time that passes, files that are deleted, answers of a newer version,
// processing that fails, listings of several pages.
import { describe, expect, onTestFinished, test } from 'vitest';
import { createMock, type FaultRule, type MockOptions } from '../src/index.ts';
import { allChanges, fieldsThatGrew } from '../src/openapi/versions.ts';
import { createClient, ids, setup } from './support/setup.ts';

const GRAIN = 'grain://recording/abc123';

/** A client whose answers need not fit the document. */
function troubled(rule: FaultRule, options: MockOptions = {}) {
  const mock = createMock({ lifecycle: 'manual', faults: [rule], ...options });
  onTestFinished(() => mock.close());
  return { mock, ...createClient(mock.fetch, 'cg-test', async () => {}) };
}

test('a rule matches requests by their query parameters', async () => {
  const { call, mock } = troubled({
    match: { operation: 'listFiles', query: { status: 'compl*', limit: '1?' } },
    status: 500,
  });
  const statuses = [];
  for (const query of ['', '?status=completed', '?status=completed&limit=5', '?limit=10&status=completed'])
    statuses.push((await call('GET', `/v1/files${query}`)).status);
  expect(statuses).toEqual([200, 200, 200, 500]);
  expect(() =>
    mock.account('x').faults.add({ match: { operation: 'listFiles', query: { stauts: '*' } }, status: 500 }),
  ).toThrow(/match\.query\.stauts can match nothing: listFiles has no such parameter: did you mean "status"/);
});

test("a rule moves the account's clock before the answer", async () => {
  const { sync, file, mock } = troubled({ match: { operation: 'getFile', nth: 2 }, advance: '8s' });
  const { id } = (await sync(ids.grain, GRAIN)).body;
  const statuses = [];
  for (let n = 0; n < 3; n++) statuses.push((await file(id)).body.status);
  expect(statuses).toEqual(['pending', 'completed', 'completed']);
  expect(mock.account('cg-test').clock.now() - mock.clock.now()).toBe(8_000);
});

test('a rule that moves the clock never moves it beyond its end', async () => {
  const { files } = troubled({ advance: '36525d' }, { startTime: '9999-01-01T00:00:00Z' });
  for (let n = 0; n < 2; n++) expect((await files()).status).toBe(200);
});

describe('a rule that deletes the file', () => {
  test('deletes what the request names, before the answer, and leaves other files', async () => {
    const { sync, file, files } = troubled({ match: { operation: 'getFile', nth: 2 }, delete_file: true });
    const { id } = (await sync(ids.grain, GRAIN)).body;
    const other = (await sync(ids.recall, 'recall://recording/f8229cd3-a1a3-48ae-93ce-18372b92c2e5')).body.id;
    expect([(await file(id)).status, (await file(id)).status, (await file(other)).status]).toEqual([
      200, 404, 200,
    ]);
    expect((await files()).body.total).toBe(1);
    expect((await sync(ids.grain, GRAIN)).body.id).not.toBe(id);
  });

  test('does not match requests that name none, and is refused where none does', async () => {
    const { files, sync, mock } = troubled({ id: 'it', delete_file: true });
    await files();
    await sync(ids.grain, GRAIN);
    const { faults } = mock.account('cg-test');
    expect(faults.list()).toMatchObject([{ calls: 0, fired: 0 }]);
    expect(() => faults.add({ match: { operation: 'listFiles' }, delete_file: true })).toThrow(
      /delete_file can do nothing: listFiles names no file/,
    );
  });
});

describe('answers of a newer version', () => {
  const rule: FaultRule = { network: 'newer-version' };

  test('have a field more in every record, and in the last one of a list values that are new', async () => {
    const { call, mock } = troubled(rule);
    const { body } = await call<{ data: Record<string, unknown>[]; newer_field: unknown }>(
      'GET',
      '/v1/data-connectors',
    );
    const types = mock.connectors.map(({ type }) => type);
    expect(body.data.map(({ type }) => type)).toEqual([...types.slice(0, -1), 'newer-value']);
    for (const record of [body, ...body.data]) expect(record.newer_field).toEqual({ of: 'a newer version' });
  });

  test('leave the kind of what is asked for by its id', async () => {
    const { sync, file } = troubled(rule);
    const { body } = await sync(ids.grain, GRAIN);
    expect(body).toMatchObject({ source: 'grain', media_type: 'video', newer_field: {} });
    expect((await file(body.id)).body).toMatchObject({ source: 'grain', newer_field: {} });
  });

  test('are new in the fields that got new values before', () => {
    const grown = allChanges().filter(({ subject, users }) => subject === 'enum value' && users.answers[0]);
    expect(grown.length).toBeGreaterThan(0);
    expect(fieldsThatGrew('listFiles').toSorted()).toEqual(['media_type', 'source']);
    expect(fieldsThatGrew('deleteFile')).toEqual([]);
  });
});

describe('the setting', () => {
  test.each(['failed', 'processing', 'not_applicable'] as const)(
    'outcome %s is how processing ends, of what is synced and uploaded, unless an item says otherwise',
    async (outcome) => {
      const { mock, upload, sync, files } = setup({ outcome });
      const form = new FormData();
      form.set('file', new File(['...'], 'talk.mp4', { type: 'video/mp4' }));
      await upload(form);
      await sync(ids.grain, GRAIN);
      await sync(ids.grain, 'grain://recording/error-processing-fails');
      mock.clock.advance('1h');
      expect((await files()).body.data.map(({ status }) => status)).toEqual(['failed', outcome, outcome]);
    },
  );

  test('outcome leaves files in collections readable, whenever it is changed', async () => {
    const { mock, createCollection, addMedia, call } = setup();
    const { id } = (await createCollection('Calls')).body;
    await addMedia(id, { url: GRAIN });
    mock.account('cg-test').settings.update({ outcome: 'processing' });
    const { file_id } = (
      await addMedia(id, { url: 'recall://recording/f8229cd3-a1a3-48ae-93ce-18372b92c2e5' })
    ).body;
    await addMedia((await createCollection('More')).body.id, { url: GRAIN });
    mock.clock.advance('1h');
    expect(await call('GET', `/v1/collections/${id}/videos/${file_id}`)).toMatchObject({
      status: 200,
      body: { status: 'processing' },
    });
    expect((await call('GET', `/v1/collections/${id}/videos`)).status).toBe(200);
  });

  test('listings empty-page gives every listing an empty page in its middle, whatever the limit', async () => {
    const { browse } = setup({ listings: 'empty-page' });
    for (const limit of [2, 100]) {
      const sizes = [];
      const names = [];
      for (let token: string | null | undefined; token !== null; ) {
        const { body } = await browse(ids.dropbox, { limit, ...(token && { page_token: token }) });
        sizes.push(body.data.length);
        names.push(...body.data.map(({ name }) => name));
        token = body.next_page_token;
      }
      expect(sizes[1]).toBe(0);
      expect(sizes.filter((size) => size === 0)).toHaveLength(1);
      expect(new Set(names).size).toBe(names.length);
      expect(names.length).toBe((await setup().browse(ids.dropbox, { limit: 100 })).body.data.length);
    }
  });

  test("listings expiring-tokens makes page tokens expire on the account's clock", async () => {
    const { browse, mock } = setup({ listings: 'expiring-tokens' });
    const token = (await browse(ids.dropbox, { limit: 100 })).body.next_page_token ?? '';
    expect((await browse(ids.dropbox, { limit: 100, page_token: token })).status).toBe(200);
    mock.clock.advance('11s');
    const { status, body } = await browse(ids.dropbox, { limit: 100, page_token: token });
    expect([status, body.error]).toEqual([400, expect.stringMatching(/expired/)]);
  });
});
