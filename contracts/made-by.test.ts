// Pacts that other tools write, in every version of Pact's specification: what is sound holds, with `verify` as it is.
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMMAND } from '../test/support/process.ts';

const verify = (...args: string[]): Promise<{ status: number; stdout: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [...COMMAND, 'verify', ...args], (error, stdout) =>
      resolve({ status: error ? Number(error.code) : 0, stdout }),
    );
  });

test('the pacts of pact-python and of pact-js 16 and 17 hold, and what is pending there does not count', async () => {
  const { status, stdout } = await verify('contracts/made-by/pacts');
  expect(stdout).toContain('31 interactions in 9 pacts: all hold.');
  expect(stdout).toContain('3 interactions pending, 3 of which would be broken: they do not count.');
  expect(status).toBe(0);
});

test('there are pacts of each tool, and of each version of the specification', () => {
  const names = readdirSync('contracts/made-by/pacts').map((file) => file.replace('-cloudglue-api.json', ''));
  expect(names.toSorted()).toEqual([
    'js-16-client-v3',
    'js-16-client-v4',
    'js-17-client-v3',
    'js-17-client-v4',
    'python-client-v2',
    'python-client-v3',
    'python-client-v4',
    'python-receiver-v3',
    'python-receiver-v4',
  ]);
});
