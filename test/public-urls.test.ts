// POST /files/sync: what anybody can reach, one file for each meaning of a URL, and the wrong doors.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publicDefinitions } from '../src/sources/public/public-registry.ts';
import { dataFolder } from './support/data-file.ts';
import { rounds } from './support/rounds.ts';
import { ids, setup } from './support/setup.ts';

const TIKTOK = 'https://www.tiktok.com/@quaymark/video/7412036958271405317';
const LOOM = 'https://www.loom.com/share/5b1d0f3c9e7a4c2f8d6b3a1e0f9c7d52';
const MEDIA = 'https://media.quaymark.example/talks/port-automation-keynote.mp4';
const SHARED = 'https://www.dropbox.com/scl/fi/b2vrhy678t7poas4voh71/All-hands.mp4?rlkey=x&dl=0';

test('a direct link becomes a file that is processed like any other', async () => {
  const { syncUrl, file, mock } = setup();
  const { status, body } = await syncUrl(MEDIA, { metadata: { speaker: 'Ana' } });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    status: 'pending',
    source: 'http',
    filename: 'port-automation-keynote.mp4',
    metadata: { speaker: 'Ana' },
    source_metadata: null,
  });
  mock.clock.advance('8s');
  expect((await file(body.id)).body).toMatchObject({
    status: 'completed',
    media_info: { duration_seconds: 2148, width: 1920 },
  });
});

test('a second call returns the file unchanged, and ignores the metadata', async () => {
  const { syncUrl, mock } = setup();
  const first = (await syncUrl(MEDIA, { metadata: { take: 1 } })).body;
  mock.clock.advance('2s');
  const again = (await syncUrl(MEDIA, { metadata: { take: 2 }, enable_segment_thumbnails: false })).body;
  expect(again).toMatchObject({ id: first.id, metadata: { take: 1 }, status: 'processing' });
});

test('any unseeded link to media becomes a file with stable details', async () => {
  const details = async () => {
    const { syncUrl } = setup({ lifecycle: 'instant' });
    return (await syncUrl('https://example.com/some/Video%20of%20mine.MP4?sig=1')).body;
  };
  const [one, other] = [await details(), await details()];
  expect(one).toMatchObject({ filename: 'Video of mine.MP4', status: 'completed', source: 'http' });
  expect(one).toEqual(other);
});

test.each([
  ['its host in another case', MEDIA.replace('media.quaymark', 'MEDIA.Quaymark')],
  ['the default port', MEDIA.replace('.example/', '.example:443/')],
  ['a fragment', `${MEDIA}#t=30`],
  ['an empty query', `${MEDIA}?`],
  ['needless percent-encoding', MEDIA.replace('keynote', 'k%65ynote')],
])('%s creates no other file', async (_what, spelling) => {
  const { syncUrl } = setup();
  expect((await syncUrl(spelling)).body.id).toBe((await syncUrl(MEDIA)).body.id);
});

test.each([
  ['another path', MEDIA.replace('keynote', 'keynotes')],
  ['a query', `${MEDIA}?version=2`],
  ['another port', MEDIA.replace('.example/', '.example:8443/')],
])('%s creates another file', async (_what, other) => {
  const { syncUrl } = setup();
  expect((await syncUrl(other)).body.id).not.toBe((await syncUrl(MEDIA)).body.id);
});

test.each([
  [
    'TikTok',
    TIKTOK,
    'https://vm.tiktok.com/ZMhQk7rTd/',
    'https://vt.tiktok.com/ZMhQk7rTd',
    'http://tiktok.com/@renamed/video/7412036958271405317?_t=8abc&_r=1#x',
  ],
  [
    'Loom',
    LOOM,
    `${LOOM}?sid=1&t=20`,
    'https://www.loom.com/share/Walkthrough-5B1D0F3C9E7A4C2F8D6B3A1E0F9C7D52/',
  ],
  ['Dropbox', SHARED, 'https://dropbox.com/scl/fi/b2vrhy678t7poas4voh71/Renamed.mp4?dl=1'],
])('every form of one %s link is one file', async (_kind, canonical, ...forms) => {
  const { syncUrl } = setup();
  const { id } = (await syncUrl(canonical)).body;
  for (const form of forms) expect((await syncUrl(form)).body.id, form).toBe(id);
});

test('a Dropbox share link is the same file here, through a connector and by its path', async () => {
  const { syncUrl, sync } = setup();
  const { id, source } = (await syncUrl(SHARED)).body;
  expect(source).toBe('dropbox');
  expect((await sync(ids.dropbox, SHARED)).body.id).toBe(id);
  expect((await sync(ids.dropbox, 'dropbox:///Team/All%20hands.mp4')).body.id).toBe(id);
});

test('sources say where the file came from', async () => {
  const { syncUrl } = setup();
  expect((await syncUrl(TIKTOK)).body).toMatchObject({ source: 'http', media_type: 'video' });
  expect((await syncUrl(LOOM)).body.source).toBe('loom');
});

test('a seeded URL is a video if its path has no extension, and not if it is that of a page', async () => {
  const { data, put } = dataFolder();
  put('urls: [{ url: https://example.com/watch/1 }, { url: https://example.com/about.html }]');
  const { syncUrl } = setup({ seed: data });
  expect((await syncUrl('https://example.com/watch/1')).body.media_type).toBe('video');
  expect((await syncUrl('https://example.com/about.html')).status).toBe(415);
  expect((await syncUrl('https://example.com/watch/2')).status).toBe(415);
});

describe('credits', () => {
  const OTHER = 'https://www.tiktok.com/@quaymark/video/7420518833906412805';

  test('a new TikTok file costs one, and gets 402 when none are left', async () => {
    const { syncUrl, as, mock } = setup({ credits: 1 });
    const { id } = (await syncUrl(TIKTOK)).body;
    expect((await syncUrl(TIKTOK)).body.id).toBe(id);
    const refused = await syncUrl(OTHER);
    expect(refused).toMatchObject({
      status: 402,
      body: { error: expect.stringContaining('no credits left') },
    });
    expect((await syncUrl(LOOM)).status).toBe(200);
    expect((await as('another').syncUrl(OTHER)).status).toBe(200);
    mock.reset();
    expect((await syncUrl(OTHER)).status).toBe(200);
  });

  test('a refused request costs nothing', async () => {
    const { syncUrl } = setup({ credits: 1 });
    expect((await syncUrl('https://www.tiktok.com/@quaymark/video/7433519088124300549')).status).toBe(404);
    expect((await syncUrl(TIKTOK)).status).toBe(200);
  });
});

describe('refusals', () => {
  test.each([
    ['a YouTube link', 'https://youtu.be/Qk7mR2dYx0E', 400, 'POST /v1/collections/{collection_id}/media'],
    [
      'an S3 URI',
      's3://quaymark-recordings/demos/quick start.mp4',
      400,
      `POST /v1/data-connectors/${ids.s3}/sync through`,
    ],
    ['a Drive link', 'https://drive.google.com/file/d/1pmSkL8-fXK1iYk/view', 400, 'type google-drive'],
    ['a Zoom link', 'https://us02web.zoom.us/rec/share/abc', 400, 'type zoom, as zoom://uuid/'],
    ['a broken Grain URI', 'grain://nope', 400, 'type grain'],
    [
      'a Grain page',
      'https://grain.com/share/recording/abc123',
      400,
      'type grain, as grain://recording/<id>',
    ],
    ['a Dropbox path', 'dropbox:///Team/All%20hands.mp4', 400, 'type dropbox'],
    [
      'a Dropbox folder',
      'https://www.dropbox.com/scl/fo/abc/xyz',
      400,
      `GET /v1/data-connectors/${ids.dropbox}/files`,
    ],
    ['a page host', 'https://vimeo.com/123', 400, 'a page of vimeo.com'],
    ['a TikTok profile', 'https://www.tiktok.com/@quaymark', 400, 'not a TikTok URL'],
    ['a file of ours', 'cloudglue://files/1', 400, 'Read it with GET /v1/files/1;'],
    ['no URL', 'talk.mp4', 400, 'Accepted forms'],
    ['another scheme', 'ftp://example.com/a.mp4', 400, 'Accepted forms'],
    ['an empty text', '', 400, 'Accepted forms'],
    [
      'a picture of a type that is not taken',
      'https://media.quaymark.example/brand/logo.gif',
      415,
      'image/gif',
    ],
    ['a web page', 'https://example.com/', 415, 'text/html'],
    ['a host that cannot be', 'https://media.invalid/a.mp4', 404, 'was not found'],
    ['a TikTok page for phones', TIKTOK.replace('www.', 'm.'), 400, 'not a TikTok URL'],
    [
      'a Loom link without www',
      LOOM.replace('www.', ''),
      400,
      'Accepted forms: https://www.loom.com/share/<id>',
    ],
    ['a Loom link without TLS', LOOM.replace('https', 'http'), 400, 'not a Loom URL'],
    ['a missing file', 'https://media.quaymark.example/broken/gone.mp4', 404, 'was not found'],
    ['a gated share link', 'https://www.loom.com/share/2d8b6f4ea1c7490fb5e3d9c8a7f01b46', 403, 'login'],
    ['an expired link', 'https://media.quaymark.example/broken/link-expired.mp4', 403, 'expired'],
    [
      'a host that is down',
      'https://media.quaymark.example/broken/host-down.mp4',
      404,
      'could not be reached',
    ],
  ])('%s', async (_what, url, status, text) => {
    const { syncUrl, files } = setup();
    const answer = await syncUrl(url);
    expect(answer).toMatchObject({ status, body: { error: expect.stringContaining(text) } });
    expect((await files()).body.total).toBe(0);
  });

  test('a connector names this endpoint for a public URL', async () => {
    const { sync } = setup();
    for (const url of [MEDIA, TIKTOK, LOOM]) {
      expect((await sync(ids.grain, url)).body.error).toContain('POST /v1/files/sync');
      expect((await sync(ids.dropbox, url)).status).toBe(400);
    }
  });
});

describe('unseeded public links', () => {
  const SHARE = 'https://www.dropbox.com/scl/fi/nobody/a.mp4';
  const SYNCED = [
    'https://www.tiktok.com/@nobody/video/1234567890',
    'https://vm.tiktok.com/Nobody1',
    'https://www.loom.com/share/00000000000000000000000000000000',
    'https://www.loom.com/share/my-very-own-id-of-32-characters_',
    SHARE,
  ];
  const YOUTUBE = ['watch?v=dQw4w9WgXcQ', 'shorts/dQw4w9WgXcQ', 'live/dQw4w9WgXcQ'];

  test('exist if they are well formed, and are always the same file', async () => {
    const { syncUrl, addMedia, createCollection } = setup();
    const ofAnother = setup({ unknownUris: 'create' });
    for (const url of SYNCED) {
      const { status, body } = await syncUrl(url);
      expect([status, body], url).toEqual([200, (await ofAnother.syncUrl(url)).body]);
    }
    const collection = (await createCollection('All')).body.id;
    const ids = new Set<string>();
    for (const path of YOUTUBE) {
      const { status, body } = await addMedia(collection, { url: `https://www.youtube.com/${path}` });
      expect(status, path).toBe(200);
      ids.add(body.file_id);
    }
    expect(ids.size).toBe(1);
  });

  test('a share link is the same file here and through a connector, which refuses unknown paths', async () => {
    const { syncUrl, sync } = setup();
    expect((await sync(ids.dropbox, SHARE)).body.id).toBe((await syncUrl(SHARE)).body.id);
    expect(await sync(ids.dropbox, 'dropbox:///nowhere/a.mp4')).toMatchObject({
      status: 404,
      body: { error: expect.stringContaining('--unknown-uris create') },
    });
  });

  test('do not exist with unknownUris refuse, but direct links to media do', async () => {
    const { syncUrl, sync } = setup({ unknownUris: 'refuse' });
    for (const url of SYNCED) {
      expect(await syncUrl(url), url).toMatchObject({
        status: 404,
        body: { error: expect.stringContaining('--unknown-uris') },
      });
    }
    expect((await sync(ids.dropbox, SHARE)).status).toBe(404);
    expect((await syncUrl('https://example.com/any.mp4')).status).toBe(200);
  });
});

test.each([
  'm.youtube.com/watch?v=dQw4w9WgXcQ',
  'music.youtube.com/watch?v=dQw4w9WgXcQ',
  'www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
])('a collection refuses %s, which the vendor does not accept as a YouTube video', async (link) => {
  const { addMedia, createCollection } = setup({ unknownUris: 'create' });
  const collection = (await createCollection('All')).body.id;
  expect(await addMedia(collection, { url: `https://${link}` })).toMatchObject({
    status: 400,
    body: { error: expect.stringContaining('not a YouTube URL') },
  });
});

test('reading a URL never throws, and its canonical form reads as itself', () => {
  const pieces = fc.constantFrom(
    'https://',
    'HTTP://',
    'www.tiktok.com',
    'vm.tiktok.com',
    'loom.com',
    'youtu.be',
    'youtube.com',
    'example.com',
    ':443',
    ':80',
    '/',
    '//',
    '@a',
    '/video/1',
    '/share/',
    '/watch?v=',
    'Qk7mR2dYx0E',
    '5b1d0f3c9e7a4c2f8d6b3a1e0f9c7d52',
    '.mp4',
    '%41',
    '%2f',
    '%',
    '?',
    '#',
    '&',
    ' ',
    'é',
    '\\',
    '..',
    'u:p@',
    '[::1]',
    '\u0000',
    '\ud800',
  );
  const urls = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.string(),
    fc.array(pieces).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(urls, (url) => {
      for (const definition of publicDefinitions) {
        const reading = definition.read(url);
        if (!reading || !('key' in reading)) continue;
        expect(definition.read(reading.uri)).toEqual(reading);
        expect(definition.synthesize(reading).key).toBe(reading.key);
      }
    }),
    { numRuns: rounds(300) },
  );
});

test('insignificant parts of a URL never create a second file', async () => {
  const { syncUrl } = setup();
  const segment = fc.stringMatching(/^[A-Za-z0-9_.~-]{1,12}$/).filter((text) => !/^\.+$/.test(text));
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        host: fc
          .domain()
          .filter((host) => !/invalid$|vimeo|box|loom|tiktok|youtu|grain|gong|recall|zoom|drive/i.test(host)),
        path: fc.array(segment, { maxLength: 3 }),
        query: fc.option(segment),
        fragment: segment,
        encoded: fc.nat(),
      }),
      async ({ host, path, query, fragment, encoded }) => {
        const file = ['', ...path, 'clip.mp4'].join('/');
        const search = query === null ? '' : `?q=${query}`;
        const at = (encoded % (file.length - 1)) + 1;
        const hex = file.charCodeAt(at).toString(16);
        const odd = /[\w~-]/.test(file[at] ?? '') ? `${file.slice(0, at)}%${hex}${file.slice(at + 1)}` : file;
        const plain = await syncUrl(`https://${host}${file}${search}`);
        const other = await syncUrl(`HTTPS://${host.toUpperCase()}:443${odd}${search}#${fragment}`);
        expect(plain.status).toBe(200);
        expect(other.body.id).toBe(plain.body.id);
      },
    ),
    { numRuns: rounds(20) },
  );
});

test('a connector does not point to an endpoint that would refuse the URL', async () => {
  const { sync, call } = setup();
  const url = 'https://www.loom.com/looks-like';
  const atDoor = await call<{ error: string }>('POST', '/v1/files/sync', { url });
  const atConnector = await sync(ids.grain, url);
  expect([atDoor.status, atConnector.status]).toEqual([400, 400]);
  expect(atConnector.body.error).toBe(atDoor.body.error);
});
