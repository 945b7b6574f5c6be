// The error for wrong input to the library or the control plane: one problem for each field.
import type * as z from 'zod';
import { enumerate, explainIssue, pathText, unknownFieldText } from './explain.ts';

/** How many problems are listed; the others are only counted. */
const MOST_PROBLEMS = 50;
/** The longest message, in characters. */
const LONGEST_TEXT = 10_000;

interface Problem {
  field: string;
  detail: string;
}

/** Thrown for wrong input. `problems` names each wrong field and what is wrong with it. */
export class FieldsError extends Error {
  override name = 'FieldsError';
  /** At most 50 problems, and a last one that counts the others. */
  readonly problems: Problem[];

  /** @param more how many problems there are in addition to those given */
  constructor(what: string, problems: Problem[], more = Math.max(0, problems.length - MOST_PROBLEMS)) {
    const listed = problems.slice(0, MOST_PROBLEMS);
    if (more > 0) listed.push({ field: 'it', detail: `has ${more} more mistakes` });
    super(`${what}: ${enumerate(listed, ({ field, detail }) => `${field} ${detail}`, LONGEST_TEXT)}`);
    this.problems = listed;
  }
}

/** Creates the error from what a validator found. Not a method of the class: its public type must not mention zod. */
export function fieldsErrorOf(what: string, { issues }: z.core.$ZodError, given: unknown): FieldsError {
  const problems: Problem[] = [];
  let count = 0;
  for (const issue of issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : undefined;
    count += keys?.length ?? 1;
    // Problems that are only counted need no text.
    const room = MOST_PROBLEMS - problems.length;
    if (keys) {
      for (const key of keys.slice(0, room)) {
        problems.push({
          field: pathText([...issue.path, key]),
          detail: `is not a known field${unknownFieldText(key, keys)}`,
        });
      }
    } else if (room > 0) {
      problems.push({ field: pathText(issue.path), detail: explainIssue(issue, given) });
    }
  }
  return new FieldsError(what, problems, count - problems.length);
}
