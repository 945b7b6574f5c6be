// Validates a value in bounded time, however many mistakes it has.
import type * as z from 'zod';

/** Up to this many nested values, all mistakes are reported. */
const FEW = 2_000;

/**
 * Validates a value. For a large one only the first mistake is reported: each takes time, and a list of thousands
 * helps nobody.
 */
export function validate<Output>(schema: z.ZodType<Output>, value: unknown): z.ZodSafeParseResult<Output> {
  if (!hasMoreThan(FEW, value)) return schema.safeParse(value);
  return schema.safeParse(value, { abortEarly: true } as z.core.ParseContext<z.core.$ZodIssue>);
}

/** Whether a value contains more than `limit` others, at any depth. */
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
