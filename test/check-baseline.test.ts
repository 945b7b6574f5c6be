// The baseline of `cloudglue-mock check`: a team starts with the mistakes that it has, and fails on new ones.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  check,
  client,
  DEPRECATED,
  fileWith,
  folder,
  IMPATIENT,
  LIMITED,
  only,
  SOUND,
} from './support/check.ts';

const strict = [...only('deprecated-operation'), '--warnings-as-errors'];

test('a mistake in the baseline does not count, a new one does', async () => {
  const file = join(folder(), 'baseline.json');
  const first = await check([...strict, '--baseline', file, '--update-baseline'], client(DEPRECATED));
  expect(first.status).toBe(0);
  expect(first.stdout).toContain(`Written to ${file}: what this run found.`);
  const again = await check([...strict, '--baseline', file], client(DEPRECATED));
  expect(again.status).toBe(0);
  expect(again.stdout).toContain(`1 mistake not counted, because ${file} has it.`);
  expect(again.stdout).toContain('2 requests: 0 new errors, 0 new warnings.');
  const another = `${DEPRECATED} const { id } = (await call('/collections')).body.data[0];
    await call('/collections/' + id + '/youtube', { method: 'POST', json: { url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' } });`;
  const { status, stdout } = await check([...strict, '--baseline', file], client(another));
  expect(status).toBe(1);
  expect(stdout).toMatch(/^✗ client: deprecated-operation in addYouTubeVideo$/m);
  expect(stdout).not.toMatch(/^✗ client: deprecated-operation in addVideo$/m);
});

test('it is the same text after each run, in which people can read what is in it', async () => {
  const file = join(folder(), 'baseline.json');
  const write = async () => {
    await check([...LIMITED, '--baseline', file, '--update-baseline'], client(IMPATIENT));
    return readFileSync(file, 'utf8');
  };
  const text = await write();
  expect(await write()).toBe(text);
  expect(text.split('\n').filter((line) => line.includes('"rule"'))).toEqual([
    expect.stringMatching(/^ {4}\{"rule":"retry-too-early","operation":"listFiles","kind":.*\}$/),
  ]);
});

test('what no longer occurs is told, and taken out on request', async () => {
  const file = fileWith(
    'baseline.json',
    '{ "mistakes": [{ "rule": "retry-too-early", "operation": "listFiles", "kind": "header Retry-After" }] }',
  );
  const { status, stdout } = await check(['--baseline', file], client(SOUND));
  expect(status).toBe(0);
  expect(stdout).toContain('No longer made: retry-too-early in listFiles (header Retry-After).');
  await check(['--baseline', file, '--update-baseline'], client(SOUND));
  expect(JSON.parse(readFileSync(file, 'utf8')).mistakes).toEqual([]);
});

test('a run that asked for nothing writes no baseline', async () => {
  const file = join(folder(), 'baseline.json');
  expect((await check(['--baseline', file, '--update-baseline'], client(''))).status).toBe(2);
  expect(existsSync(file)).toBe(false);
});

test.each([
  ['not JSON', '{ "mistakes": [', 'is not valid JSON'],
  ['another file', '{ "name": "app", "version": "1.0.0" }', 'mistakes is required'],
  [
    'a mistake without a rule',
    '{ "mistakes": [{ "operation": null, "kind": "" }] }',
    'mistakes[0].rule is required',
  ],
])('a file that is no baseline is refused, and never overwritten: %s', async (_, text, reason) => {
  const file = fileWith('package.json', text);
  for (const options of [[], ['--update-baseline']]) {
    const { status, stdout, stderr } = await check([...options, '--baseline', file], client(SOUND));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`${file} is no baseline: `);
    expect(stderr).toContain(reason);
    expect(stderr).toContain('delete it and write it anew');
  }
  expect(readFileSync(file, 'utf8')).toBe(text);
});
