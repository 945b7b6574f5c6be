// What imports of metadata bring in: what listings tell, more of it where a run asks, pictures, and no media.
import { expect, test } from 'vitest';
import type { Schemas } from '../src/openapi/cloudglue.ts';
import { importsOf, withImports } from './support/imports.ts';
import { ids } from './support/setup.ts';

type Metadata = Record<string, unknown>;
type Members = Schemas['CollectionFile'][];

const metadataOf = (members: Members) =>
  members.map(({ file }) => file?.source_metadata as unknown as Metadata);

/** Fields that are null in listings of a provider. */
const UNLISTED = {
  gong: ['parties', 'topics', 'trackers', 'brief', 'key_points'],
  dropbox: ['media_info'],
};
const DROPBOX_FOLDER = { filters: [{ recursive: 'true' }] };

test.each(['gong', 'dropbox'] as const)('an import of %s leaves null what its listings do', async (type) => {
  const { imported, members, browse } = await withImports();
  const { run } = await imported({ connector_id: ids[type], ...(type === 'dropbox' && DROPBOX_FOLDER) });
  expect(run.progress).toMatchObject({ files_enriched: 0 });
  const all = metadataOf(await members());
  expect(all.length).toBeGreaterThan(3);
  for (const metadata of all) {
    for (const field of UNLISTED[type]) expect(metadata[field], field).toBeNull();
  }
  const listing = await browse(ids[type], { limit: 100, ...(type === 'dropbox' && { recursive: 'true' }) });
  const listed = listing.body.data.map(({ metadata }) => metadata);
  for (const metadata of all) expect(listed).toContainEqual(metadata);
});

test.each(['gong', 'dropbox'] as const)(
  'with enrich_metadata, an import of %s is told the rest once a page is indexed',
  async (type) => {
    const { mock, account, create, latest, members, sourceMetadata } = await withImports();
    const { body } = await create({
      connector_id: ids[type],
      enrich_metadata: true,
      ...(type === 'dropbox' && DROPBOX_FOLDER),
    });
    const run = () => latest(body.id);
    const isNull = async () =>
      metadataOf(await members()).map((metadata) =>
        UNLISTED[type].every((field) => metadata[field] === null),
      );
    while ((await run()).progress.files_queued === 0) mock.clock.advance('100ms');
    expect((await run()).progress.files_enriched).toBe(0);
    expect(new Set(await isNull())).toEqual(new Set([true]));
    account.clock.settle();
    const { progress } = await run();
    expect(progress.files_enriched).toBe(progress.files_indexed);
    expect(await isNull()).toContain(false);
    for (const { file } of (await members()).slice(0, 5)) {
      const { uri } = account.files.list().find(({ id }) => id === file?.id) ?? { uri: '' };
      expect(file?.source_metadata).toEqual((await sourceMetadata(ids[type], uri)).body.source_metadata);
    }
  },
);

test('what was told once stays, and enrich_metadata does nothing for others, nor for what an append run skips', async () => {
  const { imported, runAgain, members } = await withImports();
  const { id } = await imported({ connector_id: ids.gong, enrich_metadata: true });
  const enriched = metadataOf(await members());
  expect((await runAgain(id, { mode: 'refresh', enrich_metadata: false })).progress.files_enriched).toBe(0);
  expect(metadataOf(await members())).toEqual(enriched);
  expect((await runAgain(id)).progress.files_enriched).toBe(0);
  for (const type of ['zoom', 'recall', 'grain', 'google-drive', 'iconik'] as const) {
    const { run } = await imported({ connector_id: ids[type], enrich_metadata: true, max_files: 3 });
    expect(run.progress.files_enriched, type).toBe(0);
    expect(run.enrich_metadata).toBe(true);
  }
});

test('a refresh of a file tells all of it, after an import that did not ask', async () => {
  const { imported, members, call } = await withImports();
  await imported({ connector_id: ids.gong, max_files: 5 });
  const before = await members();
  for (const { file_id } of before) await call('POST', `/v1/files/${file_id}/sync`);
  const parties = metadataOf(await members()).map((metadata) => metadata.parties);
  expect(parties.every((all) => Array.isArray(all))).toBe(true);
});

test('an import of media knows all of its files, as any sync does', async () => {
  const { imported, members } = await withImports('media-descriptions');
  await imported({ connector_id: ids.gong, max_files: 5 });
  expect(metadataOf(await members()).every((metadata) => Array.isArray(metadata.parties))).toBe(true);
});

test('what is known by its metadata only has no media information and no picture, until its media is wanted', async () => {
  const { account, imported, members, file, createCollection, addMedia, video } = await withImports();
  await imported({ connector_id: ids.gong, max_files: 1 });
  const [{ file: known } = {}] = await members();
  expect(known).toMatchObject({ status: 'completed', media_type: 'video' });
  for (const field of ['media_info', 'video_info', 'thumbnail_url']) expect(known).not.toHaveProperty(field);
  const { id } = (await createCollection('Media')).body;
  const added = await addMedia(id, { file_id: known?.id });
  expect(added.body).toMatchObject({ status: 'pending', file: { status: 'pending' } });
  account.clock.advance('2s');
  expect((await file(String(known?.id))).body.status).toBe('processing');
  account.clock.settle();
  expect((await video(id, String(known?.id))).body).toMatchObject({
    status: 'completed',
    file: {
      status: 'completed',
      created_at: known?.created_at,
      media_info: { width: expect.any(Number) },
      thumbnail_url: expect.stringContaining('.svg'),
    },
  });
  const [member] = await members();
  expect(member).toMatchObject({ status: 'completed', searchable_status: 'completed' });
});

test('a file that an import of metadata and one of media find is processed for the second', async () => {
  const { account, imported, members, createCollection, as } = await withImports();
  await imported({ connector_id: ids.gong, max_files: 2 });
  const { body } = await createCollection('Media');
  await importsOf(as('cg-test'), body.id).create({ connector_id: ids.gong, max_files: 2 });
  account.clock.settle();
  for (const { file } of await members()) expect(file?.media_info?.duration_seconds).toBeGreaterThan(0);
});

test.each([
  ['grain', {}],
  ['iconik', {}],
  ['google-drive', {}],
  ['dropbox', DROPBOX_FOLDER],
] as const)(
  'with include_thumbnails, files of %s have pictures, a moment after they are indexed',
  async (type, more) => {
    const { mock, account, create, latest, members } = await withImports();
    const made = (await create({ connector_id: ids[type], include_thumbnails: true, ...more })).body;
    while ((await latest(made.id)).progress.files_indexed === 0) mock.clock.advance('100ms');
    const pictures = async () => (await members()).map(({ file }) => file?.thumbnail_url);
    expect(new Set(await pictures())).toEqual(new Set([undefined]));
    account.clock.advance('1h');
    const all = await members();
    const videos = all.filter(({ file }) => file?.media_type === 'video');
    expect(videos.length).toBeGreaterThan(3);
    const withPicture = all.filter(({ file }) => file?.thumbnail_url !== undefined);
    expect(withPicture.length).toBeGreaterThan(3);
    if (type !== 'grain') expect(withPicture).toEqual(videos);
    const [one] = withPicture;
    const picture = await mock.fetch(new URL(String(one?.file?.thumbnail_url)).pathname);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  },
);

test('there are no pictures where nobody asks, the provider has none, or gives none to imports', async () => {
  const { account, imported, runAgain, members } = await withImports();
  const items = [
    { id: 'with', title: 'With' },
    { id: 'without', title: 'Without', thumbnail: false },
  ];
  const { id: connector_id } = account.connectors.add({ type: 'grain', items });
  const { id } = await imported({ connector_id });
  await imported({ connector_id: ids.gong, include_thumbnails: true });
  account.clock.advance('1h');
  const pictures = async () =>
    (await members()).flatMap(({ file }) => (file?.thumbnail_url ? [file.filename] : []));
  expect(await pictures()).toEqual([]);
  await runAgain(id, { mode: 'refresh', include_thumbnails: true });
  account.clock.advance('1h');
  expect(await pictures()).toEqual(['With.mp4']);
});
