// The API for the rest of the program: the types of its newest version; operations, validators and fitters of each
// version. Only this folder imports the code generated from the document.

import type * as z from 'zod';
import { type JsonSchema, type LocatedOperation, type OpenApiDocument, operationsOf } from './document.ts';
import { createFitters, type Fitter } from './fit-to-version.ts';
import type { components, operations, paths } from './generated/cloudglue.ts';
import { cloudglueDocument } from './generated/cloudglue-document.ts';
import { createValidators } from './validators.ts';
import { type ApiVersion, documentOf } from './versions.ts';

export { endpointOf, pathTo } from './operation-places.ts';
export type { operations, paths };
export { cloudglueDocument };

/** The generated types of its operations. */
export type ApiOperations = operations;

/** The host of the real API, which the document names last. */
export const API_HOST: string = new URL((cloudglueDocument.servers as { url: string }[]).at(-1)?.url ?? '')
  .hostname;

/** The types of the document's named schemas. */
export type Schemas = components['schemas'];

export type OperationId = keyof operations;

/** Every operation by its id, in the order of the document. */
export const operationsById: ReadonlyMap<OperationId, LocatedOperation<OperationId>> = operationsOf(
  cloudglueDocument,
);

/** The operation with the id. Throws if the document has none: a bug in the program, not in its input. */
export function operationById(id: OperationId): LocatedOperation<OperationId> {
  const located = operationsById.get(id);
  if (!located) throw new Error(`openapi/cloudglue.yaml has no operation "${id}"`);
  return located;
}

const validators = createValidators<Schemas>(cloudglueDocument);
export const { validatorOf, validatorOfSchema, validatorOfField } = validators;

/** The API as one version has it. */
export interface Api {
  version: ApiVersion;
  document: OpenApiDocument;
  operationsById: ReadonlyMap<OperationId, LocatedOperation<OperationId>>;
  validatorOf: <T>(schema: JsonSchema) => z.ZodType<T>;
  /** Makes what takes from a value whatever the version does not have. */
  fitterOf: (schema: JsonSchema) => Fitter;
}

const apis = new Map<string, Api>();

/** The API of a version, made at its first use. */
export function apiOf(version: ApiVersion): Api {
  let api = apis.get(version);
  if (!api) {
    const document = documentOf(version);
    const isNewest = document === cloudglueDocument;
    api = {
      version,
      document,
      operationsById: isNewest ? operationsById : operationsOf<OperationId>(document),
      validatorOf: isNewest ? validatorOf : createValidators<Schemas>(document).validatorOf,
      fitterOf: createFitters(document),
    };
    apis.set(version, api);
  }
  return api;
}
