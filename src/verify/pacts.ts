// Finds and reads pacts by file, folder or pattern.
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { UsageError } from '../errors/usage-error.ts';
import { compilePattern, matches, type Pattern } from '../util/wildcards.ts';
import { type PactDocument, parsePact } from './parse-pact.ts';

export interface Pact {
  /** What the user knows it by: a path or a URL. */
  source: string;
  /** Where Pact reads it. */
  file: string;
  document: PactDocument;
}

/** Every pact for the given files, folders and patterns. Throws UsageError for one without any. */
export function readPacts(words: readonly string[]): Pact[] {
  // By real path: symbolic links can lead to one pact in several ways.
  const files = new Map<string, string>();
  for (const file of words.flatMap(filesOf)) {
    const place = ofFile(file, () => realpathSync(file));
    if (!files.has(place)) files.set(place, file);
  }
  return [...files.values()].map((file) => ({
    source: file,
    file,
    document: parsePact(
      file,
      ofFile(file, () => readFileSync(file, 'utf8')),
    ),
  }));
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
