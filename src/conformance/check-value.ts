// Compares a value with a schema of the document: each difference with its place in both, and what was probably meant.
import type * as z from 'zod';
import { explainIssue, oneOfText } from '../errors/explain.ts';
import type { Api } from '../openapi/cloudglue.ts';
import type { JsonSchema } from '../openapi/document.ts';
import { type Place, pointerTo } from '../openapi/places.ts';
import { unknownName } from '../openapi/unknown-names.ts';
import type { Problem } from '../reports/report-model.ts';
import { type Parts, partsAt } from './schema-parts.ts';

export interface ValueCheck {
  api: Pick<Api, 'document' | 'validatorOf'>;
  /**
   * Whether the value says only a part of what there is, as the expected answer of a contract does: what is missing is
   * no problem then, and the form of a text, such as that of a date, is a warning.
   */
  isPartial: boolean;
}

/** How many problems of one value are told. */
const MOST_PROBLEMS = 50;

/** What kind of difference an issue of a validator is. */
const KINDS: Partial<Record<z.core.$ZodIssue['code'], string>> = {
  invalid_type: 'wrong-type',
  invalid_value: 'unknown-value',
};

const typeOf = (value: unknown) => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);

/**
 * @param place of the schema in the document
 * @param at the value's place in what is judged: `request.body`
 */
export function checkValue(check: ValueCheck, place: Place, value: unknown, at: string): Problem[] {
  const problems: Problem[] = [];
  for (const problem of walk(check, place, { value, at })) {
    problems.push(problem);
    if (problems.length === MOST_PROBLEMS) break;
  }
  return problems;
}

interface Spot {
  value: unknown;
  at: string;
}

function* walk(check: ValueCheck, place: Place, spot: Spot): Generator<Problem> {
  const { document } = check.api;
  const parts = partsAt(document, place);
  const { own, isNullable } = parts;
  const { value, at } = spot;
  if (value === null && isNullable) return;
  if (value === null && (parts.type !== undefined || parts.fields.size > 0)) {
    yield { ...problemAt(parts, at), kind: 'wrong-type', text: `must be ${nounOf(parts)}, not null` };
    return;
  }
  if (parts.alternatives.length > 0) yield* walkAlternatives(check, parts, spot);
  else if (isObject(value) && (parts.fields.size > 0 || parts.type === 'object')) {
    yield* walkObject(check, parts, spot);
  } else if (Array.isArray(value) && parts.type === 'array') {
    yield* checkLeaf(check, parts, spot);
    if (own.schema.items === undefined) return;
    for (const [nth, one] of value.entries())
      yield* walk(check, [...own.place, 'items'], { value: one, at: `${at}[${nth}]` });
  } else yield* checkLeaf(check, parts, spot);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeOf(value) === 'object';

const problemAt = ({ own }: Parts, at: string) => ({
  severity: 'error' as const,
  at,
  spec: pointerTo(own.place),
});

const nounOf = ({ type }: Parts) => {
  const noun = type === 'integer' ? 'whole number' : String(type ?? 'value');
  return `${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}`;
};

function* walkObject(
  check: ValueCheck,
  parts: Parts,
  { value, at }: Spot,
  known: ReadonlySet<string> = new Set(),
): Generator<Problem> {
  const given = value as Record<string, unknown>;
  const names = [...parts.fields.keys(), ...known];
  if (!check.isPartial) {
    for (const name of parts.required.filter((one) => given[one] === undefined)) {
      yield {
        ...problemAt(parts, `${at}.${name}`),
        kind: 'missing-field',
        text: `the field ${JSON.stringify(name)} is required`,
      };
    }
  }
  for (const [name, one] of Object.entries(given)) {
    const place = parts.fields.get(name);
    if (place) yield* walk(check, place, { value: one, at: `${at}.${name}` });
    else if (!parts.isOpen && !known.has(name)) {
      const { text } = unknownName('field', name, names);
      yield { ...problemAt(parts, `${at}.${name}`), kind: 'unknown-field', text };
    }
  }
}

/** The value fits one of several schemas: the one that its discriminator names, or else the one it is closest to. */
function* walkAlternatives(check: ValueCheck, parts: Parts, spot: Spot): Generator<Problem> {
  const { discriminator, alternatives } = parts;
  if (!isObject(spot.value)) {
    yield {
      ...problemAt(parts, spot.at),
      kind: 'wrong-type',
      text: `must be an object, not ${typeOf(spot.value)}`,
    };
    return;
  }
  // Beside the alternatives, the fields of what they are composed with; of these only the alternatives know theirs.
  const shared = [...parts.fields.keys()];
  if (shared.length > 0) yield* walkShared(check, parts, spot);
  const own = Object.fromEntries(Object.entries(spot.value).filter(([name]) => !parts.fields.has(name)));
  const named = discriminator && own[discriminator.propertyName];
  if (discriminator && (named !== undefined || !check.isPartial)) {
    const { propertyName, mapping } = discriminator;
    const target = typeof named === 'string' && Object.hasOwn(mapping, named) ? mapping[named] : undefined;
    if (target !== undefined) {
      yield* walk(check, target.replace(/^#\//, '').split('/'), { ...spot, value: own });
      return;
    }
    yield {
      ...problemAt(parts, `${spot.at}.${propertyName}`),
      kind: named === undefined ? 'missing-field' : 'unknown-value',
      text: oneOfText(Object.keys(mapping), named),
    };
    return;
  }
  const tried = alternatives.map((place) => [...walk(check, place, { ...spot, value: own })]);
  yield* tried.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function* walkShared(check: ValueCheck, parts: Parts, spot: Spot): Generator<Problem> {
  const alternatives = parts.alternatives.map((place) => partsAt(check.api.document, place));
  const theirs = new Set(alternatives.flatMap(({ fields }) => [...fields.keys()]));
  const isOpen = parts.isOpen || alternatives.some((one) => one.isOpen);
  // A field that neither knows is told once, here or by the alternative.
  yield* walkObject(check, { ...parts, isOpen: isOpen || theirs.size > 0 }, spot, theirs);
}

const validators = new WeakMap<object, z.ZodType>();

/** The validator of a schema without what it is composed of, and without what its elements are. */
function leafValidator(schema: JsonSchema, validatorOf: Api['validatorOf']): z.ZodType {
  const known = validators.get(schema);
  if (known) return known;
  const { items, properties, allOf, ...rest } = schema;
  const made = validatorOf<unknown>(rest.type === 'array' ? { ...rest, items: {} } : rest);
  validators.set(schema, made);
  return made;
}

/** A value without fields of its own, or an array as a whole. */
function* checkLeaf({ api, isPartial }: ValueCheck, parts: Parts, { value, at }: Spot): Generator<Problem> {
  for (const { schema, place } of parts.all) {
    if (schema.type === undefined && schema.enum === undefined) continue;
    const result = leafValidator(schema, api.validatorOf).safeParse(value);
    for (const issue of result.success ? [] : result.error.issues) {
      const kind = KINDS[issue.code] ?? 'out-of-bounds';
      const isForm = kind === 'out-of-bounds' && isPartial;
      yield {
        severity: isForm ? 'warning' : 'error',
        kind,
        at,
        spec: pointerTo(place),
        text: explainIssue(issue, value),
      };
    }
  }
}
