// What two JSON values have in common: the fields that both have, with values of the same type.

/** Where two values have nothing in common. */
export const NOTHING: unique symbol = Symbol('nothing in common');

type JsonObject = Record<string, unknown>;
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The first value, with what the other one has too. Of a list, one element is left: what all elements of both have.
 * Objects without a field in common are left out, and so are null and empty lists: whoever expects them would be broken
 * by any value that is there later.
 */
export function commonOf(one: unknown, other: unknown): unknown {
  if (Array.isArray(one)) return Array.isArray(other) ? commonList(one, other) : NOTHING;
  if (isObject(one)) return isObject(other) ? commonObject(one, other) : NOTHING;
  return one !== null && typeof one === typeof other ? one : NOTHING;
}

function commonList(one: unknown[], other: unknown[]): unknown {
  if (one.length === 0 || other.length === 0) return NOTHING;
  const [first, ...rest] = [...one, ...other];
  const element = rest.reduce<unknown>(
    (common, next) => (common === NOTHING ? NOTHING : commonOf(common, next)),
    first,
  );
  return element === NOTHING ? NOTHING : [element];
}

function commonObject(one: JsonObject, other: JsonObject): unknown {
  const fields = Object.entries(one).flatMap(([name, value]) => {
    const common = Object.hasOwn(other, name) ? commonOf(value, other[name]) : NOTHING;
    return common === NOTHING ? [] : [[name, common] as const];
  });
  return fields.length === 0 ? NOTHING : Object.fromEntries(fields);
}

/** How many values it holds. */
export const sizeOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, one) => sum + sizeOf(one), 1)
    : 1;
