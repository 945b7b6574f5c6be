// The fields of a schema of the document, for contracts and mutants about each of them.
import { dereference, type JsonSchema, type OpenApiDocument } from '../../src/openapi/document.ts';

/** The fields that a schema lists, those of its parts and alternatives too. */
export function fieldsOf(document: OpenApiDocument, given: JsonSchema): Map<string, JsonSchema> {
  const {
    properties = {},
    allOf = [],
    oneOf = [],
    anyOf = [],
  } = dereference<JsonSchema>(document, given) as {
    [Key in 'allOf' | 'oneOf' | 'anyOf']?: JsonSchema[];
  } & { properties?: Record<string, JsonSchema> };
  const parts = [...allOf, ...oneOf, ...anyOf].flatMap((part) => [...fieldsOf(document, part)]);
  return new Map([...parts, ...Object.entries(properties)]);
}
