// Validates a value in bounded time, however many mistakes it has.
import type * as z from 'zod';

/** Up to this many nested values, all mistakes are reported. */
const FEW = 2_000;

/**
 * Validates a value. For a large one only the first mistake is reported: each takes time, and a list of thousands
 * helps nobody.
 */
export function validate<Output>(schema: z.ZodType<Output>, value: unknown): z.ZodSafeParseResult<Output> {
  return schema.safeParse(value, hasMoreThan(FEW, value) ? FIRST_MISTAKE : ALL_MISTAKES);
}

/** `async` is here because zod sets it in a copy, and V8 takes longer to add a field to a copy than to set one. */
const ALL_MISTAKES: z.core.ParseContextInternal<z.core.$ZodIssue> = { async: false, error: noteFields };
const FIRST_MISTAKE = { ...ALL_MISTAKES, abortEarly: true };

/** The schemas of the objects with unknown fields, by the lists of these: zod leaves them out of what it reports. */
const schemas = new WeakMap<readonly string[], z.core.$ZodType>();

function noteFields(issue: z.core.$ZodRawIssue): undefined {
  if (issue.code === 'unrecognized_keys' && issue.inst)
    schemas.set(issue.keys, issue.inst as z.core.$ZodType);
}

/** The fields that an object may have, those of objects in it as `match.operation`; by the list of its unknown ones. */
export function fieldsBeside(unknown: readonly string[]): string[] {
  const shape = shapeOf(schemas.get(unknown));
  return Object.entries(shape).flatMap(([name, field]) => [
    name,
    ...Object.keys(shapeOf(field)).map((inner) => `${name}.${inner}`),
  ]);
}

function shapeOf(schema: z.core.$ZodType | undefined): Readonly<Record<string, z.core.$ZodType>> {
  const definition = schema?._zod.def as
    | { innerType?: z.core.$ZodType; shape?: Record<string, z.core.$ZodType> }
    | undefined;
  return definition?.innerType ? shapeOf(definition.innerType) : (definition?.shape ?? {});
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
