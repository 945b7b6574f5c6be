// A schema of the document with all that it is composed of: where each part stands, and the fields of all.
import type { JsonSchema, OpenApiDocument } from '../openapi/document.ts';
import { nodeAt, type Place } from '../openapi/places.ts';

/** A schema and where it stands, refs followed. */
export interface Located {
  schema: JsonSchema;
  place: Place;
}

/** What a place of the document holds, at the place that it refers to if it is a ref. */
export function locate(document: OpenApiDocument, place: Place): Located {
  const schema = nodeAt(document, place) as JsonSchema;
  const { $ref } = schema;
  if (typeof $ref !== 'string') return { schema, place };
  return locate(document, $ref.replace(/^#\//, '').split('/'));
}

/** A schema composed by allOf, as one. */
export interface Parts {
  own: Located;
  /** The schema itself, and what it is composed of. */
  all: Located[];
  fields: Map<string, Place>;
  required: string[];
  /** Whether fields may be there that are not listed. */
  isOpen: boolean;
  isNullable: boolean;
  type: unknown;
  alternatives: Place[];
  discriminator: { propertyName: string; mapping: Record<string, string> } | undefined;
}

const listAt = (schema: JsonSchema, key: string) => (schema[key] as JsonSchema[] | undefined) ?? [];

/** What was read of each schema: a large value meets the same ones again and again. */
const read = new WeakMap<JsonSchema, Parts>();

/** The schema at a place of the document. */
export function partsAt(document: OpenApiDocument, at: Place): Parts {
  const own = locate(document, at);
  const parts = read.get(own.schema) ?? readParts(document, own);
  read.set(own.schema, parts);
  return parts;
}

function readParts(document: OpenApiDocument, own: Located): Parts {
  const { schema, place } = own;
  const composed = listAt(schema, 'allOf').map((_, nth) =>
    partsAt(document, [...place, 'allOf', String(nth)]),
  );
  const properties = Object.keys((schema.properties as object | undefined) ?? {});
  const fields = new Map<string, Place>([
    ...composed.flatMap((part) => [...part.fields]),
    ...properties.map((name) => [name, [...place, 'properties', name]] as const),
  ]);
  const alternatives = (['oneOf', 'anyOf'] as const).flatMap((key) =>
    listAt(schema, key).map((_, nth) => [...place, key, String(nth)]),
  );
  const inherited = composed.flatMap((part) => part.alternatives);
  return {
    own,
    all: [own, ...composed.flatMap((part) => part.all)],
    fields,
    required: [
      ...composed.flatMap((part) => part.required),
      ...((schema.required as string[] | undefined) ?? []),
    ],
    isOpen:
      Boolean(schema.additionalProperties) ||
      composed.some((part) => part.isOpen && part.fields.size > 0) ||
      (fields.size === 0 && alternatives.length + inherited.length === 0),
    isNullable: schema.nullable === true,
    type: schema.type ?? composed.find((part) => part.type !== undefined)?.type,
    alternatives: [...alternatives, ...inherited],
    discriminator:
      (schema.discriminator as Parts['discriminator']) ??
      composed.find((part) => part.discriminator)?.discriminator,
  };
}
