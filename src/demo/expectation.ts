// What a step expects of an answer, and the error for an answer that differs.
import { inOneLine } from './json.ts';

/** A condition for a value, where no single value is right, with its text. */
interface Rule {
  says: string;
  holds(value: unknown): boolean;
}

/** A value, or a condition that a value must meet. */
export type Expected = string | number | boolean | null | Rule;

/** An answer that is not as the demo says. */
export class NotAsTold extends Error {
  readonly what: string;
  readonly expected: string;
  readonly came: string;

  constructor(what: string, expected: string, came: string) {
    super(`${what}: expected ${expected}, came ${came}`);
    this.name = 'NotAsTold';
    this.what = what;
    this.expected = expected;
    this.came = came;
  }
}

/** Throws NotAsTold unless a value is as expected. */
export function check(what: string, expected: Expected, came: unknown): void {
  const isRule = typeof expected === 'object' && expected !== null;
  if (isRule ? expected.holds(came) : expected === came) return;
  throw new NotAsTold(what, isRule ? expected.says : inOneLine(expected), inOneLine(came));
}

export const anId: Rule = {
  says: 'an id',
  holds: (value) => /^[0-9a-f-]{36}$/.test(String(value)),
};

export const wholeSeconds: Rule = {
  says: 'a whole number of seconds',
  holds: (value) => /^\d{1,6}$/.test(String(value)),
};

/** Text with that in it. */
export const textWith = (part: string): Rule => ({
  says: `text with ${inOneLine(part)} in it`,
  holds: (value) => typeof value === 'string' && value.includes(part),
});
