// What is wrong with something that a program or the control plane was given, field by field.
import type * as z from 'zod';
import { explainIssue, pathText } from './explain.ts';

/** What is wrong with something that was given, field by field. */
export class FieldsError extends Error {
  override name = 'FieldsError';
  readonly problems: { field: string; detail: string }[];

  constructor(what: string, problems: { field: string; detail: string }[]) {
    super(`${what}: ${problems.map(({ field, detail }) => `${field} ${detail}`).join('; ')}`);
    this.problems = problems;
  }
}

/** What a validator found. Not of the class, whose type users see: theirs would want zod. */
export function fieldsErrorOf(what: string, { issues }: z.core.$ZodError, given: unknown): FieldsError {
  return new FieldsError(
    what,
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({
            field: pathText([...issue.path, key]),
            detail: 'is no field: leave it out',
          }))
        : { field: pathText(issue.path), detail: explainIssue(issue, given) },
    ),
  );
}
