// Pacts as any tool in any language writes them, in a folder of their own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

interface Interaction {
  description: string;
  providerStates?: { name: string; params?: object }[];
  request: { method: string; path: string; query?: object | undefined; headers?: object; body?: unknown };
  response: { status: number; headers?: object; body?: unknown };
}

const headers = { Authorization: 'Bearer any-key-at-all' };

/** A read of the files, which holds unless it is changed. */
export const listing = (changes: Partial<Interaction> = {}): Interaction => ({
  description: 'a request for files',
  request: { method: 'GET', path: '/v1/files', headers },
  response: { status: 200, body: { object: 'list', data: [], total: 0 } },
  ...changes,
});

/** A request that has to find exactly one file there, which a state made. */
export const listingOfOne = (changes: Partial<Interaction> = {}): Interaction =>
  listing({
    providerStates: [{ name: 'files exist', params: { count: 1 } }],
    response: { status: 200, body: { total: 1 } },
    ...changes,
  });

export const pactOf = (consumer: string, ...interactions: Interaction[]): string =>
  JSON.stringify({
    consumer: { name: consumer },
    provider: { name: 'cloudglue-api' },
    interactions,
    metadata: { pactSpecification: { version: '3.0.0' } },
  });

/** A folder with these files. */
export function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-pacts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
