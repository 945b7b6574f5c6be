// Mutants of bodies: each field dropped, null, of another type or in another unit; each status as its neighbour; each
// list in another order, or with an entry too many or too few.
import { cloudglueDocument } from '../../src/openapi/cloudglue.ts';
import type { Mutant, Recorded } from './mutant.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A place in bodies, whatever the number of an entry: `data[].status`. */
type Path = string;

const DROPPED = Symbol('dropped');
type Changed = Json | typeof DROPPED;
/** Returns what becomes of a value; undefined where the mistake makes no difference. */
type Change = (value: Json) => Changed | undefined;

/** What users keep of their own is free, and no field of the API. */
const FREE = /(^|\.)(recall_metadata|iconik_metadata|speaker_filter)$/;

/** Every place of a body with its values. */
function collect(value: Json, path: Path, places: Map<Path, Json[]>): void {
  if (path) places.set(path, [...(places.get(path) ?? []), value]);
  if (FREE.test(path) || value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) for (const one of value) collect(one, `${path}[]`, places);
  else for (const [name, one] of Object.entries(value)) collect(one, path ? `${path}.${name}` : name, places);
}

/** The body with every value at a place changed; undefined if nothing is. */
export function changeAt(body: Json, path: Path, change: Change): Json | undefined {
  let isChanged = false;
  const walk = (value: Json, parts: readonly string[]): Changed => {
    const [part, ...rest] = parts;
    if (part === undefined) {
      const changed = change(value);
      if (changed === undefined) return value;
      isChanged = true;
      return changed;
    }
    if (part === '[]') {
      return Array.isArray(value)
        ? value.map((one) => walk(one, rest)).filter((one) => one !== DROPPED)
        : value;
    }
    if (value === null || typeof value !== 'object' || Array.isArray(value) || !Object.hasOwn(value, part))
      return value;
    const { [part]: own = null, ...others } = value;
    const changed = walk(own, rest);
    return changed === DROPPED ? others : { ...value, [part]: changed };
  };
  const changed = walk(body, path.replaceAll('[]', '.[]').split('.').filter(Boolean));
  return isChanged && changed !== DROPPED ? changed : undefined;
}

/** The values of each enum of the document, by the name of its field. */
const enums = new Map<string, Set<string>[]>();
(function find(node: unknown, name: string): void {
  if (node === null || typeof node !== 'object') return;
  const { enum: values } = node as { enum?: unknown };
  if (Array.isArray(values) && values.length > 1)
    enums.set(name, [...(enums.get(name) ?? []), new Set(values)]);
  for (const [key, one] of Object.entries(node)) find(one, key);
})(cloudglueDocument, '');

const nameOf = (path: Path) => path.split('.').at(-1)?.replaceAll('[]', '') ?? '';

/** Quantities that come in units: times, lengths and sizes. */
const IN_UNITS = /(_at|_ms|seconds|bytes|duration|bitrate|sample_rate|size)$/;
const COUNTS = /^(total|limit|offset|file_count|total_\w+|\w+_count|files_\w+)$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T/;

const retyped = (value: Json): Changed | undefined => {
  if (value === null) return undefined;
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return { entries: value };
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** The mistakes that can be made with a field, by what is wrong then. */
function changesOf(path: Path): Record<string, Change> {
  const name = nameOf(path);
  const isEntry = path.endsWith('[]');
  return {
    ...(!isEntry && { 'is missing': (value) => (value === undefined ? undefined : DROPPED) }),
    'is null': (value) => (value === null ? undefined : null),
    'is null where it is empty': (value) => (Array.isArray(value) && value.length === 0 ? null : undefined),
    'is of another type': retyped,
    ...(IN_UNITS.test(name) && {
      'is a thousand times as large': (value) =>
        typeof value === 'number' && value !== 0 ? value * 1000 : undefined,
      'is a thousandth': (value) => (typeof value === 'number' && value >= 1 ? value / 1000 : undefined),
    }),
    'is an hour later': (value) =>
      typeof value === 'string' && DATE_TIME.test(value)
        ? new Date(Date.parse(value) + 3_600_000).toISOString()
        : undefined,
    'is a day without its time': (value) =>
      typeof value === 'string' && DATE_TIME.test(value) ? value.slice(0, 10) : undefined,
    'is not so': (value) => (typeof value === 'boolean' ? !value : undefined),
    ...(COUNTS.test(name) && {
      'is one more': (value) => (typeof value === 'number' ? value + 1 : undefined),
      'is always 0': (value) => (typeof value === 'number' && value > 0 ? 0 : undefined),
    }),
    'is in reverse': (value) =>
      Array.isArray(value) && JSON.stringify(value) !== JSON.stringify(value.toReversed())
        ? value.toReversed()
        : undefined,
    'has an entry too few': (value) =>
      Array.isArray(value) && value.length > 0 ? value.slice(0, -1) : undefined,
    'has an entry too many': (value) =>
      Array.isArray(value) && value.length > 0 ? [...value, value.at(-1) as Json] : undefined,
    ...neighbours(name),
  };
}

/** Each value of an enum as the one before it and the one after it: a status goes back, or too far. */
function neighbours(name: string): Record<string, Change> {
  const changes: Record<string, Change> = {};
  for (const values of enums.get(name) ?? []) {
    const all = [...values];
    for (const [nth, one] of all.entries()) {
      for (const other of new Set([all.at(nth - 1), all[(nth + 1) % all.length]])) {
        if (other === undefined || other === one) continue;
        changes[`is ${other}, not ${one}`] = (value) => (value === one ? other : undefined);
      }
    }
  }
  return changes;
}

/** The mutants of what an operation answered. */
export function bodyMutants(recorded: readonly Recorded[]): Mutant[] {
  const places = new Map<Path, Json[]>();
  for (const { answer } of recorded) {
    // The text of a refusal is for people; that there is one is what counts.
    if (answer.body !== undefined) collect(answer.body as Json, '', places);
  }
  const { operation = null } = recorded[0]?.contract ?? {};
  return [...places].flatMap(([path, values]) =>
    Object.entries(changesOf(path))
      .filter(([, change]) => values.some((value) => change(value) !== undefined))
      .map(([what, change]) => ({
        operation,
        name: `${path} ${what}`,
        answer: (answer) => {
          const body = answer.body === undefined ? undefined : changeAt(answer.body as Json, path, change);
          return body === undefined ? undefined : { ...answer, body };
        },
      })),
  );
}
