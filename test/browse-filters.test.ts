// The filters of browsing by provider and by version: which count, what they match, and what pages they leave.
import { describe, expect, test } from 'vitest';
import { ids, setup } from './support/setup.ts';
import { pagesOf } from './support/walk.ts';

const OLDEST = '0.7.7';
const titles = (data: readonly { name: string }[]) => data.map(({ name }) => name);
const everything = { from: '2025-01-01', limit: 100 };

describe.each(['recall', 'gong', 'iconik', 'zoom', 'grain'] as const)('%s', (type) => {
  test('lists the days from and to, both included, and those of older clients only where they count', async () => {
    const { browse, mock } = setup();
    const all = (await browse(ids[type], everything)).body.data;
    const day = new Date(all[2]?.created_at ?? 0).toISOString().slice(0, 10);
    const ofDay = all.filter(({ created_at }) => new Date(created_at ?? 0).toISOString().startsWith(day));
    expect((await browse(ids[type], { from: day, to: day })).body.data).toEqual(ofDay);
    expect((await browse(ids[type], { from: '2026-12-01', to: '2026-01-01' })).body.data).toEqual([]);
    if (type === 'iconik') return;
    mock.account('cg-test').settings.update({ api_version: OLDEST });
    const counts = type === 'zoom' || type === 'grain';
    const old = (await browse(ids[type], { from: day, to: day, limit: 100 })).body.data;
    expect(old.length === ofDay.length).toBe(counts);
  });
});

describe.each(['zoom', 'gong'] as const)('%s without from', (type) => {
  test('lists six months of the clock of the account, and an older client everything', async () => {
    const { browse, mock } = setup({ startTime: '2026-01-15T09:00:00Z' });
    const dates = async () =>
      (await browse(ids[type], { limit: 100 })).body.data.map(({ created_at }) => created_at ?? 0);
    const all = (await browse(ids[type], everything)).body.data.map(({ created_at }) => created_at ?? 0);
    const recent = all.filter((date) => date >= Date.parse('2025-07-15'));
    expect(recent.length).toBeLessThan(all.length);
    expect(await dates()).toEqual(recent);
    mock.account('cg-test').clock.advance('200d');
    expect(await dates()).toEqual([]);
    expect((await browse(ids[type], everything)).body.data).toHaveLength(all.length);
    mock.account('cg-test').settings.update({ api_version: OLDEST });
    expect(await dates()).toEqual(all);
  });

  test('gives tokens that stay good when a day goes by', async () => {
    const { browse, mock } = setup();
    const [first, second] = await pagesOf(setup(), ids[type], { limit: 3 });
    const { next_page_token } = (await browse(ids[type], { limit: 3 })).body;
    expect(next_page_token).toBe(first?.next_page_token);
    mock.account('cg-test').clock.advance('1d');
    const later = (await browse(ids[type], { limit: 3, page_token: next_page_token ?? '' })).body;
    expect(later.data).toEqual(second?.data);
  });
});

describe('title_search', () => {
  const wanted = {
    zoom: 'WEEKLY pipeline',
    gong: 'nordhavn',
    dropbox: 'ALL hands',
    iconik: 'film Yard',
  } as const;

  test.each(['zoom', 'gong', 'dropbox'] as const)(
    '%s matches while it lists: pages are short or empty though more follows, and all of it comes',
    async (type) => {
      const client = setup();
      const search = { title_search: wanted[type], from: '2025-01-01', recursive: 'true' };
      const files = (pages: { data: readonly { type: string; name: string }[] }[]) =>
        titles(pages.flatMap(({ data }) => data).filter((entry) => entry.type === 'file'));
      const pages = await pagesOf(client, ids[type], { ...search, limit: 3 });
      const found = files(pages);
      expect(found.length).toBeGreaterThan(0);
      expect(found.every((name) => name.toLowerCase().includes(wanted[type].toLowerCase()))).toBe(true);
      expect(pages.some(({ data, has_more }) => has_more && data.length < 3)).toBe(true);
      expect(pages.some(({ data, has_more }) => has_more && data.length === 0)).toBe(true);
      const all = files(
        await pagesOf(client, ids[type], { from: '2025-01-01', recursive: 'true', limit: 100 }),
      );
      expect(found).toEqual(all.filter((name) => name.toLowerCase().includes(wanted[type].toLowerCase())));
    },
  );

  test('iconik finds each word by itself, in any order', async () => {
    const { browse } = setup();
    expect(titles((await browse(ids.iconik, { title_search: wanted.iconik })).body.data)).toEqual([
      'Yard launch film – master',
    ]);
  });

  test('google-drive leaves every folder in, and filters files by name and by day', async () => {
    const { browse } = setup();
    const root = (await browse(ids['google-drive'], { limit: 100 })).body.data;
    const folders = root.filter(({ type }) => type === 'folder');
    const none = (await browse(ids['google-drive'], { title_search: 'no such name', limit: 100 })).body.data;
    expect(none).toEqual(folders);
    expect((await browse(ids['google-drive'], { to: '2001-01-01', limit: 100 })).body.data).toEqual(folders);
    const marketing = folders.find(({ name }) => name === 'Marketing')?.metadata.folder_id ?? '';
    const search = { folder_id: marketing, title_search: 'GUIDELINES' };
    const found = (await browse(ids['google-drive'], search)).body.data.filter(({ type }) => type === 'file');
    expect(titles(found)).toEqual(['Brand guidelines.pdf']);
  });

  test('is ignored by recall, s3 and gcs, and before 0.7.9 by all but grain', async () => {
    const { browse, mock } = setup();
    const ignored = async (type: 'recall' | 's3' | 'zoom' | 'dropbox', place: object = {}) => {
      const plain = (await browse(ids[type], { ...place })).body;
      expect((await browse(ids[type], { ...place, title_search: 'no such title' })).body, type).toEqual(
        plain,
      );
    };
    await ignored('recall');
    await ignored('s3', { bucket: 'quaymark-recordings' });
    mock.account('cg-test').settings.update({ api_version: OLDEST });
    await ignored('zoom');
    await ignored('dropbox');
  });

  test('binds the token of a page to it', async () => {
    const { browse } = setup();
    const { next_page_token } = (await browse(ids.zoom, { title_search: 'weekly', limit: 2 })).body;
    const page_token = next_page_token ?? '';
    expect((await browse(ids.zoom, { title_search: 'weekly', page_token })).status).toBe(200);
    expect((await browse(ids.zoom, { title_search: 'other', page_token })).status).toBe(400);
    expect((await browse(ids.zoom, { page_token })).status).toBe(400);
  });
});

describe('recursive', () => {
  test('lists the whole tree of a Dropbox with its folders, of which the direct children are a part', async () => {
    const client = setup();
    const of = async (parameters: Record<string, string>) =>
      (await pagesOf(client, ids.dropbox, { ...parameters, limit: 7 })).flatMap(({ data }) => data);
    const [root, tree] = [await of({}), await of({ recursive: 'true' })];
    expect(tree).toEqual(expect.arrayContaining(root));
    expect(tree.filter(({ type }) => type === 'folder').length).toBeGreaterThan(
      root.filter(({ type }) => type === 'folder').length,
    );
    const [team, all] = [await of({ path: '/Team' }), await of({ path: '/Team', recursive: 'true' })];
    expect(all).toEqual(expect.arrayContaining(team));
    expect(all.length).toBeGreaterThan(team.length);
    const places = all.map(({ uri, metadata }) => decodeURIComponent(uri ?? metadata.path ?? ''));
    expect(places.every((place) => place.includes('/Team/'))).toBe(true);
    expect(await of({ recursive: 'false' })).toEqual(root);
  });

  test('takes only true and false, counts for dropbox alone, and is ignored before 0.7.20', async () => {
    const { browse, mock } = setup();
    for (const recursive of ['yes', '1', 'TRUE', '']) {
      expect((await browse(ids.dropbox, { recursive })).status, recursive).toBe(400);
    }
    const plain = (await browse(ids['google-drive'])).body;
    expect((await browse(ids['google-drive'], { recursive: 'true' })).body).toEqual(plain);
    mock.account('cg-test').settings.update({ api_version: '0.7.12' });
    expect((await browse(ids.dropbox, { recursive: 'yes' })).body).toEqual((await browse(ids.dropbox)).body);
  });
});

test('entries of iconik have a signed picture, sound has none, and other connectors no such field', async () => {
  const { browse, call, mock } = setup();
  mock
    .account('cg-test')
    .connectors.put(ids.iconik, { id: 'sound', title: 'Jingle', mime_type: 'audio/mp4' });
  const { data } = (await browse(ids.iconik, { limit: 100 })).body;
  const pictures = data.map(({ thumbnail_url }) => thumbnail_url);
  expect(data.find(({ name }) => name === 'Jingle')?.thumbnail_url).toBeNull();
  expect(new Set(pictures).size).toBe(data.length);
  const url = new URL(pictures.find((one) => one) ?? '');
  expect(url.searchParams.get('signature')).toMatch(/^[\w-]+$/);
  expect((await mock.fetch(url.pathname + url.search)).headers.get('content-type')).toBe('image/svg+xml');
  expect((await browse(ids.gong)).body.data.every((entry) => !('thumbnail_url' in entry))).toBe(true);
  mock.account('cg-test').settings.update({ api_version: '0.7.12' });
  expect((await browse(ids.iconik)).body.data.every((entry) => !('thumbnail_url' in entry))).toBe(true);
  expect(call).toBeTypeOf('function');
});
