// Turns the answer of an operation into what a contract expects: values of the types, formats and enums of the document.
import { dereference, type JsonSchema, type OpenApiDocument } from '../../openapi/document.ts';
import { NOTHING } from './common.ts';
import { literally, type MatchingRules, placeBelow, rule } from './pact-file.ts';

const FORMATS: Record<string, string> = {
  uuid: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
  date: '^\\d{4}-\\d{2}-\\d{2}$',
  'date-time': '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$',
};

const COMPOSERS = ['allOf', 'oneOf', 'anyOf'] as const;

/** What a contract expects of a body. */
export interface Expected {
  content: unknown;
  rules: MatchingRules;
}

/**
 * What of a body, without null and empty lists, the document describes, with a matcher for each value. What is not described is left out: where a
 * schema lists no fields, nothing can be said of them.
 * @param isPinned tells of places whose values are expected as they are
 * @returns undefined if nothing is left
 */
export function generalize(
  document: OpenApiDocument,
  schema: JsonSchema,
  { value, isPinned }: { value: unknown; isPinned: (place: string) => boolean },
): Expected | undefined {
  const rules: MatchingRules = {};

  function expectList(schemas: JsonSchema[], list: unknown[], place: string): unknown {
    const items = schemas.flatMap((one) =>
      one.items ? alternativesOf(document, one.items as JsonSchema) : [],
    );
    const element = expect(items, list[0], `${place}[*]`);
    if (element === NOTHING) return NOTHING;
    rules[place] = rule({ match: 'type', min: 1 });
    return [element];
  }

  function expectObject(schemas: JsonSchema[], object: object, place: string): unknown {
    const fields = Object.entries(object).flatMap(([name, field]) => {
      const below = schemas.flatMap((one) => fieldSchemas(document, one, name));
      const expected = below.length > 0 ? expect(below, field, placeBelow(place, name)) : NOTHING;
      return expected === NOTHING ? [] : [[name, expected] as const];
    });
    return fields.length === 0 ? NOTHING : Object.fromEntries(fields);
  }

  function expect(schemas: JsonSchema[], one: unknown, place: string): unknown {
    if (one === null) return NOTHING;
    if (isPinned(place)) return one;
    if (Array.isArray(one)) return expectList(schemas, one, place);
    if (typeof one === 'object') return expectObject(schemas, one, place);
    rules[place] = rule(matcherFor(schemas, one));
    return one;
  }

  const content = expect(alternativesOf(document, schema), value, '$');
  return content === NOTHING ? undefined : { content, rules };
}

/** The schemas that a value may be of, with what they refer to and are composed of. */
function alternativesOf(
  document: OpenApiDocument,
  given: JsonSchema,
  seen: readonly JsonSchema[] = [],
): JsonSchema[] {
  const schema = dereference<JsonSchema>(document, given);
  if (seen.includes(schema)) return [];
  const parts = COMPOSERS.flatMap((composer) => (schema[composer] as JsonSchema[] | undefined) ?? []);
  return [schema, ...parts.flatMap((part) => alternativesOf(document, part, [...seen, schema]))];
}

/** What a schema says of a field; nothing where it does not speak of it. */
function fieldSchemas(document: OpenApiDocument, schema: JsonSchema, name: string): JsonSchema[] {
  const { properties = {}, additionalProperties } = schema as {
    properties?: Record<string, JsonSchema>;
    additionalProperties?: boolean | JsonSchema;
  };
  const listed = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (listed) return alternativesOf(document, listed);
  if (!additionalProperties) return [];
  return additionalProperties === true
    ? [{ additionalProperties }]
    : alternativesOf(document, additionalProperties);
}

function matcherFor(schemas: readonly JsonSchema[], value: unknown): Record<string, unknown> {
  if (typeof value === 'boolean') return { match: 'boolean' };
  if (typeof value === 'number') {
    const isWhole =
      schemas.some(({ type }) => type === 'integer') && schemas.every(({ type }) => type !== 'number');
    return { match: isWhole ? 'integer' : 'number' };
  }
  const values = schemas.flatMap((schema) => (schema.enum as string[] | undefined) ?? []);
  if (values.includes(value as string)) {
    return { match: 'regex', regex: `^(${[...new Set(values)].map(literally).join('|')})$` };
  }
  const format = schemas
    .map((schema) => FORMATS[String(schema.format)])
    .find((pattern) => pattern !== undefined);
  return format !== undefined && new RegExp(format).test(value as string)
    ? { match: 'regex', regex: format }
    : { match: 'type' };
}
