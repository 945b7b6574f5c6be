// Browsing: pages, folders, and the filters that each provider has.
import { describe, expect, test } from 'vitest';
import { definitions } from '../src/sources/connectors/connector-registry.ts';
import { connectorCount } from './support/ids.ts';
import { ids, setup } from './support/setup.ts';

const BUCKET = 'quaymark-recordings';

test('lists the connectors of an account, newest first, with what a client needs to browse them', async () => {
  const { body } = await setup().connectors();
  expect(body).toMatchObject({ object: 'list', total: connectorCount, limit: connectorCount, offset: 0 });
  const dates = body.data.map(({ created_at }) => created_at);
  expect(dates).toEqual(dates.toSorted((a, b) => b - a));
  expect(new Set(body.data.map(({ type }) => type)).size).toBe(definitions.length);
  const buckets = body.data.find(({ type }) => type === 's3')?.metadata as { bucket_names: string[] };
  expect(buckets.bucket_names).toContain(BUCKET);
  expect(JSON.stringify(body)).not.toMatch(/secret|token|password|access_key/i);
});

describe('pages', () => {
  test('hold 20 entries unless asked for 1 to 100', async () => {
    const { browse } = setup();
    const where = { bucket: BUCKET, prefix: 'timelapse/gate-a/' };
    expect((await browse(ids.s3, where)).body.data).toHaveLength(20);
    expect((await browse(ids.s3, { ...where, limit: 100 })).body.data).toHaveLength(100);
    expect((await browse(ids.s3, { ...where, limit: 1 })).body.data).toHaveLength(1);
    for (const limit of [0, 101, -1, 'x', '', '1e1', '5.0.0']) {
      expect((await browse(ids.s3, { ...where, limit })).status, `limit=${limit}`).toBe(400);
    }
  });

  test('lead through the whole listing once, even if their size changes', async () => {
    const { browse } = setup();
    const where = { bucket: BUCKET, prefix: 'timelapse/gate-a/' };
    const uris: (string | null)[] = [];
    let page_token = '';
    for (let limit = 7; ; limit += 11) {
      const { body } = await browse(ids.s3, { ...where, limit, ...(page_token && { page_token }) });
      uris.push(...body.data.map(({ uri }) => uri));
      expect(body.has_more).toBe(body.next_page_token !== null);
      if (body.next_page_token === null) break;
      page_token = body.next_page_token;
    }
    expect(uris).toHaveLength(130);
    expect(new Set(uris).size).toBe(130);
  });

  test('have tokens that need no escaping in a URL', async () => {
    const { browse } = setup();
    const { body } = await browse(ids.grain, { limit: 1 });
    expect(body.next_page_token).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  test('refuse the token of another listing, and an invalid token', async () => {
    const { browse } = setup();
    const { body } = await browse(ids.grain, { limit: 5 });
    const page_token = body.next_page_token ?? '';
    expect((await browse(ids.grain, { page_token })).status).toBe(200);
    expect((await browse(ids.grain, { page_token, from: '2025-10-01' })).status).toBe(400);
    expect((await browse(ids.zoom, { page_token })).status).toBe(400);
    for (const bad of ['x', 'MA', `${page_token}x`, page_token.slice(1), '..', '%00', '🎬']) {
      const answer = await browse(ids.grain, { page_token: bad });
      expect(answer.status, bad).toBe(400);
      expect(answer.body.error).toContain('page_token');
    }
  });

  test('continue where the previous page ended, even if its entries were removed', async () => {
    const { browse, call } = setup();
    const all = (await browse(ids.grain, { limit: 100 })).body.data.map(({ uri }) => uri);
    const first = (await browse(ids.grain, { limit: 5 })).body;
    for (const { uri } of first.data.slice(3)) {
      await call('DELETE', `/__admin/connectors/${ids.grain}/items?uri=${encodeURIComponent(uri ?? '')}`);
    }
    const second = (await browse(ids.grain, { limit: 5, page_token: first.next_page_token ?? '' })).body;
    expect(second.data.map(({ uri }) => uri)).toEqual(all.slice(5, 10));
  });

  test('accept a token if a parameter changes that the connector ignores', async () => {
    const { browse } = setup();
    const { body } = await browse(ids.grain, { limit: 5 });
    expect((await browse(ids.grain, { page_token: body.next_page_token ?? '', bucket: 'x' })).status).toBe(
      200,
    );
  });
});

describe('object storage', () => {
  test('requires a bucket, and names the buckets of the connector', async () => {
    const { browse } = setup();
    const { status, body } = await browse(ids.s3);
    expect(status).toBe(400);
    expect(body.error).toContain(BUCKET);
    expect((await browse(ids.s3, { bucket: 'nope' })).status).toBe(404);
  });

  test('shows prefixes as folders that can be opened', async () => {
    const { browse } = setup();
    const { body } = await browse(ids.s3, { bucket: BUCKET });
    const folder = body.data.find(({ name }) => name === 'demos');
    expect(folder).toEqual({
      object: 'data_connector_file',
      type: 'folder',
      uri: null,
      name: 'demos',
      mime_type: null,
      size_bytes: null,
      created_at: null,
      metadata: { bucket: BUCKET, prefix: 'demos/' },
    });
    const inner = await browse(ids.s3, { bucket: BUCKET, prefix: 'demos/' });
    expect(inner.body.data.map(({ uri }) => uri)).toContain(`s3://${BUCKET}/demos/quick%20start.mp4`);
    const partial = await browse(ids.s3, { bucket: BUCKET, prefix: 'demos/quick' });
    expect(partial.body.data.every(({ name }) => name.startsWith('quick'))).toBe(true);
    expect((await browse(ids.s3, { bucket: BUCKET, prefix: 'nothing/' })).body).toMatchObject({
      data: [],
      has_more: false,
    });
  });
});

describe('trees', () => {
  test('google-drive: folders are opened by their ids', async () => {
    const { browse } = setup();
    const root = (await browse(ids['google-drive'])).body.data;
    expect((await browse(ids['google-drive'], { folder_id: 'root' })).body.data).toEqual(root);
    const firstFile = root.findIndex(({ type }) => type === 'file');
    expect(root.slice(0, firstFile < 0 ? undefined : firstFile).every(({ type }) => type === 'folder')).toBe(
      true,
    );
    const marketing = root.find(({ name }) => name === 'Marketing');
    const inner = await browse(ids['google-drive'], { folder_id: marketing?.metadata.folder_id ?? '' });
    expect(inner.body.data.map(({ name }) => name)).toContain('Brand guidelines.pdf');
    const unknown = await browse(ids['google-drive'], { folder_id: '1nope' });
    expect(unknown.status).toBe(404);
    expect(unknown.body.error).toContain('no folder "1nope"');
  });

  test('dropbox: folders are opened by their paths, in any case and with or without outer slashes', async () => {
    const { browse } = setup();
    const { body } = await browse(ids.dropbox, { path: '/Team' });
    expect(body.data.map(({ uri }) => uri)).toContain('dropbox:///Team/All%20hands.mp4');
    for (const path of ['Team', '/Team/', '//team', 'TEAM/']) {
      expect((await browse(ids.dropbox, { path })).body.data, path).toEqual(body.data);
    }
    expect((await browse(ids.dropbox, { path: '/' })).body).toEqual((await browse(ids.dropbox)).body);
    expect((await browse(ids.dropbox, { path: '/nope' })).status).toBe(404);
    expect((await browse(ids.dropbox, { path: '/Team/All hands.mp4' })).status).toBe(404);
  });
});

describe('recordings', () => {
  const titles = (body: { data: { name: string }[] }) => body.data.map(({ name }) => name);

  test('are listed newest first, and filtered by the days from and to, both inclusive', async () => {
    const { browse } = setup();
    for (const id of [ids.grain, ids.zoom]) {
      const all = (await browse(id, { limit: 100 })).body.data;
      const dates = all.map(({ created_at }) => created_at ?? 0);
      expect(dates).toEqual(dates.toSorted((a, b) => b - a));
      const day = new Date(dates[3] ?? 0).toISOString().slice(0, 10);
      const ofDay = all.filter(({ created_at }) => new Date(created_at ?? 0).toISOString().startsWith(day));
      expect((await browse(id, { from: day, to: day })).body.data).toEqual(ofDay);
      expect((await browse(id, { from: '2026-12-01', to: '2026-01-01' })).body.data).toEqual([]);
      expect((await browse(id, { from: 'yesterday' })).status).toBe(400);
    }
  });

  test('grain: by title, in any case', async () => {
    const { browse } = setup();
    expect(titles((await browse(ids.grain, { title_search: "O'MALLEY" })).body).length).toBeGreaterThan(0);
    expect(
      titles((await browse(ids.grain, { title_search: '%' })).body).every((title) => title.includes('%')),
    ).toBe(true);
    expect(titles((await browse(ids.grain, { title_search: 'no such title' })).body)).toEqual([]);
  });

  test('grain: by team and by meeting type, each by id or by name', async () => {
    const { browse } = setup();
    const { body } = await browse(ids.grain, { team: 'engineering' });
    expect(body.data).toHaveLength(5);
    const teams = body.data.flatMap(({ metadata }) => metadata.teams as { id: string; name: string }[]);
    const team = teams.find(({ name }) => name === 'Engineering');
    expect((await browse(ids.grain, { team: team?.id ?? '' })).body.data).toEqual(body.data);
    const demos = await browse(ids.grain, { meeting_type: 'Product demo' });
    expect(demos.body.data).toHaveLength(3);
    const type = demos.body.data[0]?.metadata.meeting_type as { id: string };
    expect((await browse(ids.grain, { meeting_type: type.id })).body.data).toEqual(demos.body.data);
    expect(
      (await browse(ids.grain, { team: 'Engineering', meeting_type: 'Product demo' })).body.data.length,
    ).toBeLessThan(3);
  });
});
