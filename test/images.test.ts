// Images: files since 0.7.8, of uploads and public URLs, with what they have and where they do not go.
import { describe, expect, test } from 'vitest';
import { ids, setup } from './support/setup.ts';

const OLDEST = '0.7.7';
/** The first bytes of each kind. */
const PNG = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0,
  1, 8, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x49, 0x44, 0x41, 0x54,
]);
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]);
const WEBP = new TextEncoder().encode('RIFF\u0001\0\0\0WEBPVP8 ');
const GIF = new TextEncoder().encode('GIF89a\u0001\0\u0001\0');

const formOf = (bytes: BlobPart, name: string) => {
  const form = new FormData();
  form.set('file', new File([bytes], name));
  return form;
};

describe('uploads', () => {
  test.each([
    ['poster.png', PNG, 'png'],
    ['poster.jpg', JPEG, 'jpeg'],
    ['poster.webp', WEBP, 'webp'],
  ] as const)('%s is an image, with a size in pixels and no length', async (name, bytes, format) => {
    const { upload, file, mock } = setup();
    const { status, body } = await upload(formOf(bytes, name));
    expect([status, body.media_type, body.status]).toEqual([200, 'image', 'pending']);
    mock.clock.advance('1m');
    const ready = (await file(body.id)).body;
    expect(ready).toMatchObject({ status: 'completed', bytes: bytes.length, media_type: 'image' });
    expect(ready.media_info).toMatchObject({
      duration_seconds: 0,
      width: expect.any(Number),
      height: expect.any(Number),
      has_audio: false,
      format,
    });
    expect(ready).not.toHaveProperty('video_info');
    expect(ready).not.toHaveProperty('thumbnail_url');
  });

  test('an image named .mp4 is what its bytes are', async () => {
    const { upload, mock, file } = setup();
    const { status, body } = await upload(formOf(PNG, 'clip.mp4'));
    expect([status, body.filename, body.media_type]).toEqual([200, 'clip.mp4', 'image']);
    mock.clock.advance('1m');
    expect((await file(body.id)).body.media_info?.format).toBe('png');
  });

  test('a name is enough where the bytes tell nothing, unless uploads are strict', async () => {
    expect((await setup().upload(formOf('fake', 'poster.png'))).body.media_type).toBe('image');
    expect((await setup({ uploads: 'strict' }).upload(formOf('fake', 'poster.png'))).status).toBe(415);
  });

  test.each([
    ['poster.gif', GIF],
    ['poster.heic', 'fake'],
    ['poster.bmp', 'fake'],
  ] as const)('%s is refused with 415', async (name, bytes) => {
    const { status, body } = await setup().upload(formOf(bytes, name));
    expect([status, body.error]).toEqual([415, expect.stringContaining('JPEG, PNG or WebP')]);
  });

  test('are refused at 0.7.7, also those named .mp4', async () => {
    const { upload } = setup({ apiVersion: OLDEST });
    for (const [name, bytes] of [
      ['poster.png', PNG],
      ['clip.mp4', PNG],
      ['fake.png', 'fake'],
    ] as const) {
      const { status, body } = await upload(formOf(bytes, name));
      expect(status, name).toBe(415);
      expect(body.error).not.toContain('PNG or WebP');
    }
  });
});

describe('public URLs', () => {
  test.each(['png', 'jpg', 'jpeg', 'webp'])('a direct link to .%s makes an image', async (extension) => {
    const { status, body } = await setup().syncUrl(`https://example.com/poster.${extension}`);
    expect([status, body.media_type, body.source]).toEqual([200, 'image', 'http']);
  });

  test('other images are 415, and at 0.7.7 all of them', async () => {
    expect((await setup().syncUrl('https://example.com/poster.gif')).status).toBe(415);
    const { status, body } = await setup({ apiVersion: OLDEST }).syncUrl('https://example.com/poster.png');
    expect([status, body.error]).toEqual([415, expect.not.stringContaining('WebP')]);
  });
});

test('an image goes into no collection, by URL or by id, and none is made of the URL', async () => {
  const { createCollection, addMedia, syncUrl, files } = setup();
  const collection = (await createCollection('All')).body.id;
  const byUrl = await addMedia(collection, { url: 'https://example.com/poster.png' });
  expect([byUrl.status, byUrl.body.error]).toEqual([400, expect.stringContaining('is an image')]);
  expect((await files()).body.total).toBe(0);
  const { id } = (await syncUrl('https://example.com/poster.png')).body;
  expect((await addMedia(collection, { file_id: id })).status).toBe(400);
});

test('a connector makes no file of an image', async () => {
  const { mock, sync } = setup();
  const { uri } = mock.account('cg-test').connectors.put(ids.dropbox, { path: '/Team/Poster.png' });
  const { status, body } = await sync(ids.dropbox, uri);
  expect([status, body.error]).toEqual([400, expect.stringContaining('image/png')]);
});

test('a client of 0.7.7 does not find an image that was made before, and its list is whole', async () => {
  const { mock, syncUrl, files, file } = setup();
  const { id } = (await syncUrl('https://example.com/poster.png')).body;
  await syncUrl('https://example.com/talk.mp4');
  mock.account('cg-test').settings.update({ api_version: OLDEST });
  expect((await files()).body).toMatchObject({ total: 1, data: [{ media_type: 'video' }] });
  expect((await file(id)).status).toBe(404);
});

describe('direct downloads', () => {
  test.each([
    [
      'https://drive.google.com/uc?id=1abc&export=download',
      'https://drive.google.com/uc?export=download&id=1abc',
    ],
    ['https://app.box.com/shared/static/abc.mp4', 'https://app.box.com/shared/static/abc.mp4?dl=1'],
    [
      'https://player.vimeo.com/progressive_redirect/playback/1/rendition/720p/file.mp4?signature=a',
      'https://player.vimeo.com/progressive_redirect/playback/1/rendition/720p/file.mp4?signature=b',
    ],
  ])('%s is a video, and one file with another form of the link', async (url, same) => {
    const { syncUrl } = setup();
    const { status, body } = await syncUrl(url);
    expect([status, body.source, body.media_type]).toEqual([200, 'http', 'video']);
    expect((await syncUrl(same)).body.id).toBe(body.id);
  });

  test('pages of those hosts stay refused, and so does a download without an id', async () => {
    const { syncUrl } = setup();
    for (const url of [
      'https://drive.google.com/uc',
      'https://drive.google.com/drive/folders/1abc',
      'https://app.box.com/s/abc',
      'https://player.vimeo.com/video/1',
      'https://vimeo.com/progressive_redirect/1',
    ]) {
      expect((await syncUrl(url)).status, url).toBe(400);
    }
  });

  test('a link to the bytes of a Dropbox file is that file, through a connector only', async () => {
    const { sync, syncUrl } = setup();
    const url = 'https://dl.dropboxusercontent.com/1/view/abc123/Team/All%20hands.mp4';
    const { status, body } = await sync(ids.dropbox, url);
    expect([status, body.source]).toEqual([200, 'dropbox']);
    expect((await sync(ids.dropbox, 'dropbox:///Team/All hands.mp4')).body.id).toBe(body.id);
    const direct = await syncUrl(url);
    expect([direct.status, direct.body.error]).toEqual([400, expect.stringContaining('belongs to Dropbox')]);
    expect((await sync(ids.dropbox, 'https://dl.dropboxusercontent.com/scl/fi/abc/a.mp4')).status).toBe(400);
  });
});
