// What a step expects in an answer, and the error for an answer that differs.
import { inOneLine } from './json.ts';

/** A condition for a value, with its description. */
interface Rule {
  says: string;
  holds(value: unknown): boolean;
}

/** An exact value, or a condition. */
export type Expected = string | number | boolean | null | Rule;

/** An answer that differs from what the demo expects. */
export class UnexpectedAnswer extends Error {
  readonly what: string;
  readonly expected: string;
  readonly actual: string;

  constructor(what: string, expected: string, actual: string) {
    super(`${what}: expected ${expected}, got ${actual}`);
    this.name = 'UnexpectedAnswer';
    this.what = what;
    this.expected = expected;
    this.actual = actual;
  }
}

/** Throws UnexpectedAnswer unless a value is as expected. */
export function check(what: string, expected: Expected, actual: unknown): void {
  const isRule = typeof expected === 'object' && expected !== null;
  if (isRule ? expected.holds(actual) : expected === actual) return;
  throw new UnexpectedAnswer(what, isRule ? expected.says : inOneLine(expected), inOneLine(actual));
}

export const anId: Rule = {
  says: 'an id',
  holds: (value) => /^[0-9a-f-]{36}$/.test(String(value)),
};

export const wholeSeconds: Rule = {
  says: 'a whole number of seconds',
  holds: (value) => /^\d{1,6}$/.test(String(value)),
};

/** A text that contains `part`. */
export const textWith = (part: string): Rule => ({
  says: `text that contains ${inOneLine(part)}`,
  holds: (value) => typeof value === 'string' && value.includes(part),
});
