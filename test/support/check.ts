// `cloudglue-mock check` as a process, with clients of a few lines.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { allRules } from '../../src/judge/rule-registry.ts';
import { type Finished, run } from './process.ts';

/** What each client starts with: `call` sends a request with its key, and gives its status and JSON. */
const PRELUDE = `
  const { CLOUDGLUE_BASE_URL: base, CLOUDGLUE_API_KEY: key } = process.env;
  const call = async (path, { method = 'GET', json, token = key } = {}) => {
    const headers = { authorization: 'Bearer ' + token, ...(json && { 'content-type': 'application/json' }) };
    const response = await fetch(base + path, { method, headers, body: json && JSON.stringify(json) });
    return { status: response.status, body: await response.json() };
  };
`;

/** The command line of a client: what its code does, as a module of Node.js. */
export const client = (code: string): string[] => [
  process.execPath,
  '--input-type=module',
  '--eval',
  `${PRELUDE}${code}`,
];

/** Makes a warning: an operation that is deprecated. */
export const DEPRECATED = `
  const { body } = await call('/collections', { method: 'POST', json: { collection_type: 'media-descriptions', name: 'x' } });
  await call('/collections/' + body.id + '/videos', { method: 'POST', json: { url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' } });
`;

/** Options with which one rule counts alone; of none, no rule counts. */
export const only = (rule?: string): string[] =>
  allRules.flatMap(({ name }) => (name === rule ? [] : ['--ignore', name]));

/** Makes an error: it asks again at once after a 429. `LIMITED` lets the mock answer so, and no other rule count. */
export const IMPATIENT = `await call('/files'); await call('/files'); await call('/files');`;
export const LIMITED = [
  ...only('retry-too-early'),
  '--faults',
  JSON.stringify([{ rate_limit: { requests: 1, window: '1m' } }]),
];

/** A client without a mistake. */
export const SOUND = `await call('/files');`;

/** Runs `check` with options and a command. */
export const check = (
  options: readonly string[],
  command: readonly string[],
  where: Parameters<typeof run>[1] = {},
): Promise<Finished> => run(['check', ...options, '--', ...command], where);

/** A folder that is there for one test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'cloudglue-mock-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A file that is there for one test. */
export function fileWith(name: string, text: string): string {
  const path = join(folder(), name);
  writeFileSync(path, text);
  return path;
}
