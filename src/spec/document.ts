// The few parts of an OpenAPI document that this project reads, and its operations by id.

import type { operations } from '../generated/cloudglue.ts';
import { cloudglueDocument } from '../generated/cloudglue-document.ts';

/** A JSON Schema as OpenAPI 3.0 writes it. */
export type JsonSchema = Record<string, unknown>;

export interface SpecParameter {
  name: string;
  in: 'query' | 'path' | 'header' | 'cookie';
  required?: boolean;
  schema: JsonSchema;
}

export interface SpecResponse {
  description: string;
  content?: Record<string, { schema: JsonSchema }>;
}

export interface SpecOperation {
  operationId: string;
  summary: string;
  tags: string[];
  security?: unknown[];
  parameters?: SpecParameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, SpecResponse>;
}

export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; [key: string]: unknown };
  security?: unknown[];
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, JsonSchema> } & Record<string, Record<string, unknown>>;
  [key: string]: unknown;
}

export type OperationId = keyof operations;

export interface LocatedOperation {
  id: OperationId;
  /** As the document writes it, below the base path: `/files/{file_id}`. */
  path: string;
  method: 'get' | 'put' | 'post' | 'delete' | 'patch';
  operation: SpecOperation;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** Follows a `$ref` within the document; anything else comes back as it is. */
export function dereference<T>(value: T | { $ref: string }): T {
  if (!(value && typeof value === 'object' && '$ref' in value)) return value as T;
  const keys = value.$ref.replace(/^#\//, '').split('/');
  return keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], cloudglueDocument) as T;
}

function locate(path: string, method: (typeof METHODS)[number], operation: SpecOperation): LocatedOperation {
  const resolved: SpecOperation = { ...operation, responses: {} };
  if (operation.parameters) resolved.parameters = operation.parameters.map(dereference);
  for (const [status, response] of Object.entries(operation.responses)) {
    resolved.responses[status] = dereference(response);
  }
  return { id: operation.operationId as OperationId, path, method, operation: resolved };
}

/** Every operation of the document, in its order. */
export const operationsById: ReadonlyMap<OperationId, LocatedOperation> = new Map(
  Object.entries(cloudglueDocument.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => {
      const located = locate(path, method, item[method] as SpecOperation);
      return [located.id, located] as const;
    }),
  ),
);

/** The operation with that id. Throws if the document has none: a mistake in the program, not in its input. */
export function operationById(id: OperationId): LocatedOperation {
  const located = operationsById.get(id);
  if (!located) throw new Error(`openapi/cloudglue.yaml has no operation "${id}"`);
  return located;
}
