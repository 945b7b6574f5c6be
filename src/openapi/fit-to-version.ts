// Takes from a body whatever the document of a version does not have, so that clients of that version never meet it.
import { dereference, type JsonSchema, type OpenApiDocument } from './document.ts';

/** What a value becomes that the version cannot express. */
export const UNKNOWN: unique symbol = Symbol('unknown to the version');

/**
 * The value as the version has it, or UNKNOWN.
 * @param onLeftOut told of each field that is left out, as its keys
 */
export type Fitter = (value: unknown, onLeftOut?: OnLeftOut) => unknown;
type OnLeftOut = (keys: string[]) => void;

/** A schema with what it refers to and is composed of in one place. */
interface Shape {
  nullable: boolean;
  type?: unknown;
  enum?: unknown[];
  properties?: Record<string, JsonSchema>;
  required: string[];
  /** Whether fields may be there that are not listed. */
  isOpen: boolean;
  items?: JsonSchema;
  union?: { field: string; mapping: Record<string, string> };
}

const NOTHING_LEFT_OUT: OnLeftOut = () => {};

/** JSON has no `integer`. */
const typeOf = (value: unknown) =>
  Array.isArray(value) ? 'array' : typeof value === 'number' ? 'number' : typeof value;
const fitsType = (type: unknown, value: unknown) =>
  type === undefined || type === typeOf(value) || (type === 'integer' && typeof value === 'number');

/**
 * Makes the fitters of a document's schemas. A field that the schema does not list is left out, unless the schema is an
 * object of any fields. A value that the schema does not allow becomes null where that is allowed; otherwise the field
 * is left out, or the element of a list, or if neither can be, all that holds it.
 */
export function createFitters(document: OpenApiDocument): (schema: JsonSchema) => Fitter {
  const shapes = new WeakMap<JsonSchema, Shape>();

  function shapeOf(schema: JsonSchema): Shape {
    let shape = shapes.get(schema);
    if (!shape) {
      shape = readShape(schema);
      shapes.set(schema, shape);
    }
    return shape;
  }

  function readShape(given: JsonSchema): Shape {
    const schema = dereference<JsonSchema>(document, given);
    const {
      allOf = [],
      oneOf,
      anyOf,
      discriminator,
      properties,
      additionalProperties,
    } = schema as {
      [Key in 'allOf' | 'oneOf' | 'anyOf']?: JsonSchema[];
    } & {
      discriminator?: { propertyName: string; mapping: Record<string, string> };
      properties?: Record<string, JsonSchema>;
      additionalProperties?: unknown;
    };
    const alternatives = discriminator ? [] : (oneOf ?? anyOf ?? []);
    const always = allOf.map(shapeOf);
    const parts = [...always, ...alternatives.map(shapeOf)];
    const all = Object.assign({}, ...parts.map((part) => part.properties ?? {}), properties ?? {});
    const hasFields = Object.keys(all).length > 0;
    const union = discriminator
      ? { field: discriminator.propertyName, mapping: discriminator.mapping }
      : always.find((part) => part.union)?.union;
    const type = schema.type ?? always.find((part) => part.type)?.type;
    const values = (schema.enum as unknown[] | undefined) ?? always.find((part) => part.enum)?.enum;
    const items = (schema.items as JsonSchema | undefined) ?? always.find((part) => part.items)?.items;
    return {
      nullable: schema.nullable === true,
      required: [...always.flatMap((part) => part.required), ...((schema.required as string[]) ?? [])],
      isOpen: Boolean(additionalProperties) || (!hasFields && !union),
      ...(type !== undefined && { type }),
      ...(values && { enum: values }),
      ...(hasFields && { properties: all }),
      ...(items && { items }),
      ...(union && { union }),
    };
  }

  function fitTo(schema: JsonSchema, value: unknown, onLeftOut: OnLeftOut): unknown {
    const shape = shapeOf(schema);
    if (value === null) return shape.nullable || isAnything(shape) ? null : UNKNOWN;
    if (shape.union) {
      const $ref = shape.union.mapping[String((value as JsonSchema)[shape.union.field])];
      return $ref === undefined ? UNKNOWN : fitTo({ $ref }, value, onLeftOut);
    }
    if (!fitsType(shape.type, value) || (shape.enum && !shape.enum.includes(value))) return UNKNOWN;
    if (Array.isArray(value)) return shape.items ? fitList(shape.items, value, onLeftOut) : value;
    if (typeof value === 'object' && shape.properties) return fitObject(shape, value, onLeftOut);
    return value;
  }

  const fitList = (items: JsonSchema, list: unknown[], onLeftOut: OnLeftOut): unknown[] =>
    list.map((one) => fitTo(items, one, onLeftOut)).filter((one) => one !== UNKNOWN);

  function fitObject(
    { properties = {}, required, isOpen }: Shape,
    value: object,
    onLeftOut: OnLeftOut,
  ): unknown {
    const fitted: Record<string, unknown> = {};
    for (const [name, given] of Object.entries(value)) {
      if (given === undefined) continue;
      const schema = properties[name];
      if (!schema) {
        if (isOpen) fitted[name] = given;
        else onLeftOut([name]);
        continue;
      }
      const one = fitTo(schema, given, (keys) => onLeftOut([name, ...keys]));
      if (one !== UNKNOWN) fitted[name] = one;
      else if (shapeOf(schema).nullable) fitted[name] = null;
      else onLeftOut([name]);
    }
    return required.every((name) => name in fitted) ? fitted : UNKNOWN;
  }

  return (schema) =>
    (value, onLeftOut = NOTHING_LEFT_OUT) =>
      fitTo(schema, value, onLeftOut);
}

const isAnything = ({ type, enum: values, properties, union }: Shape): boolean =>
  type === undefined && !values && !properties && !union;
