// The data file edited by hand: what is readable can be wrong, and is told by line and field.
import { mkdirSync, readFileSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DataFileError } from '../src/index.ts';
import { dataFolder, openMock, url } from './support/data-file.ts';
import { BEHIND_DISK, COMMAND, run } from './support/process.ts';

/** A file with two accounts, three files, a rule and a clock that was moved. */
async function filled() {
  const folder = dataFolder();
  const { mock, as } = openMock(folder.data);
  await as('ana').syncUrl(url('one'));
  await as('ana').syncUrl(url('two'));
  await as('ben').syncUrl(url('three'));
  mock.account('ben').faults.add({ id: 'rule', match: { operation: 'getFile' }, status: 500 });
  mock.clock.advance('1s');
  await mock.close();
  return folder;
}

const MARK = 'é日🙂';

test('the mock loads a file that was edited by hand', async () => {
  const { data, put, text } = await filled();
  put(
    text().replace(
      '"filename":"one.mp4","metadata":null',
      `"filename": "${MARK}.mp4", "metadata": {"by": "hand"}`,
    ),
  );
  const { as } = openMock(data);
  expect(
    (await as('ana').files()).body.data.map(({ filename, metadata }) => [filename, metadata]),
  ).toContainEqual([`${MARK}.mp4`, { by: 'hand' }]);
});

test('blank lines, Windows line endings, and a missing final newline are accepted', async () => {
  const { data, put, lines } = await filled();
  put(lines().join('\r\n\r\n'));
  const { mock, as } = openMock(data);
  expect((await as('ana').files()).body.total).toBe(2);
  await as('ana').syncUrl(url('four'));
  await mock.close();
  expect((await openMock(data).as('ana').files()).body.total).toBe(3);
});

describe('a mistake is reported by line or field, and the file is left unchanged:', () => {
  test.each<[string, (text: string) => string, RegExp]>([
    ['JSON', (text) => text.replace('"stepsRead":0', '"stepsRead":oops'), /:\d+: is not valid JSON/],
    ['its end', (text) => `${text}oops`, /:\d+: is not valid JSON/],
    [
      'a type',
      (text) => text.replace('"stepsRead":0', '"stepsRead":"0"'),
      /accounts\.\S+\.files\.rows\[0\]\.stepsRead must be a number, not "0"/,
    ],
    [
      'a name',
      (text) => text.replace('"filename":', '"file_name":'),
      /files\.rows\[0\]\.item\.filename is required/,
    ],
    [
      'a value',
      (text) => text.replace('"processing"', '"done"'),
      /files\.rows\[0\]\.plan\[0\]\.status must be one of/,
    ],
    ['a table', (text) => text.replace('"files":', '"file":'), /has no field "file"/],
    ['no account', (text) => text.replace('"accounts"', '"account"'), /has no field "account"/],
    [
      'a key twice',
      (text) => text.replace(/( +\{"id":")([^"]+)(".*\}),\n/, '$1$2$3,\n$1other$3,\n'),
      /files\.rows must not have two records with the same key/,
    ],
    [
      'a rule',
      (text) => text.replace('"status":500', '"status":418'),
      /faults\.rows\[0\]\.rule is not a valid fault rule: the fault rule cannot be used: status must be/,
    ],
    ['the clock', (text) => text.replace('"offset":1000', '"offset":-1'), /clock\.offset must be at least 0/],
    ['the header', (text) => text.replace('"lifecycle"', '"life"'), /lifecycle is required/],
    [
      'a value that is nested too deep',
      (text) => text.replace('"world": {}', `"world": ${'['.repeat(20_000)}${']'.repeat(20_000)}`),
      /is not valid JSON: it is nested more than 200 levels deep/,
    ],
    [
      'text with control characters',
      (text) => text.replace('"files"', '\u0000\u0001'),
      /:\d+: is not valid JSON/,
    ],
  ])('%s', async (_what, edit, told) => {
    const { data, put, text } = await filled();
    const edited = edit(text());
    expect(edited).not.toBe(text());
    put(edited);
    expect(() => openMock(data)).toThrow(
      expect.objectContaining({ name: 'DataFileError', message: expect.stringMatching(told) }),
    );
    expect(text()).toBe(edited);
  });

  test('bytes that are not UTF-8', async () => {
    const { data, put, text } = await filled();
    const bytes = Buffer.concat([Buffer.from(text()), Buffer.from([0x22, 0xff, 0xfe, 0x0a])]);
    put(bytes);
    expect(() => openMock(data)).toThrow('is not valid UTF-8 text');
  });

  test('on the command line in one line, with exit status 2', async () => {
    const { data, put, text } = await filled();
    put(text().replace('"announcedAt": 0', '"announcedAt": "1"'));
    const before = text();
    const { status, stderr } = await run(['--port', '0', '--lifecycle', 'manual', '--data', data]);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(
        /^cloudglue-mock: [^\n]*: accounts\.\S+\.announcedAt must be a number, not "1"[^\n]*\n$/,
      ),
    });
    expect(text()).toBe(before);
  });
});

test('a file truncated at any byte is refused and left unchanged', async () => {
  const { data, put, text } = dataFolder();
  const first = openMock(data);
  await first.syncUrl(url(MARK));
  await first.mock.close();
  const bytes = Buffer.from(text());
  // Without the end of its last line it is still whole.
  for (let length = 1; length < bytes.length - 1; length++) {
    const cut = bytes.subarray(0, length);
    put(cut);
    expect(() => openMock(data), String(length)).toThrow(DataFileError);
    expect(readFileSync(data).equals(cut), String(length)).toBe(true);
  }
  put(bytes);
  expect((await openMock(data).files()).body.total).toBe(1);
});

describe('one clear line for', () => {
  type Make = (place: ReturnType<typeof dataFolder>) => string;
  /** A file that holds this text. */
  const holding =
    (text: string): Make =>
    ({ data, put }) => {
      put(text);
      return data;
    };

  test.each<[string, Make, string]>([
    ['a folder', ({ folder }) => folder, 'is a folder: give the path of a data file'],
    ['a device', () => '/dev/null', 'is not a file: give the path of a data file'],
    ['a folder that does not exist', ({ folder }) => join(folder, 'no', 'x.data'), 'create it first'],
    [
      'a path below a file',
      (place) => {
        place.put('x');
        return join(place.data, 'x');
      },
      'cannot use the data file',
    ],
    [
      'a link to nothing',
      ({ folder, data }) => {
        const link = join(folder, 'link');
        symlinkSync(data, link);
        return link;
      },
      'is a link to a file that does not exist',
    ],
    ['another file', holding('hello'), 'is not a data file of cloudglue-mock'],
    ['another JSON file', holding('{"accounts":{}}\n'), 'is not a data file of cloudglue-mock'],
    [
      'a file of a newer version',
      holding('{"format":"cloudglue-mock data","version":3}\n'),
      'has version 3 of the format, and this cloudglue-mock reads version 2: use the cloudglue-mock that wrote it',
    ],
    [
      'a file of the older format',
      holding('{"format":"cloudglue-mock data","version":1,"lifecycle":"manual"}\n{"account":"a"}\n'),
      'take a snapshot of each account (GET /__admin/snapshot, or mock.snapshot() for all), and restore it',
    ],
  ])('%s', (_what, make, told) => {
    const place = dataFolder();
    const path = make(place);
    expect(() => openMock(path)).toThrow(DataFileError);
    expect(() => openMock(path)).toThrow(told);
  });

  test('a folder that is read-only', async () => {
    const { data, folder } = dataFolder();
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    writeFileSync(join(disk, 'read-only'), '');
    const program = [...BEHIND_DISK, ...COMMAND];
    const { status, stderr } = await run(['--port', '0', '--data', data], { program, env: { DISK: disk } });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^cloudglue-mock: cannot use the data file [^\n]*EROFS[^\n]*writable[^\n]*\n$/);
    unlinkSync(join(disk, 'read-only'));
  });
});
