// Runtime validators, made from the OpenAPI document's own schemas when they are first used.
import { z } from '@hono/zod-openapi';
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
