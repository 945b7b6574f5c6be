// Checks a value in bounded time, however much is wrong with it.
import type * as z from 'zod';

/** Values in it up to which all that is wrong is looked for. */
const FEW = 2_000;

/**
 * Checks a value. Of a large one only the first mistake is found: each takes time, and somebody who sends thousands
 * needs no list of them.
 */
export function validate<Output>(schema: z.ZodType<Output>, value: unknown): z.ZodSafeParseResult<Output> {
  if (!hasMoreThan(FEW, value)) return schema.safeParse(value);
  return schema.safeParse(value, { abortEarly: true } as z.core.ParseContext<z.core.$ZodIssue>);
}

/** Whether a value holds over so many others, at any depth. */
function hasMoreThan(limit: number, value: unknown): boolean {
  const waiting = [value];
  for (let seen = 0; waiting.length > 0; seen++) {
    if (seen + waiting.length > limit) return true;
    const next = waiting.pop();
    if (next === null || typeof next !== 'object') continue;
    const parts = Object.values(next);
    if (parts.length > limit) return true;
    waiting.push(...parts);
  }
  return false;
}
