// The parts of an OpenAPI document that this project reads, and its operations by id.

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
  deprecated?: boolean;
  summary: string;
  tags: string[];
  /** In the control plane's document: the method of AccountControl that does the same. */
  'x-method'?: string;
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

export interface LocatedOperation<Id extends string = string> {
  id: Id;
  /** The path as in the document, without the base path: `/files/{file_id}`. */
  path: string;
  method: 'get' | 'put' | 'post' | 'delete' | 'patch';
  operation: SpecOperation;
}

/** The HTTP methods that an operation can have. */
export const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/**
 * A pattern for a path of the document, with any value for each parameter.
 * @param value the pattern for the value of a parameter
 */
export const pathPattern = (path: string, value = '[^/]+'): RegExp =>
  new RegExp(`^${path.replace(/\{\w+\}/g, value)}$`);

/** Follows a `$ref` within a document; returns any other value unchanged. */
export function dereference<T>(document: OpenApiDocument, value: T | { $ref: string }): T {
  if (!(value && typeof value === 'object' && '$ref' in value)) return value as T;
  const keys = value.$ref.replace(/^#\//, '').split('/');
  return keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document) as T;
}

/** Every operation of a document by its id, in the document's order, with refs in parameters and responses resolved. */
export function operationsOf<Id extends string>(document: OpenApiDocument): Map<Id, LocatedOperation<Id>> {
  const located = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method): LocatedOperation<Id> => {
      const { parameters, responses, ...rest } = item[method] as SpecOperation;
      const operation: SpecOperation = {
        ...rest,
        ...(parameters && { parameters: parameters.map((one) => dereference(document, one)) }),
        responses: Object.fromEntries(
          Object.entries(responses).map(([status, response]) => [status, dereference(document, response)]),
        ),
      };
      return { id: rest.operationId as Id, path, method, operation };
    }),
  );
  return new Map(located.map((one) => [one.id, one]));
}
