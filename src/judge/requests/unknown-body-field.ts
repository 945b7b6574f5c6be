// A field of a body, or a part of a form, that the document does not list there, at any depth.
import { quote } from '../../errors/cases/error-case.ts';
import { pathText } from '../../errors/explain.ts';
import { meantBy } from '../../openapi/meant-names.ts';
import { pointerTo } from '../../openapi/places.ts';
import { type BodyShape, requestShapeOf, shapeAt } from '../../openapi/request-shape.ts';
import { allChanges, NEWEST } from '../../openapi/versions.ts';
import type { Exchange } from '../exchange.ts';
import type { Mistake } from '../finding.ts';
import { MOST_TOLD, type RequestRule } from '../rule.ts';
import { listOf } from './sentences.ts';

export const unknownBodyField: RequestRule = {
  name: 'unknown-body-field',
  severity: 'error',
  summary: 'A client sends only body fields that the document lists',
  reason: 'The API ignores others without a word, or refuses them where the document closes an object.',
  source: 'documented',
  examples: {
    broken: 'syncs with {"url": …, "meta_data": {…}}, and the file has no metadata',
    sound: 'syncs with {"url": …, "metadata": {…}}',
  },
  judge(exchange, tell) {
    const { operation, version, body, formFields } = exchange;
    if (operation === null || (body === undefined && formFields === undefined)) return;
    const shape = requestShapeOf(version, operation)?.body?.shape;
    if (!shape) return;
    let left = MOST_TOLD;
    const visit = (keys: PropertyKey[], holder: BodyShape) => {
      if (left-- > 0) tell(mistakeOf(exchange, { keys: [...keys], holder, isForm: body === undefined }));
    };
    if (body !== undefined) walk(body, shape, [], visit);
    for (const name of formFields ?? []) if (!shape.fields?.has(name)) visit([name], shape);
  },
};

type Visit = (keys: PropertyKey[], holder: BodyShape) => void;

/** Visits each field that is not listed. Nothing is made for fields that are. */
function walk(value: unknown, shape: BodyShape, keys: PropertyKey[], visit: Visit): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    if (!shape.items) return;
    for (let at = 0; at < value.length; at++) walkInto(value[at], shape.items, at, keys, visit);
    return;
  }
  const { fields, others } = shape;
  if (!fields && typeof others !== 'object') return;
  for (const name in value) {
    const next = fields?.get(name) ?? others;
    if (typeof next === 'object') walkInto((value as Record<string, unknown>)[name], next, name, keys, visit);
    else if (next === false) {
      keys.push(name);
      visit(keys, shape);
      keys.pop();
    }
  }
}

function walkInto(
  value: unknown,
  shape: BodyShape,
  key: PropertyKey,
  keys: PropertyKey[],
  visit: Visit,
): void {
  if (typeof value !== 'object') return;
  keys.push(key);
  walk(value, shape, keys, visit);
  keys.pop();
}

interface Unknown {
  keys: PropertyKey[];
  /** What should list it. */
  holder: BodyShape;
  isForm: boolean;
}

function mistakeOf({ operation, version }: Exchange, { keys, holder, isForm }: Unknown): Mistake {
  const place = `${isForm ? 'form part' : 'body field'} ${quote(pathText(keys))}`;
  const since = () =>
    version === NEWEST || operation === null ? undefined : laterVersionOf(operation, keys);
  return {
    place,
    // All elements of a list have the same mistake.
    kind: pathText(keys.map((key) => (typeof key === 'number' ? 'n' : key))),
    document: pointerTo(holder.place),
    get text() {
      const later = since();
      return later === undefined
        ? `${operation} has no ${place}`
        : `${operation} has the ${place} since version ${later} of the API, and this account is at ${version}`;
    },
    get remedy() {
      if (since() !== undefined) return 'leave it out at this version, which ignores it';
      const known = [...(holder.fields?.keys() ?? [])];
      const meant = meantBy(String(keys.at(-1)), known);
      return meant === undefined
        ? `leave it out; the document lists ${listOf(known)}`
        : `send ${JSON.stringify(meant)} instead`;
    },
  };
}

/** The version that a field came with; undefined if no version has it. */
function laterVersionOf(
  operation: NonNullable<Exchange['operation']>,
  keys: PropertyKey[],
): string | undefined {
  const shape = requestShapeOf(NEWEST, operation)?.body?.shape;
  const holder = shape && shapeAt(shape, keys.slice(0, -1));
  const field = holder?.fields?.get(String(keys.at(-1)));
  if (!field || !holder) return undefined;
  const pointers = [pointerTo(field.place), pointerTo([...holder.place, 'properties', String(keys.at(-1))])];
  const added = allChanges().find(
    ({ kind, subject, pointer }) => kind === 'added' && subject === 'field' && pointers.includes(pointer),
  );
  return added?.version ?? `${NEWEST} or before`;
}
