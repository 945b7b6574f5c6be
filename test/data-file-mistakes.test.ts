// The data file edited by hand: what is readable can be wrong, and is told by line and field.
import { mkdirSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { DataFileError } from '../src/index.ts';
import { dataFolder, openMock, url } from './support/data-file.ts';
import { run } from './support/process.ts';

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

test('an edit by hand is what the mock goes on from', async () => {
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

test('blank lines, line ends of Windows, a last line without an end, and zeros after it are no mistakes', async () => {
  const { data, put, lines } = await filled();
  put(`${lines().join('\r\n\r\n')}${'\0'.repeat(512)}`);
  const { mock, as } = openMock(data);
  expect((await as('ana').files()).body.total).toBe(2);
  await as('ana').syncUrl(url('four'));
  await mock.close();
  expect((await openMock(data).as('ana').files()).body.total).toBe(3);
});

describe('a mistake is told by line and field, and the file is left as it is:', () => {
  test.each<[string, (lines: string[]) => string[], string]>([
    ['JSON', (lines) => lines.with(2, '{"account": oops}'), ':3: is not valid JSON'],
    ['JSON in the last line', (lines) => lines.with(-1, '{"mock": oops}'), ' is not valid JSON'],
    [
      'a type',
      (lines) => lines.with(1, lines[1]?.replace('"stepsRead":0', '"stepsRead":"0"') ?? ''),
      ':2: files.rows[0].stepsRead must be a number, not "0"',
    ],
    [
      'a name',
      (lines) => lines.with(1, lines[1]?.replace('"filename":', '"file_name":') ?? ''),
      ':2: files.rows[0].item.filename is required',
    ],
    [
      'a value',
      (lines) => lines.with(1, lines[1]?.replace('"processing"', '"done"') ?? ''),
      ':2: files.rows[0].plan[0].status must be one of',
    ],
    [
      'a table',
      (lines) => lines.with(1, lines[1]?.replace('"files":', '"file":') ?? ''),
      ':2: the line has no field "file"',
    ],
    ['no account', (lines) => lines.with(2, '{"files":{}}'), ':3: must have "account"'],
    ['a list', (lines) => lines.with(2, '[1]'), ':3: must have "account"'],
    [
      'a key twice',
      (lines) => lines.with(2, lines[1]?.replace(/"id":"[^"]+"/, '"id":"another"') ?? ''),
      ':3: files.rows[0].key is the same as that of the record',
    ],
    [
      'a rule',
      (lines) => lines.map((line) => line.replace('"status":500', '"status":418')),
      'faults.rows[0].rule is no fault rule: the fault rule cannot be used: status must be',
    ],
    [
      'the clock',
      (lines) => lines.map((line) => line.replace('"offset":1000', '"offset":-1')),
      'mock.clock.offset must be at least 0',
    ],
    [
      'the header',
      (lines) => lines.with(0, lines[0]?.replace('"madeAt"', '"made"') ?? ''),
      ':1: madeAt is required',
    ],
    [
      'a change of several lines mixed up',
      (lines) => lines.toSpliced(1, 0, '{"account":"x","continues":true}'),
      ':3: must go on with the account',
    ],
    [
      'what is nested very deep',
      (lines) => lines.with(2, `{"account":"x","world":${'['.repeat(20_000)}${']'.repeat(20_000)}}`),
      ':3: is not valid JSON: it is nested over 200 levels deep',
    ],
    ['a line that is not text', (lines) => lines.with(2, '\u0000\u0001'), ':3: is not valid JSON'],
  ])('%s', async (_what, edit, told) => {
    const { data, lines, put, text } = await filled();
    const edited = `${edit(lines()).join('\n')}\n`;
    expect(edited).not.toBe(text());
    put(edited);
    expect(() => openMock(data)).toThrow(
      expect.objectContaining({ name: 'DataFileError', message: expect.stringContaining(told) }),
    );
    expect(text()).toBe(edited);
  });

  test('bytes that are no UTF-8', async () => {
    const { data, put, text } = await filled();
    const bytes = Buffer.concat([Buffer.from(text()), Buffer.from([0x22, 0xff, 0xfe, 0x0a])]);
    put(bytes);
    expect(() => openMock(data)).toThrow(/:\d+: is not valid UTF-8 text/);
  });

  test('on the command line in one line, with status 2', async () => {
    const { data, lines, put, text } = await filled();
    put(`${lines().with(1, '{"account":1}').join('\n')}\n`);
    const before = text();
    const { status, stderr } = await run(['--port', '0', '--lifecycle', 'manual', '--data', data]);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `cloudglue-mock: ${data}:2: account must be a string, not 1: write it in quotes\n`,
    });
    expect(text()).toBe(before);
  });
});

test('cut off at any byte, it loads up to the last change that is whole, or says what is wrong with its first line', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => void vi.restoreAllMocks());
  const { data, put, text } = dataFolder();
  const first = openMock(data);
  await first.syncUrl(url(MARK));
  await first.mock.account('cg-test').clock.advance('1s');
  await first.mock.close();
  const bytes = Buffer.from(text());
  const header = bytes.indexOf(10);
  for (let length = 1; length <= bytes.length; length++) {
    put(bytes.subarray(0, length));
    if (length < header) {
      expect(() => openMock(data), String(length)).toThrow('is no data file of cloudglue-mock');
      continue;
    }
    const { mock } = openMock(data);
    const accounts = Object.values(mock.snapshot().accounts);
    const kept = accounts.reduce((sum, { files }) => sum + files.rows.length, 0);
    const whole = bytes.subarray(0, length).toString().split('\n').slice(1).filter(isWhole);
    expect(kept, String(length)).toBe(whole.filter((line) => line.includes('"files"')).length);
    await mock.close();
  }
  function isWhole(line: string): boolean {
    try {
      return Boolean(JSON.parse(line));
    } catch {
      return false;
    }
  }
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
    ['a device', () => '/dev/null', 'is no file: give the path of a data file'],
    ['a folder that is not there', ({ folder }) => join(folder, 'no', 'x.data'), 'make it first'],
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
      'is a link to a file that is not there',
    ],
    ['another file', holding('hello'), 'is no data file of cloudglue-mock'],
    ['another JSON file', holding('{"accounts":{}}\n'), 'is no data file of cloudglue-mock'],
    [
      'a file of a newer version',
      holding('{"format":"cloudglue-mock data","version":2}\n'),
      'was written by a newer cloudglue-mock (version 2',
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
    const program = ['--import', 'tsx', '--import', './test/support/disk.ts', 'src/cli/cli.ts'];
    const { status, stderr } = await run(['--port', '0', '--data', data], { program, env: { DISK: disk } });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^cloudglue-mock: cannot use the data file [^\n]*EROFS[^\n]*writable[^\n]*\n$/);
    unlinkSync(join(disk, 'read-only'));
  });
});
