// What an operation of a version takes in a request, and where its document says so.
import { apiOf, type OperationId } from './cloudglue.ts';
import { dereference, type JsonSchema, type OpenApiDocument, type SpecParameter } from './document.ts';
import type { Place } from './places.ts';
import type { ApiVersion } from './versions.ts';

/** A value of a body. */
export interface BodyShape {
  /** Of its schema. */
  place: Place;
  /** The fields that its schema lists; undefined where it lists none, and so any may be there. */
  fields: Map<string, BodyShape> | undefined;
  /** Of fields that are not listed: their shape, or whether the schema says that there may be any. */
  others: BodyShape | boolean;
  items: BodyShape | undefined;
}

interface ParameterShape {
  place: Place;
  schema: JsonSchema;
}

/** What an operation takes. */
export interface RequestShape {
  place: Place;
  isDeprecated: boolean;
  query: ReadonlyMap<string, ParameterShape>;
  path: ReadonlyMap<string, ParameterShape>;
  /** Undefined where the operation takes no body. */
  body: { place: Place; contentType: string; isRequired: boolean; shape: BodyShape } | undefined;
}

const shapes = new Map<string, Map<OperationId, RequestShape | undefined>>();

/** What an operation takes in a version, worked out once; undefined if the version does not have the operation. */
export function requestShapeOf(version: ApiVersion, id: OperationId): RequestShape | undefined {
  let ofVersion = shapes.get(version);
  if (!ofVersion) {
    ofVersion = new Map();
    shapes.set(version, ofVersion);
  }
  let shape = ofVersion.get(id);
  if (!shape && !ofVersion.has(id)) {
    shape = readShape(version, id);
    ofVersion.set(id, shape);
  }
  return shape;
}

function readShape(version: ApiVersion, id: OperationId): RequestShape | undefined {
  const { document, operationsById } = apiOf(version);
  const located = operationsById.get(id);
  if (!located) return undefined;
  const place = ['paths', located.path, located.method];
  const { parameters = [], requestBody } = located.operation;
  const parametersIn = (where: SpecParameter['in']) =>
    new Map(
      parameters.flatMap(({ name, in: its, schema }, at) =>
        its === where ? [[name, { place: [...place, 'parameters', String(at)], schema }] as const] : [],
      ),
    );
  const [contentType, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const bodyPlace = [...place, 'requestBody'];
  return {
    place,
    isDeprecated: located.operation.deprecated ?? false,
    query: parametersIn('query'),
    path: parametersIn('path'),
    body:
      contentType && media
        ? {
            place: bodyPlace,
            contentType,
            isRequired: requestBody?.required ?? false,
            shape: new BodyReader(document).read(media.schema, [
              ...bodyPlace,
              'content',
              contentType,
              'schema',
            ]),
          }
        : undefined,
  };
}

type Composite = { [Key in 'allOf' | 'oneOf' | 'anyOf']?: JsonSchema[] } & {
  properties?: Record<string, JsonSchema>;
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
};

const COMPOSERS = ['allOf', 'oneOf', 'anyOf'] as const;

class BodyReader {
  readonly #document: OpenApiDocument;
  /** A schema may refer to itself. */
  readonly #known = new Map<JsonSchema, BodyShape>();

  constructor(document: OpenApiDocument) {
    this.#document = document;
  }

  read(given: JsonSchema, at: Place): BodyShape {
    const schema = dereference<JsonSchema>(this.#document, given);
    const place = typeof given.$ref === 'string' ? given.$ref.replace(/^#\//, '').split('/') : at;
    const known = this.#known.get(schema);
    if (known) return known;
    const shape: BodyShape = { place, fields: undefined, others: false, items: undefined };
    this.#known.set(schema, shape);
    this.#fill(shape, schema as Composite);
    return shape;
  }

  /** What is composed takes what any of its parts takes. */
  #fill(shape: BodyShape, schema: Composite): void {
    const { properties, additionalProperties = false, items } = schema;
    const { place } = shape;
    if (items) shape.items = this.read(items, [...place, 'items']);
    for (const [name, field] of Object.entries(properties ?? {})) {
      shape.fields ??= new Map();
      shape.fields.set(name, this.read(field, [...place, 'properties', name]));
    }
    shape.others =
      typeof additionalProperties === 'object'
        ? this.read(additionalProperties, [...place, 'additionalProperties'])
        : additionalProperties;
    for (const composer of COMPOSERS) {
      schema[composer]?.forEach((part, index) => {
        this.#merge(shape, this.read(part, [...place, composer, String(index)]));
      });
    }
  }

  #merge(shape: BodyShape, part: BodyShape): void {
    shape.items ??= part.items;
    shape.others ||= part.others;
    if (part.fields) shape.fields = new Map([...(shape.fields ?? []), ...part.fields]);
  }
}

/** The shape that keys of a body lead to, or that of the nearest value that holds it. */
export function shapeAt(shape: BodyShape, keys: readonly PropertyKey[]): BodyShape {
  let found = shape;
  for (const key of keys) {
    const { fields, others, items } = found;
    const next =
      typeof key === 'number'
        ? items
        : (fields?.get(String(key)) ?? (typeof others === 'object' ? others : undefined));
    if (!next) break;
    found = next;
  }
  return found;
}
