// One operation of the OpenAPI document as a typed route: a wrong body or status is a compile error.
import { createRoute, type RouteConfig, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';
import type { operations } from '../generated/cloudglue.ts';
import { readBody } from '../middleware.ts';
import { type JsonSchema, type OperationId, operationById, type SpecParameter } from './document.ts';
import { validatorOf } from './schema.ts';

type Parameters<Id extends OperationId, In extends 'query' | 'path'> = NonNullable<
  operations[Id]['parameters'][In]
>;
type JsonBody<Id extends OperationId> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;
type Json<Response> = Response extends { content: { 'application/json': infer Body } } ? Body : never;

type Request<Id extends OperationId> = ([Parameters<Id, 'path'>] extends [never]
  ? object
  : { params: z.ZodObject & z.ZodType<Parameters<Id, 'path'>, Parameters<Id, 'path'>> }) &
  ([Parameters<Id, 'query'>] extends [never]
    ? object
    : { query: z.ZodObject & z.ZodType<Parameters<Id, 'query'>, Parameters<Id, 'query'>> }) &
  ([JsonBody<Id>] extends [never]
    ? object
    : {
        body: {
          required: true;
          content: { 'application/json': { schema: z.ZodType<JsonBody<Id>, JsonBody<Id>> } };
        };
      });

type Responses<Id extends OperationId> = {
  [Status in keyof operations[Id]['responses'] & number]: {
    description: string;
    content: { 'application/json': { schema: z.ZodType<Json<operations[Id]['responses'][Status]>> } };
  };
};

/** What `OpenAPIHono.openapi()` needs to type a handler; createRoute cannot see it for an open `Id`. */
type RouteOf<Id extends OperationId> = Omit<RouteConfig, 'request' | 'responses' | 'middleware'> & {
  request: Request<Id>;
  responses: Responses<Id>;
};

/** Query strings are text; the document's numbers and booleans are not. */
function fromText(schema: JsonSchema): (value: unknown) => unknown {
  const numeric = schema.type === 'integer' || schema.type === 'number';
  return (value) => {
    if (typeof value !== 'string') return value;
    if (numeric && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
    if (schema.type === 'boolean' && /^(true|false)$/.test(value)) return value === 'true';
    return value;
  };
}

function validatorOfParameter({ in: place, required, schema }: SpecParameter): z.ZodType {
  const validator = validatorOf(schema);
  const optional = required || schema.default !== undefined ? validator : validator.optional();
  return place === 'query' ? z.preprocess(fromText(schema), optional) : optional;
}

function validatorOfParameters(parameters: SpecParameter[]): z.ZodObject | undefined {
  if (parameters.length === 0) return undefined;
  return z.object(Object.fromEntries(parameters.map((p) => [p.name, validatorOfParameter(p)])));
}

/**
 * The route of an operation for `OpenAPIHono.openapi()`: path, method, validators and response types all
 * come from the document. `stages` run before validation, and before the body is read where the operation takes one.
 */
export function route<Id extends OperationId>(id: Id, stages: MiddlewareHandler<AppEnv>[]) {
  const { path, method, operation } = operationById(id);
  const params = validatorOfParameters(operation.parameters?.filter((p) => p.in === 'path') ?? []);
  const query = validatorOfParameters(operation.parameters?.filter((p) => p.in === 'query') ?? []);
  const body = operation.requestBody?.content['application/json'];
  return createRoute({
    path,
    method,
    middleware: body ? [...stages, readBody] : stages,
    request: {
      ...(params && { params }),
      ...(query && { query }),
      ...(body && {
        body: { required: true, content: { 'application/json': { schema: validatorOf(body.schema) } } },
      }),
    },
    responses: operation.responses as RouteConfig['responses'],
  }) as unknown as RouteOf<Id>;
}
