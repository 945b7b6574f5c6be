// Finds and reads pacts by file, folder or pattern.
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { UsageError } from '../errors/usage-error.ts';
import { compilePattern, matches, type Pattern } from '../util/wildcards.ts';
import { type PactDocument, parseJson, parsePact, providerIn } from './parse-pact.ts';

export interface Pact {
  /** What the user knows it by: a path or a URL. */
  source: string;
  /** Where Pact reads it. */
  file: string;
  document: PactDocument;
  /** Why none of it counts, if none does. */
  pending?: string;
}

/** The name that the API has as a provider, unless the user chooses another. */
export const PROVIDER = 'cloudglue-api';

/** Pacts, and what of the same place is left out. */
export interface Found {
  pacts: Pact[];
  /** Sources of pacts with other providers. */
  others: { source: string; provider: string }[];
}

/** Every pact of the given files, folders and patterns. Throws UsageError for one without any. */
export function readFiles(words: readonly string[]): RawPact[] {
  // By real path: symbolic links can lead to one pact in several ways.
  const files = new Map<string, string>();
  for (const file of words.flatMap(filesOf)) {
    const place = ofFile(file, () => realpathSync(file));
    if (!files.has(place)) files.set(place, file);
  }
  return [...files.values()].map((file) => ({
    source: file,
    file,
    raw: parseJson(
      file,
      ofFile(file, () => readFileSync(file, 'utf8')),
    ),
  }));
}

/** A pact that is read, but not looked at. */
export interface RawPact extends Omit<Pact, 'document'> {
  raw: unknown;
}

/**
 * The pacts with a provider, those of others left out unread.
 * @param provider by default that of all pacts, or if they name several, `cloudglue-api`
 * @throws UsageError if there is none
 */
export function selectPacts(read: readonly RawPact[], provider: string | undefined): Found {
  const names = [...new Set(read.flatMap(({ raw }) => providerIn(raw) ?? []))];
  const wanted = provider ?? (names.length > 1 ? PROVIDER : names[0]);
  const isOther = (name: string | undefined): name is string => name !== undefined && name !== wanted;
  const pacts = read.filter(({ raw }) => !isOther(providerIn(raw)));
  if (pacts.length === 0) {
    const quoted = names.map((name) => JSON.stringify(name)).join(', ');
    throw new UsageError(
      `there is no pact with the provider ${JSON.stringify(wanted)}: choose another with --provider; there are ${quoted}`,
    );
  }
  return {
    pacts: pacts.map(({ raw, ...pact }) => ({ ...pact, document: parsePact(pact.source, raw) })),
    others: read.flatMap(({ source, raw }) => {
      const name = providerIn(raw);
      return isOther(name) ? [{ source, provider: name }] : [];
    }),
  };
}

/** What is read of a file. Throws UsageError if it cannot be. */
function ofFile(file: string, read: () => string): string {
  try {
    return read();
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // A link that leads nowhere, or in a circle.
    return false;
  }
}

const jsonFilesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith('.json') && !isFolder(path))
    .toSorted();

function filesOf(word: string): string[] {
  const found = statSync(word, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) return [word];
  const files = found ? jsonFilesBelow(word) : filesLike(word);
  if (files.length > 0) return files;
  throw new UsageError(
    found ? `the folder ${word} holds no pact: no file in it ends in .json` : `there is no pact ${word}`,
  );
}

/** Shells expand most patterns themselves; those that are quoted come here. */
function filesLike(word: string): string[] {
  const pattern = posix.normalize(word.replaceAll('\\', '/')).replace(/\*\*\/$/, '**/*');
  if (!/[*?]/.test(pattern)) return [];
  const folder = /^(.*?)[^/]*[*?]/.exec(pattern)?.[1] || '.';
  if (!isFolder(folder)) return [];
  const wanted = pattern.split('/').map((part) => (part === '**' ? part : compilePattern(part)));
  return jsonFilesBelow(folder).filter((path) => isLike(wanted, path.replaceAll('\\', '/').split('/')));
}

/** Whether the parts of a path are those of a pattern, of which only `**` stands for several. */
function isLike([wanted, ...rest]: ('**' | Pattern)[], parts: string[]): boolean {
  if (wanted === undefined) return parts.length === 0;
  const [part, ...others] = parts;
  if (wanted === '**') return isLike(rest, parts) || (part !== undefined && isLike(['**', ...rest], others));
  return part !== undefined && matches(wanted, part) && isLike(rest, others);
}
