// The mock keeps its own contracts: `verify`, as a client team would run it, on the pacts that are committed.
import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';
import { API_VERSIONS } from '../../src/openapi/versions.ts';
import type { VersionOutcome } from '../../src/verify/version-outcome.ts';
import { COMMAND } from '../../test/support/process.ts';
import { EVENTS, GATEWAY, OPERATIONS, PINNED_VERSION, WHOLE_ANSWERS } from '../support/pact.ts';

interface Ended {
  status: number;
  stdout: string;
}

const verify = (...args: string[]): Promise<Ended> => verifyAt(PINNED_VERSION, ...args);

const verifyAt = (versions: string, ...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [...COMMAND, 'verify', '--api-version', versions, ...args],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, stdout) => resolve({ status: error ? Number(error.code) : 0, stdout }),
    );
  });

test("the README's first contract holds", async () => {
  const { status, stdout } = await verify(process.env.PACTS ?? '');
  expect(stdout).toContain('1 interaction in 1 pact: all hold.');
  expect(status).toBe(0);
});

const pactOf = (consumer: string) => `contracts/pacts/${consumer}-cloudglue-api.json`;

test('every interaction of the operations holds, and pins every status and every error case that can be pinned', async () => {
  const { status, stdout } = await verify(pactOf(OPERATIONS), '--coverage', '--min-coverage', '100');
  expect(stdout).toMatch(/^\d+ interactions in 1 pact: all hold\.$/m);
  expect(status).toBe(0);
  expect([...stdout.matchAll(/^ +(\S+) +no contract yet$/gm)].map(([, name]) => name)).toEqual([]);
});

test.each([WHOLE_ANSWERS, EVENTS])('every interaction of %s holds', async (consumer) => {
  const { status, stdout } = await verify(pactOf(consumer));
  expect(stdout).toMatch(/^\d+ interactions in 1 pact: all hold\.$/m);
  expect(status).toBe(0);
});

test('every interaction holds at the oldest version too, unless the document tells what was different there', async () => {
  const { stdout } = await verifyAt(
    `${API_VERSIONS[0]},${PINNED_VERSION}`,
    pactOf(OPERATIONS),
    '--report',
    'json',
  );
  const { versions } = JSON.parse(stdout) as { versions: VersionOutcome[] };
  const [oldest] = versions.flatMap(({ pacts }) => pacts);
  const broken = (oldest?.interactions ?? []).filter(({ problems }) => problems.length > 0);
  expect(oldest?.interactions.length).toBeGreaterThan(broken.length);
  expect(broken.filter(({ changes = [] }) => changes.length === 0)).toEqual([]);
});

test('every answer given before an operation runs holds; the document lists these separately', async () => {
  const { status, stdout } = await verify(pactOf(GATEWAY), '--no-spec-check');
  expect(stdout).toMatch(/^\d+ interactions in 1 pact: all hold\.$/m);
  expect(status).toBe(0);
});
