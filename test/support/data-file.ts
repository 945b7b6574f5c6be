// A folder for data files, and mocks that keep their state there.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createMock, type MockOptions } from '../../src/index.ts';
import { BEHIND_DISK, COMMAND, start } from './process.ts';
import { createClient } from './setup.ts';

/** A folder that ends with the test, and the path of a data file in it that is not there yet. */
export function dataFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue mock '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const data = join(folder, 'state.data');
  return {
    folder,
    data,
    lines: () => readFileSync(data, 'utf8').trimEnd().split('\n'),
    text: () => readFileSync(data, 'utf8'),
    put: (text: string | Buffer) => writeFileSync(data, text),
  };
}

/** A mock on a data file, with a client, that ends with the test at the latest. */
export function openMock(data: string, options: MockOptions = {}) {
  const mock = createMock({ lifecycle: 'manual', data, ...options });
  onTestFinished(() => mock.close().catch(() => {}));
  const as = (token: string) => createClient(mock.fetch, token);
  return { mock, as, ...as('cg-test') };
}

/** The command on a data file, with a client; `disk` is a folder in which files make its disk fail. */
export async function startOn(data: string, { args = [] as string[], disk = '' } = {}) {
  const process = await start(['--port', '0', '--data', data, ...args], {
    ...(disk && { env: { DISK: disk } }),
    program: disk ? [...BEHIND_DISK, ...COMMAND] : COMMAND,
  });
  const fetchFrom = (path: string, init?: RequestInit) => fetch(`${process.url}${path}`, init);
  return { ...process, ...createClient(fetchFrom), fetch: fetchFrom };
}

export const url = (name: string | number) => `https://example.com/${name}.mp4`;
