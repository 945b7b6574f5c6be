// Reads the lines of a data file: checks each before it counts, and says by line and field what is wrong.
import type * as z from 'zod';
import { explainIssue, pathText } from '../errors/explain.ts';
import { LINE_DEPTH, parseJson } from '../util/json-depth.ts';
import { DataFileError } from './data-file-error.ts';
import { type Line, linesIn } from './line-reader.ts';
import type { AccountPatch, Header, Patch } from './patch.ts';
import { Misfit, Replay } from './replay.ts';
import { accountPatch, DATA_FORMAT, DATA_VERSION, dataHeader, mockPatch } from './snapshot.ts';

export interface ReadData {
  header: Header;
  replay: Replay;
  /** Where what counts ends: a change that a crash cut off, which nobody was told of, may follow. */
  end: number;
  /** Whether a line end follows the last line that counts. */
  isEnded: boolean;
  /** The line at which the rest is cut off, if it is. */
  cutOffAt: number | undefined;
  /** The latest moment at which something was written, on the mock's clock. */
  latest: number;
}

/** Problems of one line that are shown. */
const MOST_PROBLEMS = 5;

/**
 * Reads a data file that is open.
 * @param name what the file is called in errors
 * @throws DataFileError if anything in it is wrong
 */
export function readData(fd: number, name: string): ReadData {
  let header: Header | undefined;
  let latest = 0;
  let end = 0;
  let isEnded = true;
  let cutOffAt: number | undefined;
  /** The beginning of a change of several lines, of which nothing counts before the last. */
  let begun: { patches: AccountPatch[]; line: Line } | undefined;
  const replay = new Replay();
  const problem = ({ number }: Line, text: string) => new DataFileError(`${name}:${number}: ${text}`);

  function take(line: Line): void {
    const value = jsonOf(line);
    if (value === undefined) return;
    if (!header) {
      header = headerIn(value, name);
      replay.clock.offset = header.clock.offset;
    } else {
      const patch = patchIn(value, (text) => problem(line, text));
      if (begun && (!('account' in patch) || patch.account !== begun.patches[0]?.account)) {
        throw problem(line, 'must go on with the account of the line before, which has "continues"');
      }
      if ('account' in patch && patch.continues) {
        begun = { patches: [...(begun?.patches ?? []), patch], line: begun?.line ?? line };
        return;
      }
      for (const one of [...(begun?.patches ?? []), patch]) apply(one, line);
      begun = undefined;
      latest = Math.max(latest, patch.at ?? 0);
    }
    end = line.to;
    isEnded = line.isEnded;
  }

  /** The JSON of a line; undefined if it is blank or cut off. */
  function jsonOf(line: Line): unknown {
    const isCut = !line.isEnded;
    let text: string;
    try {
      // A character that is cut in two is left out.
      text = new TextDecoder('utf-8', { fatal: true }).decode(line.bytes, { stream: isCut });
    } catch {
      throw header ? problem(line, 'is not valid UTF-8 text') : notOurs(name);
    }
    if (text.trim() === '') return undefined;
    try {
      return parseJson(text, LINE_DEPTH);
    } catch (error) {
      if (!header) throw notOurs(name);
      const { message } = error as Error;
      if (!isCut || !isAtEnd(message, text)) throw problem(line, `is not valid JSON: ${message}`);
      cutOffAt = line.number;
      return undefined;
    }
  }

  function apply(patch: Patch, line: Line): void {
    try {
      replay.apply(patch);
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      throw problem(line, `${pathText(error.path)} ${error.message}`);
    }
  }

  try {
    for (const line of linesIn(fd)) take(line.isEnded ? line : withoutZeros(line));
  } catch (error) {
    if (error instanceof RangeError) throw new DataFileError(`${name}: ${error.message}`);
    throw error;
  }
  if (!header) throw notOurs(name);
  if (begun) cutOffAt = begun.line.number;
  return { header, replay, end, isEnded, cutOffAt, latest: Math.max(latest, header.at) };
}

/** A last line as it was written: a power cut may leave zeros where more was to come. */
function withoutZeros(line: Line): Line {
  let { length } = line.bytes;
  while (length > 0 && line.bytes[length - 1] === 0) length--;
  return { ...line, bytes: line.bytes.subarray(0, length), to: line.from + length };
}

const notOurs = (name: string) =>
  new DataFileError(
    `${name} is no data file of cloudglue-mock, whose first line says so: give another file, or the path of a new one`,
  );

/** Whether JSON is wrong only in that it ends too early. */
function isAtEnd(message: string, text: string): boolean {
  const position = /at position (\d+)/.exec(message)?.[1];
  return position === undefined ? /end of JSON input/.test(message) : Number(position) >= text.length;
}

/** The first line. Throws DataFileError if it is none that this version knows. */
function headerIn(value: unknown, name: string): Header {
  const { format, version } = (value ?? {}) as Record<string, unknown>;
  if (format !== DATA_FORMAT) throw notOurs(name);
  if (typeof version === 'number' && version > DATA_VERSION) {
    throw new DataFileError(
      `${name} was written by a newer cloudglue-mock (version ${version} of the format, and this one knows ${DATA_VERSION}): use that one, or give another file`,
    );
  }
  return checked(dataHeader, value, (text) => new DataFileError(`${name}:1: ${text}`));
}

function patchIn(value: unknown, problem: (text: string) => Error): Patch {
  if (value && typeof value === 'object') {
    if ('mock' in value) return checked(mockPatch, value, problem);
    if ('account' in value) return checked(accountPatch, value, problem) as AccountPatch;
  }
  throw problem('must have "account", with the id of an account, or "mock"');
}

function checked<T>(schema: z.ZodType<T>, value: unknown, problem: (text: string) => Error): T {
  const result = schema.safeParse(value);
  if (result.success) return value as T;
  throw problem(
    result.error.issues
      .slice(0, MOST_PROBLEMS)
      .map((issue) => `${pathText(issue.path, 'the line')} ${explainIssue(issue, value)}`)
      .join('; '),
  );
}
