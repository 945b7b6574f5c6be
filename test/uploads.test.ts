// POST /files: multipart as clients send it, its type told by its first bytes, and every way in which it can be wrong.
import { connect } from 'node:net';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createMock } from '../src/index.ts';
import { expectLinear } from './support/linear.ts';
import { rounds } from './support/rounds.ts';
import { createClient, setup } from './support/setup.ts';

/** The beginning of an MP4 file, and as much behind it as is wanted. */
const mp4 = (bytes = 64) => {
  const content = new Uint8Array(bytes);
  content.set(Buffer.from('\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41', 'latin1'));
  return content;
};
const WAV = Buffer.from('RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0', 'latin1');

const form = (parts: Record<string, string | File>) => {
  const data = new FormData();
  for (const [name, part] of Object.entries(parts)) data.append(name, part);
  return data;
};
const video = (bytes?: number) => new File([mp4(bytes)], 'interview.mp4', { type: 'video/mp4' });

test('an upload becomes a file with its size, type and metadata', async () => {
  const { upload, file, mock } = setup();
  const { status, body } = await upload(
    form({ file: video(5_000), metadata: '{"speaker":"Ana"}', enable_segment_thumbnails: 'True' }),
  );
  expect(status).toBe(200);
  expect(body).toMatchObject({
    status: 'pending',
    source: 'upload',
    filename: 'interview.mp4',
    metadata: { speaker: 'Ana' },
    media_type: 'video',
  });
  mock.clock.advance('8s');
  expect((await file(body.id)).body).toMatchObject({ status: 'completed', bytes: 5_000 });
});

test('its first bytes determine its type, whatever its name', async () => {
  const { upload } = setup();
  const audio = await upload(form({ file: new File([WAV], 'talk.mp4') }));
  expect(audio.body).toMatchObject({ media_type: 'audio', filename: 'talk.mp4' });
});

describe('an upload whose first bytes are of no known type', () => {
  test.each([
    ['its name', new File(['fake'], 'video.mp4'), 'video'],
    ['its audio file name', new File(['fake'], 'Talk.MP3'), 'audio'],
    ['its content type', new File(['fake'], 'blob', { type: 'audio/wav' }), 'audio'],
    ['its name, where the type says nothing', new File(['fake'], 'a.mov', { type: 'text/plain' }), 'video'],
    ['its name, and follows its plan', new File([new Uint8Array(2_000)], 'zeros.webm'), 'video'],
  ])('has the type of %s', async (_what, content, type) => {
    const { upload, file, mock } = setup();
    const { status, body } = await upload(form({ file: content }));
    expect([status, body.status, body.media_type]).toEqual([200, 'pending', type]);
    mock.clock.advance('8s');
    expect((await file(body.id)).body).toMatchObject({ status: 'completed', bytes: content.size });
  });

  test('is refused with uploads strict, for one account or for all', async () => {
    const fake = () => form({ file: new File(['fake'], 'video.mp4') });
    const { upload } = setup({ uploads: 'strict' });
    expect((await upload(fake())).status).toBe(415);
    expect((await upload(form({ file: video() }))).status).toBe(200);
    const one = setup();
    one.mock.account('cg-test').settings.update({ uploads: 'strict' });
    expect((await one.upload(fake())).status).toBe(415);
    expect((await one.as('cg-other').upload(fake())).status).toBe(200);
  });
});

test.each([
  ['a slash', 'days/1/interview.mp4', 'days/1/interview.mp4'],
  ['a backslash', 'C:\\interview.mp4', 'C:\\interview.mp4'],
  ['a quote', 'the "best"/interview.mp4', 'the "best"/interview.mp4'],
  ['letters of all kinds', 'Größe 東京 %41.mp4', 'Größe 東京 %41.mp4'],
])('a name with %s is kept unchanged', async (_what, name, expected) => {
  const { upload } = setup();
  expect((await upload(form({ file: new File([mp4()], name) }))).body.filename).toBe(expected);
});

test('every upload is a separate file, with the same id in every run', async () => {
  const run = async () => {
    const { upload } = setup();
    return [await upload(form({ file: video() })), await upload(form({ file: video() }))].map(
      ({ body }) => body.id,
    );
  };
  const [first, second] = await run();
  expect(first).not.toBe(second);
  expect(await run()).toEqual([first, second]);
});

test('is accepted where a test runner replaced the global Uint8Array, as jsdom does', async () => {
  const { upload } = setup();
  const data = form({ file: video() });
  vi.stubGlobal('Uint8Array', runInNewContext('Uint8Array'));
  const { status } = await upload(data);
  vi.unstubAllGlobals();
  expect(status).toBe(200);
});

test('parts may come in any order', async () => {
  const { upload } = setup();
  const { body } = await upload(form({ metadata: '{"first":true}', file: video() }));
  expect(body.metadata).toEqual({ first: true });
});

describe('refusals', () => {
  test.each<[string, Record<string, string | File>, number, string]>([
    ['no file', { metadata: '{}' }, 400, 'no part named "file"'],
    ['a text where the file belongs', { file: 'hello' }, 400, 'it has no file name. Send multipart'],
    ['a file in another part', { video: video() }, 400, 'in the part "video"'],
    ['an empty file', { file: new File([], 'a.mp4') }, 400, 'is empty. Upload a media file.'],
    ['a text file', { file: new File(['hello'], 'notes.txt') }, 415, 'of no known type'],
    [
      'a name of another type',
      { file: new File(['a'], 'a.pdf', { type: 'video/mp4' }) },
      415,
      'of no known type',
    ],
    [
      'another type than the name',
      { file: new File(['a'], 'a.mp4', { type: 'text/html' }) },
      415,
      'no known type',
    ],
    [
      'a picture of a type that is not taken',
      { file: new File(['GIF89a\u0001\0\u0001\0'], 'a.mp4') },
      415,
      'image/gif',
    ],
    ['broken metadata', { file: video(), metadata: '{' }, 400, '). Send the part "metadata" as the text'],
    [
      'metadata that is a list',
      { file: video(), metadata: '[]' },
      400,
      'its metadata must be an object, not an array. Send the part',
    ],
    [
      'metadata nested very deep',
      { file: video(), metadata: `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}` },
      400,
      'it is nested more than 99 levels deep',
    ],
    ['metadata that is null', { file: video(), metadata: 'null' }, 400, 'metadata'],
    [
      'a flag that is none',
      { file: video(), enable_segment_thumbnails: 'yes' },
      400,
      'is "yes". Send the text true or false',
    ],
  ])('%s', async (_what, parts, status, text) => {
    const { upload, files } = setup();
    expect(await upload(form(parts))).toMatchObject({
      status,
      body: { error: expect.stringContaining(text) },
    });
    expect((await files()).body.total).toBe(0);
  });

  test('two files', async () => {
    const { upload } = setup();
    const data = form({ file: video() });
    data.append('file', video());
    expect(await upload(data)).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('more than one') },
    });
  });

  const send = async (headers: Record<string, string>, body: BodyInit) => {
    const { mock, files } = setup();
    const response = await mock.fetch('/v1/files', {
      method: 'POST',
      headers: { authorization: 'Bearer cg-test', ...headers },
      body,
      ...({ duplex: 'half' } as object),
    });
    expect((await files()).body.total).toBe(0);
    return { status: response.status, error: ((await response.json()) as { error: string }).error };
  };

  test('JSON', async () => {
    expect(await send({ 'content-type': 'application/json' }, '{}')).toMatchObject({
      status: 415,
      error: expect.stringContaining('multipart/form-data'),
    });
  });

  test('a boundary that is too long to search for', async () => {
    const boundary = 'b'.repeat(300);
    const type = `multipart/form-data; boundary=${boundary}`;
    expect(await send({ 'content-type': type }, `--${boundary}--\r\n`)).toMatchObject({
      status: 400,
      error: expect.stringContaining('boundary'),
    });
  });

  test.each([4, 2_000_000])('a part of %d bytes without a file name', async (bytes) => {
    const head =
      '--b\r\ncontent-disposition: form-data; name="file"\r\ncontent-type: application/octet-stream\r\n\r\n';
    const body = `${head}${'x'.repeat(bytes)}\r\n--b--\r\n`;
    expect(await send({ 'content-type': 'multipart/form-data; boundary=b' }, body)).toMatchObject({
      status: 400,
      error: expect.stringContaining('it has no file name'),
    });
  });

  test('no boundary', async () => {
    expect(await send({ 'content-type': 'multipart/form-data' }, 'x')).toMatchObject({
      status: 400,
      error: expect.stringContaining('boundary'),
    });
  });

  test.each([
    ['no part at all', '--b--\r\n', 'no part named "file"'],
    [
      'an end in the middle of the file',
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a.mp4"\r\n\r\nftyp',
      'truncated or malformed',
    ],
    ['an end in the headers of a part', '--b\r\ncontent-dispo', 'truncated or malformed'],
    ['nothing that is multipart', 'hello', 'truncated or malformed'],
    ['an empty body', '', 'truncated or malformed'],
  ])('%s', async (_what, body, text) => {
    expect(await send({ 'content-type': 'multipart/form-data; boundary=b' }, body)).toMatchObject({
      status: 400,
      error: expect.stringContaining(text),
    });
  });

  test('a body whose stream fails', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(
          Buffer.from('--b\r\ncontent-disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n'),
        );
      },
      pull(controller) {
        controller.error(new Error('gone'));
      },
    });
    expect(await send({ 'content-type': 'multipart/form-data; boundary=b' }, body)).toMatchObject({
      status: 400,
    });
  });
});

describe('the limit', () => {
  test('a file of its size passes, a byte more gets 413', async () => {
    const { upload, files } = setup({ maxUpload: 100_000 });
    expect((await upload(form({ file: video(100_000) }))).status).toBe(200);
    const refused = await upload(form({ file: video(100_001) }));
    expect(refused).toMatchObject({ status: 413, body: { error: expect.stringContaining('--max-upload') } });
    expect((await files()).body.total).toBe(1);
  });

  test.each([
    ['an upload', '/v1/files', 'multipart/form-data; boundary=b'],
    ['a body of JSON', '/v1/files/sync', 'application/json'],
  ])(
    'the rest of %s that is too large is not cancelled, because Node.js 24 would throw',
    async (_what, path, type) => {
      await using mock = createMock({ maxUpload: 1_000 });
      let cancelled = false;
      const part = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n';
      const body = new ReadableStream({
        start: (controller) => controller.enqueue(Buffer.from(part)),
        pull: (controller) => controller.enqueue(mp4(600_000)),
        cancel: () => {
          cancelled = true;
        },
      });
      const headers = { authorization: 'Bearer cg-test', 'content-type': type };
      const { status } = await mock.fetch(path, {
        method: 'POST',
        body,
        headers,
        duplex: 'half',
      } as RequestInit);
      expect({ status, cancelled }).toEqual({ status: 413, cancelled: false });
    },
  );

  test('over a socket, a client that sends far too much can read the error', async () => {
    await using mock = createMock({ maxUpload: 1_000_000 });
    const { url } = await mock.listen();
    const client = createClient((path, init) => fetch(new URL(path, url), init));
    expect((await client.upload(form({ file: video(3_000_000) }))).status).toBe(413);
    expect((await client.upload(form({ file: video(1_000) }))).status).toBe(200);
  });
});

test('over a socket, a form that is refused early does not break another request', async () => {
  await using mock = createMock();
  const { url } = await mock.listen();
  const client = createClient((path, init) => fetch(new URL(path, url), init));
  for (let time = 0; time < 3; time++) {
    expect((await client.upload(form({ video: video(1_000_000) }))).status).toBe(400);
    // What is left of a form is waited for that long.
    for (const rest of [0, 300, 300]) {
      await new Promise((resolve) => setTimeout(resolve, rest));
      expect((await client.files()).status).toBe(200);
    }
  }
});

test('over a socket, an upload that is cut off leaves nothing behind, and the mock goes on', async () => {
  await using mock = createMock({ lifecycle: 'manual' });
  const { url, port } = await mock.listen();
  const client = createClient((path, init) => fetch(new URL(path, url), init));
  const socket = connect(port, '127.0.0.1');
  const head = [
    'POST /v1/files HTTP/1.1',
    'host: x',
    'authorization: Bearer cg-test',
    'content-type: multipart/form-data; boundary=b',
    'content-length: 2000000000',
  ];
  socket.write(
    `${head.join('\r\n')}\r\n\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n`,
  );
  socket.write(mp4(500_000));
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  expect((await client.files()).body.total).toBe(0);
  const { status, body } = await client.upload(form({ file: video(3_000_000) }));
  expect(status).toBe(200);
  mock.clock.advance('8s');
  expect((await client.file(body.id)).body.bytes).toBe(3_000_000);
});

describe('whatever a form is made of', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      'file',
      'metadata',
      '"',
      '\\',
      '\r\n',
      '\r\n\r\n',
      '--',
      '--b',
      '--b--',
      ';',
      '=',
      '%22',
      "utf-8''a%ff",
      '\0',
    ),
    fc
      .tuple(
        fc.constantFrom('"', '\\', ';', '=', '\r\n', '--b', '-', ' ', 'a'),
        fc.integer({ min: 1, max: 4_000 }),
      )
      .map(([piece, times]) => piece.repeat(times)),
  );
  const header = text.map((one) => one.replace(/[^\t\x20-\x7e]/g, ''));
  const part = fc
    .record({
      disposition: fc.oneof(
        header,
        fc.tuple(header, header).map(([name, file]) => `form-data; name="${name}"; filename="${file}"`),
      ),
      type: fc.option(header),
      others: fc.array(header, { maxLength: 3 }),
      content: text,
      end: fc.constantFrom('\r\n', '\n', ''),
    })
    .map(
      ({ disposition, type, others, content, end }) =>
        `--b\r\nContent-Disposition: ${disposition}\r\n${type === null ? '' : `Content-Type: ${type}\r\n`}${others.map((one) => `${one}\r\n`).join('')}\r\n${content}${end}`,
    );
  const contentType = fc.oneof(
    { weight: 3, arbitrary: fc.constant('multipart/form-data; boundary=b') },
    { weight: 1, arbitrary: header.map((rest) => `multipart/form-data; boundary=${rest}`) },
    { weight: 1, arbitrary: header.map((rest) => `multipart/form-data; ${rest}; boundary="b"; ${rest}`) },
    { weight: 1, arbitrary: header },
  );

  test('it is answered, with no 500, and the next one is taken', async () => {
    const { mock, upload } = setup();
    await fc.assert(
      fc.asyncProperty(
        contentType,
        fc.array(fc.oneof(part, text), { maxLength: 5 }),
        fc.boolean(),
        async (type, parts, ends) => {
          const response = await mock.fetch('/v1/files', {
            method: 'POST',
            headers: { authorization: 'Bearer cg-test', 'content-type': type },
            body: `${parts.join('')}${ends ? '--b--\r\n' : ''}`,
          });
          expect([200, 400, 413, 415]).toContain(response.status);
        },
      ),
      { numRuns: rounds(50) },
    );
    expect((await upload(form({ file: video() }))).status).toBe(200);
  });

  test.each(['', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'])(
    'a long part that is no field is passed over, before "%s"',
    async (after) => {
      const { mock } = setup();
      const response = await mock.fetch('/v1/files', {
        method: 'POST',
        headers: { authorization: 'Bearer cg-test', 'content-type': 'multipart/form-data; boundary=b' },
        body: `--b\r\nContent-Disposition: file\r\n\r\n${'x'.repeat(20_000)}\r\n${after}--b--\r\n`,
      });
      expect([response.status, await response.text()]).toEqual([
        400,
        expect.stringContaining('no part named'),
      ]);
    },
  );

  test.each([
    ['parameters of its type', (n: number) => [`multipart/form-data; ${'a=b; '.repeat(n)}boundary=b`, '']],
    ['quotes in its type', (n: number) => [`multipart/form-data; a="${'\\"'.repeat(n)}; boundary=b`, '']],
    ['blanks in its type', (n: number) => [`multipart/form-data;${' '.repeat(n)}x; boundary=b`, '']],
    ['a type without end', (n: number) => [`multipart/form-data; boundary${'*'.repeat(n)}=b`, '']],
    ['parts', (n: number) => ['', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(n)]],
    ['headers of a part', (n: number) => ['', `--b\r\n${'a: b\r\n'.repeat(n)}\r\nx`]],
    [
      'a name',
      (n: number) => ['', `--b\r\nContent-Disposition: form-data; name="${'a\\"'.repeat(n)}"\r\n\r\nx`],
    ],
    [
      'a file name',
      (n: number) => [
        '',
        `--b\r\nContent-Disposition: form-data; name="file"; filename="${'%22'.repeat(n)}"\r\n\r\nx`,
      ],
    ],
    [
      'what looks like its boundary',
      (n: number) => [
        '',
        `--b\r\nContent-Disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n${'\r\n--'.repeat(n)}`,
      ],
    ],
  ] as [string, (n: number) => [string, string]][])('the work is linear in %s', async (_what, make) => {
    const { mock } = setup();
    await expectLinear(16_000, async (size) => {
      const [type, body] = make(size);
      const response = await mock.fetch('/v1/files', {
        method: 'POST',
        headers: {
          authorization: 'Bearer cg-test',
          'content-type': type || 'multipart/form-data; boundary=b',
        },
        body: `${body}\r\n--b--\r\n`,
      });
      expect(response.status).toBeLessThan(500);
    });
  });
});
