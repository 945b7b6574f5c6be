// Runtime validators, made from the OpenAPI document's own schemas when they are first used.
import { z } from '@hono/zod-openapi';
import type { components } from '../generated/cloudglue.ts';
import { cloudglueDocument } from '../generated/cloudglue-document.ts';
import type { JsonSchema } from './document.ts';

/** zod's reader of JSON Schema follows `#/definitions/X` only. */
function withLocalRefs<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/definitions/'));
}

let definitions: Record<string, JsonSchema> | undefined;

/**
 * The validator of a schema of the document. It is built at its first use: building all of them at start
 * would cost more than starting the server does.
 */
export function validatorOf<T>(schema: JsonSchema): z.ZodType<T> {
  return z.lazy(() => {
    definitions ??= withLocalRefs(cloudglueDocument.components.schemas);
    return z.fromJSONSchema(
      { ...withLocalRefs(schema), definitions } as Parameters<typeof z.fromJSONSchema>[0],
      {
        defaultTarget: 'openapi-3.0',
      },
    );
  }) as unknown as z.ZodType<T>;
}

type Schemas = components['schemas'];

function componentOf(name: keyof Schemas): JsonSchema {
  const schema = cloudglueDocument.components.schemas[name];
  if (!schema) throw new Error(`openapi/cloudglue.yaml has no schema "${name}"`);
  return schema;
}

/** The validator of one of the document's named schemas. */
export const validatorOfSchema = <Name extends keyof Schemas>(name: Name): z.ZodType<Schemas[Name]> =>
  validatorOf(componentOf(name));

/** The validator of one field of a named schema. */
export function validatorOfField<Name extends keyof Schemas, Field extends keyof Schemas[Name] & string>(
  name: Name,
  field: Field,
): z.ZodType<NonNullable<Schemas[Name][Field]> | Extract<Schemas[Name][Field], null>> {
  const { properties } = componentOf(name) as { properties?: Record<string, JsonSchema> };
  const schema = properties?.[field];
  if (!schema) throw new Error(`the schema "${name}" in openapi/cloudglue.yaml has no field "${field}"`);
  return validatorOf(schema);
}
