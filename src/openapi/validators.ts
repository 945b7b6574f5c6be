// Runtime validators, built from the schemas of an OpenAPI document when they are first used.
import * as z from 'zod';
import type { JsonSchema, OpenApiDocument } from './document.ts';

const REF = '#/components/schemas/';

/** `z.fromJSONSchema` only follows refs of the form `#/definitions/X`. */
function withLocalRefs<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll(REF, '#/definitions/'));
}

/** Creates validators for a document's schemas. `Schemas` are the types generated from them. */
export function createValidators<Schemas>(document: OpenApiDocument) {
  let definitions: Record<string, JsonSchema> | undefined;

  /**
   * The validator of a schema of the document. It is built on first use: building all of them would take longer than
   * the rest of the start.
   */
  function validatorOf<T>(schema: JsonSchema): z.ZodType<T> {
    return z.lazy(() => {
      const hasRefs = JSON.stringify(schema).includes(REF);
      if (hasRefs) definitions ??= withLocalRefs(document.components.schemas);
      return z.fromJSONSchema(
        { ...withLocalRefs(schema), ...(hasRefs && { definitions }) } as Parameters<
          typeof z.fromJSONSchema
        >[0],
        { defaultTarget: 'openapi-3.0' },
      );
    }) as unknown as z.ZodType<T>;
  }

  function componentOf(name: keyof Schemas & string): JsonSchema {
    const schema = document.components.schemas[name];
    if (!schema) throw new Error(`${document.info.title} has no schema "${name}"`);
    return schema;
  }

  return {
    validatorOf,
    /** The validator of one of the document's named schemas. */
    validatorOfSchema: <Name extends keyof Schemas & string>(name: Name): z.ZodType<Schemas[Name]> =>
      validatorOf(componentOf(name)),
    /** The validator of one field of a named schema. */
    validatorOfField<Name extends keyof Schemas & string, Field extends keyof Schemas[Name] & string>(
      name: Name,
      field: Field,
    ): z.ZodType<NonNullable<Schemas[Name][Field]> | Extract<Schemas[Name][Field], null>> {
      const { properties } = componentOf(name) as { properties?: Record<string, JsonSchema> };
      const schema = properties?.[field];
      if (!schema) throw new Error(`the schema "${name}" of ${document.info.title} has no field "${field}"`);
      return validatorOf(schema);
    },
  };
}
