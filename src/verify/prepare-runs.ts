// What Pact is given to verify: the interactions that it can verify, which may be fewer than a pact has.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pact } from './pacts.ts';
import type { Interaction } from './parse-pact.ts';

/** One run of Pact's verifier. */
export interface Run {
  file: string;
  /** In the order in which Pact verifies them. */
  interactions: Interaction[];
}

let folder: string | undefined;
let count = 0;

/** A file of this process, which is removed at its end. */
export function temporaryFile(text: string): string {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'cloudglue-mock-pacts-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  const file = join(folder, `${count++}.json`);
  writeFileSync(file, text);
  return file;
}

/**
 * The runs of a pact. Of a pact that Pact can verify as it is, its file; of others, copies without what would stop the
 * rest: interactions that need a plugin, and messages beside interactions in a pact of version 3.
 */
export function runsOf({ file, document }: Pact): Run[] {
  const { interactions, raw } = document;
  const verified = interactions.filter(({ kind }) => kind !== 'other');
  const { plugins, ...metadata } = (raw.metadata ?? {}) as { plugins?: unknown[] };
  const lists = (['interactions', 'messages'] as const).filter((list) =>
    verified.some((one) => one.list === list),
  );
  const isWhole = verified.length === interactions.length && lists.length === 1 && !plugins?.length;
  if (isWhole) return [{ file, interactions }];
  return lists.map((list) => {
    const ofList = verified.filter((one) => one.list === list);
    const { interactions: _, messages: __, ...rest } = raw;
    const all = raw[list] as unknown[];
    const copy = { ...rest, metadata, [list]: ofList.map(({ nth }) => all[nth]) };
    return { file: temporaryFile(JSON.stringify(copy)), interactions: ofList };
  });
}
