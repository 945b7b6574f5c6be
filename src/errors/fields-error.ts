// What is wrong with something that a program or the control plane was given, field by field.
import type * as z from 'zod';
import { enumerate, explainIssue, pathText } from './explain.ts';

/** Problems that are listed one by one; how many there are beyond that is only counted. */
const MOST_PROBLEMS = 50;
/** Characters of the text in which all of them are. */
const LONGEST_TEXT = 10_000;

interface Problem {
  field: string;
  detail: string;
}

/** What is wrong with something that was given, field by field. */
export class FieldsError extends Error {
  override name = 'FieldsError';
  /** At most 50, and one that counts the others. */
  readonly problems: Problem[];

  /** @param more how many problems there are beside these */
  constructor(what: string, problems: Problem[], more = Math.max(0, problems.length - MOST_PROBLEMS)) {
    const listed = problems.slice(0, MOST_PROBLEMS);
    if (more > 0) listed.push({ field: 'it', detail: `has ${more} more mistakes` });
    super(`${what}: ${enumerate(listed, ({ field, detail }) => `${field} ${detail}`, LONGEST_TEXT)}`);
    this.problems = listed;
  }
}

/** What a validator found. Not of the class, whose type users see: theirs would want zod. */
export function fieldsErrorOf(what: string, { issues }: z.core.$ZodError, given: unknown): FieldsError {
  const problems: Problem[] = [];
  let count = 0;
  for (const issue of issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : undefined;
    count += keys?.length ?? 1;
    // What is not listed is not put into words either.
    const room = MOST_PROBLEMS - problems.length;
    if (keys) {
      for (const key of keys.slice(0, room)) {
        problems.push({ field: pathText([...issue.path, key]), detail: 'is no field: leave it out' });
      }
    } else if (room > 0) {
      problems.push({ field: pathText(issue.path), detail: explainIssue(issue, given) });
    }
  }
  return new FieldsError(what, problems, count - problems.length);
}
