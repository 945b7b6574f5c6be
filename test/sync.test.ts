// Sync: the right file for each spelling, and the right refusal for everything else.
import { describe, expect, test } from 'vitest';
import { definitions } from '../src/sources/connectors/connector-registry.ts';
import { ids, setup } from './support/setup.ts';

const HERO = '1pmSkL8-fXK1iYk_UCow3s3HyBDqWMvIf';
const UUID = 'uIFbDT0Ks//VptIgjvIQug==';
const MEETING = '86420197531';

test("syncs the documentation's own example into a pending file", async () => {
  const { status, body } = await setup().sync(ids.grain, 'grain://recording/abc123');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
    uri: `cloudglue://files/${body.id}`,
    status: 'pending',
    bytes: null,
    metadata: null,
    source: 'grain',
    source_metadata: { source_type: 'grain', grain_recording_id: 'abc123' },
  });
  expect(body).not.toHaveProperty('thumbnail_url');
});

describe('one file for all spellings of one item', () => {
  test.each([
    [
      'google-drive',
      [
        `gdrive://file/${HERO}`,
        `GDRIVE://file/${HERO}`,
        `https://drive.google.com/file/d/${HERO}/view?usp=sharing`,
        `https://drive.google.com/open?id=${HERO}`,
      ],
    ],
    [
      'dropbox',
      [
        'dropbox:///Team/All%20hands.mp4',
        'dropbox://Team/All hands.mp4',
        'dropbox:////Team/%41ll%20hands.mp4',
        'dropbox:///team/ALL HANDS.mp4',
      ],
    ],
    [
      'zoom',
      [
        `zoom://uuid/${encodeURIComponent(UUID)}`,
        `zoom://uuid/${UUID}`,
        `zoom://id/${MEETING}`,
        `https://us02web.zoom.us/j/${MEETING}?pwd=x`,
        `https://zoom.us/s/${MEETING}`,
        `https://zoom.us/recording/detail?meeting_id=${encodeURIComponent(UUID)}`,
      ],
    ],
  ] as const)('%s', async (type, spellings) => {
    const { sync, files } = setup();
    const answers = [];
    for (const spelling of spellings) answers.push(await sync(ids[type], spelling));
    for (const { status, body } of answers)
      expect({ status, body }).toEqual({ status: 200, body: answers[0]?.body });
    expect((await files()).body.total).toBe(1);
  });

  test('a dropbox share link and the path that it shares', async () => {
    const { sync, browse } = setup();
    const { dropbox } = (await import('../src/sources/connectors/connector-registry.ts')).registry;
    const shared = dropbox.seeded[0]?.items
      .map((seed) => dropbox.item(seed))
      .find((item) => !item.error && dropbox.aliases?.(item).length);
    const [link = ''] = (shared && dropbox.aliases?.(shared)) ?? [];
    const byPath = await sync(ids.dropbox, shared?.uri ?? '');
    const byLink = await sync(ids.dropbox, `${link}/whatever.mp4?rlkey=abc&dl=0`);
    expect(byPath.status).toBe(200);
    expect(byLink.body).toEqual(byPath.body);
    expect((await browse(ids.dropbox)).status).toBe(200);
  });

  test('the same item through two connectors of one type', async () => {
    const { sync } = setup();
    const one = await sync(ids['google-drive'], `gdrive://file/${HERO}`);
    const other = await sync(ids.agencyDrive, `gdrive://file/${HERO}`);
    expect(other.body).toEqual(one.body);
  });
});

test('keeps similar items apart: object keys are compared exactly', async () => {
  const { sync } = setup();
  const uris = ['quick%20start', 'quick start'].map((name) => `s3://quaymark-recordings/demos/${name}.mp4`);
  const [one, other] = [await sync(ids.s3, uris[0] ?? ''), await sync(ids.s3, uris[1] ?? '')];
  expect([one.status, other.status]).toEqual([200, 200]);
  expect(one.body.id).not.toBe(other.body.id);
});

test('a meeting id with several recordings means the longest', async () => {
  const { sync, file, mock } = setup();
  const { body } = await sync(ids.zoom, `zoom://id/${MEETING}`);
  mock.clock.advance('8s');
  expect((await file(body.id)).body.media_info?.duration_seconds).toBe(2977);
});

test('two hundred identical syncs at once create one file', async () => {
  const { sync, files } = setup();
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, at) =>
      sync(ids.dropbox, at % 2 ? 'dropbox://Team/All%20hands.mp4' : 'dropbox:///Team/All hands.mp4'),
    ),
  );
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
  expect((await files()).body.total).toBe(1);
});

test('the existing file is returned unchanged, whatever its status and earlier changes', async () => {
  const { sync, update, file, mock } = setup();
  const { body } = await sync(ids.grain, 'grain://recording/abc123');
  await update(body.id, { filename: 'Renamed.mp4', metadata: { speaker: 'Mette' } });
  for (const step of ['2s', '6s']) {
    mock.clock.advance(step);
    expect((await sync(ids.grain, 'grain://recording/abc123')).body).toEqual((await file(body.id)).body);
  }
});

test('a deleted file is created again with a new id each time, and with the same ids in the next run', async () => {
  async function idsOfThreeLives() {
    const { sync, remove, file } = setup();
    const lives: string[] = [];
    for (let life = 0; life < 3; life++) {
      const { body } = await sync(ids.gong, 'gong://call/280144223340795106');
      expect(body.status).toBe('pending');
      expect((await remove(body.id)).body).toEqual({ id: body.id, object: 'file' });
      expect((await file(body.id)).status).toBe(404);
      expect((await remove(body.id)).status).toBe(404);
      lives.push(body.id);
    }
    return lives;
  }
  const lives = await idsOfThreeLives();
  expect(new Set(lives).size).toBe(3);
  expect(await idsOfThreeLives()).toEqual(lives);
});

describe('refusals', () => {
  test.each([
    ['plain http', 'https://example.com/a.mp4', 400, 'POST /v1/files/sync'],
    ['an https object URL of S3', 'https://bucket.s3.amazonaws.com/a.mp4', 400, 'POST /v1/files/sync'],
    ['a Grain page', 'https://grain.com/share/recording/abc123', 400, 'POST /v1/files/sync'],
    ['TikTok', 'https://www.tiktok.com/@someone/video/7123456789012345678', 400, 'a TikTok URL'],
    ['a short TikTok link', 'https://vm.tiktok.com/ZM8abc/', 400, 'POST /v1/files/sync'],
    ['Loom', 'https://www.loom.com/share/0281766fa2d04bb788eaf19e65135184', 400, 'a Loom URL'],
    [
      'YouTube',
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
      400,
      'POST /v1/collections/{collection_id}/media',
    ],
    [
      'a short YouTube link',
      'https://youtu.be/dQw4w9WgXcQ',
      400,
      'POST /v1/collections/{collection_id}/media',
    ],
    ['a page host', 'https://vimeo.com/123', 400, 'a page of vimeo.com'],
    [
      'a file of Cloudglue itself',
      'cloudglue://files/0b6f7a52-5f0e-4c1d-8e3b-9a4d2c7e1f60',
      400,
      'is already a Cloudglue file',
    ],
    ['an unknown scheme', 'ftp://example.com/a.mp4', 400, 'grain://recording/<id>'],
    ['no URI at all', 'recording abc123', 400, 'grain://recording/<id>'],
    ['nothing', '', 400, 'grain://recording/<id>'],
    ['an id with a query', 'grain://recording/abc123?x=1', 400, 'grain://recording/<id>'],
  ])('%s', async (_what, url, status, text) => {
    const answer = await setup().sync(ids.grain, url);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toContain(text);
  });

  test.each([
    ['an S3 prefix with a slash', 's3', 's3://quaymark-recordings/demos/'],
    ['an S3 prefix without one', 's3', 's3://quaymark-recordings/demos'],
    ['a whole bucket', 's3', 's3://quaymark-recordings'],
    ['a Dropbox folder by path', 'dropbox', 'dropbox:///Team'],
    ['a Dropbox folder with a slash', 'dropbox', 'dropbox:///Team/'],
    ['a Dropbox folder link', 'dropbox', 'https://www.dropbox.com/scl/fo/abc/xyz?dl=0'],
    ['a Drive folder link', 'google-drive', 'https://drive.google.com/drive/folders/1AbC'],
    [
      'a Drive folder link of a second login',
      'google-drive',
      'https://drive.google.com/drive/u/1/folders/1AbC',
    ],
  ] as const)('a folder: %s', async (_what, type, url) => {
    const { status, body } = await setup().sync(ids[type], url);
    expect(status).toBe(400);
    expect(body.error).toContain(
      `points to a folder. Sync takes one file: list the folder with GET /v1/data-connectors/${ids[type]}/files and`,
    );
  });

  test('a folder: the id of a Drive folder, as in listings', async () => {
    const { browse, sync } = setup();
    const { body } = await browse(ids['google-drive']);
    const folder = body.data.find(({ type }) => type === 'folder');
    const answer = await sync(ids['google-drive'], `gdrive://file/${folder?.metadata.folder_id}`);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toContain('points to a folder');
  });

  test('a Zoom player link is not an accepted form, and an unknown share link is not found', async () => {
    const { sync } = setup();
    expect((await sync(ids.zoom, 'https://zoom.us/rec/play/abc')).status).toBe(400);
    expect((await sync(ids.zoom, 'https://zoom.us/rec/share/abc')).status).toBe(404);
  });

  test('a share link that is gated or expired', async () => {
    const { sync } = setup();
    for (const [name, word] of [
      ['Share link gated (password)', 'login or a password'],
      ['Share link expired in October', 'expired'],
    ]) {
      const { status, body } = await sync(ids.dropbox, `dropbox:///Share links/${name}.mp4`);
      expect(status).toBe(403);
      expect(body.error).toContain(word);
    }
  });

  test("a provider's rate limit, with the time to wait", async () => {
    const { status, headers } = await setup().sync(
      ids.dropbox,
      'dropbox:///Uploads/Provider rate limited.mp4',
    );
    expect({ status, retryAfter: headers.get('retry-after') }).toEqual({ status: 429, retryAfter: '30' });
  });

  test('a file that is not media', async () => {
    const { status, body } = await setup().sync(
      ids['google-drive'],
      await driveUri('Marketing/Brand guidelines.pdf'),
    );
    expect(status).toBe(400);
    expect(body.error).toContain('not a video or audio file (application/pdf)');
  });

  test('a connector id that is not a UUID, or that no connector has', async () => {
    const { sync, browse, sourceMetadata } = setup();
    for (const ask of [sync, sourceMetadata]) {
      expect((await ask('grain', 'grain://recording/abc123')).status).toBe(400);
      expect((await ask('6f1c2b7e-3a54-4d0b-9c1e-2f7a8b9c0d16', 'grain://recording/abc123')).status).toBe(
        404,
      );
    }
    expect((await browse('grain')).body.error).toContain('path parameter "id" must be a UUID');
    expect((await browse('6f1c2b7e-3a54-4d0b-9c1e-2f7a8b9c0d16')).status).toBe(404);
    expect((await browse(ids.grain.toUpperCase())).status).toBe(200);
  });

  test('a refused sync leaves nothing behind', async () => {
    const { sync, files } = setup();
    await sync(ids.grain, 's3://quaymark-recordings/demos/quick start.mp4');
    await sync(ids.s3, 's3://quaymark-recordings/nothing.mp4');
    expect((await files()).body.total).toBe(0);
  });
});

async function driveUri(path: string): Promise<string> {
  const { registry } = await import('../src/sources/connectors/connector-registry.ts');
  const drive = registry['google-drive'];
  const items = drive.seeded.flatMap((seeded) => seeded.items.map((seed) => drive.item(seed)));
  return items.find((item) => 'path' in item && item.path === `/${path}`)?.uri ?? '';
}

describe('source metadata', () => {
  test('is what Grain says about the recording, without creating a file', async () => {
    const { sourceMetadata, sync, files } = setup();
    const { status, body } = await sourceMetadata(ids.grain, 'grain://recording/abc123');
    expect(status).toBe(200);
    expect(body.source_metadata).toMatchObject({ title: 'Nordhavn Foods – Q4 business review' });
    expect((await files()).body.total).toBe(0);
    expect((await sync(ids.grain, 'grain://recording/abc123')).body.source_metadata).toEqual(
      body.source_metadata,
    );
  });

  test('is 501 for a connector of another type, whatever the URI', async () => {
    const { sourceMetadata } = setup();
    for (const { type } of definitions.filter(({ sourceMetadata }) => !sourceMetadata)) {
      expect((await sourceMetadata(ids[type], 'grain://recording/abc123')).status, type).toBe(501);
    }
  });

  test('is refused for an unknown recording, another type of URI, and no URI', async () => {
    const { sourceMetadata, call } = setup();
    expect((await sourceMetadata(ids.grain, 'grain://recording/nope')).status).toBe(404);
    expect((await sourceMetadata(ids.grain, 'gong://call/1')).status).toBe(400);
    const missing = await call<{ error: string }>('GET', `/v1/data-connectors/${ids.grain}/source-metadata`);
    expect(missing.status).toBe(400);
    expect(missing.body.error).toContain('query parameter "url" is required');
  });
});
