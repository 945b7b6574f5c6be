// Finds and reads pacts: files, folders, patterns.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../usage-error.ts';
import { compilePattern, matches } from '../wildcards.ts';

export interface Interaction {
  description?: string;
  providerState?: string;
  providerStates?: { name: string; params?: Record<string, unknown> }[];
  request?: { method: string; path: string };
  response?: { status: number };
}

export interface PactDocument {
  consumer: { name: string };
  provider: { name: string };
  interactions: Interaction[];
}

export interface Pact {
  /** What the user knows it by: a path or a URL. */
  source: string;
  /** Where Pact reads it. */
  file: string;
  document: PactDocument;
}

/** A pact from text. Throws UsageError if it is none. */
export function parsePact(source: string, text: string): PactDocument {
  let document: Partial<PactDocument> | null;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${source} is no JSON: ${(error as Error).message}`);
  }
  const { consumer, provider, interactions } = document ?? {};
  if (!consumer?.name || !provider?.name || !Array.isArray(interactions)) {
    throw new UsageError(
      `${source} is no pact of HTTP interactions: it lacks a consumer, a provider or interactions`,
    );
  }
  if (interactions.length === 0) {
    throw new UsageError(
      `${source} has no interactions, so that nothing would be verified: run its tests again`,
    );
  }
  // With its metadata, which says by which specification it is to be read.
  return document as PactDocument;
}

/** Every pact that the words mean. Throws UsageError where there is none. */
export function readPacts(words: readonly string[]): Pact[] {
  const files = [...new Set(words.flatMap(filesOf))];
  return files.map((file) => ({ source: file, file, document: parsePact(file, readFileSync(file, 'utf8')) }));
}

const jsonFilesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith('.json'))
    .toSorted();

function filesOf(word: string): string[] {
  const found = statSync(word, { throwIfNoEntry: false });
  if (found?.isFile()) return [word];
  const files = found ? jsonFilesBelow(word) : filesLike(word);
  if (files.length > 0) return files;
  throw new UsageError(
    found ? `the folder ${word} holds no pact: no file in it ends in .json` : `there is no pact ${word}`,
  );
}

/** Shells expand most patterns themselves; those that are quoted come here. */
function filesLike(word: string): string[] {
  const pattern = word.replaceAll('\\', '/').replace(/^\.\//, '');
  if (!/[*?]/.test(pattern)) return [];
  const folder = /^(.*?)[^/]*[*?]/.exec(pattern)?.[1] || '.';
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const compiled = compilePattern(pattern.replaceAll('**/', '*').replace(/\*+/g, '*'));
  return jsonFilesBelow(folder).filter((path) => matches(compiled, path.replaceAll('\\', '/')));
}
