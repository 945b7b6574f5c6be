// The mistakes that a team starts with: a file that is read by people and kept with the client's code.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { explain } from '../errors/explain.ts';
import { UsageError } from '../errors/usage-error.ts';
import { checkWritable } from '../reports/destinations.ts';
import { plainWords } from '../util/system-errors.ts';

/** What a mistake is known by from one run to the next. */
export interface KnownMistake {
  rule: string;
  /** Null for a request to no operation. */
  operation: string | null;
  /** What tells it apart from other mistakes of the rule at the operation. */
  kind: string;
}

const schema = z.strictObject({
  about: z.string().optional(),
  mistakes: z.array(z.strictObject({ rule: z.string(), operation: z.string().nullable(), kind: z.string() })),
});

const ABOUT =
  'Mistakes that cloudglue-mock check knows, and does not count. Written by --update-baseline; lines can be taken out by hand.';

const keyOf = ({ rule, operation, kind }: KnownMistake) => JSON.stringify([rule, operation, kind]);

export class Baseline {
  readonly #file: string;
  readonly #known: Map<string, KnownMistake>;

  constructor(file: string, known: readonly KnownMistake[]) {
    this.#file = file;
    this.#known = new Map(known.map((one) => [keyOf(one), one]));
  }

  has(mistake: KnownMistake): boolean {
    return this.#known.has(keyOf(mistake));
  }

  /** The mistakes of the file that are not among these. */
  goneFrom(mistakes: readonly KnownMistake[]): KnownMistake[] {
    const made = new Set(mistakes.map(keyOf));
    return [...this.#known].flatMap(([key, one]) => (made.has(key) ? [] : [one]));
  }

  /** The baseline with these mistakes in place of those that it has, in its file too. Throws UsageError if it cannot. */
  updated(mistakes: readonly KnownMistake[]): Baseline {
    const byKey = new Map(mistakes.map((one) => [keyOf(one), one]));
    const lines = [...byKey]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { rule, operation, kind }]) => `    ${JSON.stringify({ rule, operation, kind })}`);
    const list = lines.length > 0 ? `[\n${lines.join(',\n')}\n  ]` : '[]';
    try {
      writeFileSync(this.#file, `{\n  "about": ${JSON.stringify(ABOUT)},\n  "mistakes": ${list}\n}\n`);
    } catch (error) {
      throw new UsageError(`the baseline ${this.#file} cannot be written: ${plainWords(error)}`);
    }
    return new Baseline(this.#file, mistakes);
  }
}

/**
 * Opens a baseline. Throws UsageError if the file is not one, so that no other file is overwritten; or if it is not
 * there, and is not to be written.
 */
export function openBaseline(file: string, isUpdated: boolean): Baseline {
  if (isUpdated) checkWritable('the baseline', file);
  if (isUpdated && !existsSync(file)) return new Baseline(file, []);
  return new Baseline(file, readMistakes(file));
}

function readMistakes(file: string): KnownMistake[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(
      `the baseline ${file} cannot be read: ${plainWords(error)}; --update-baseline beside it writes one`,
    );
  }
  const remedy = 'name a file that --update-baseline wrote, or delete it and write it anew with that';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      `${file} is no baseline: it is not valid JSON: ${(error as Error).message}; ${remedy}`,
    );
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data.mistakes;
  throw new UsageError(`${file} is no baseline: ${explain(result.error, value)}; ${remedy}`);
}
