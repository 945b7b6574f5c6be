// One operation of an OpenAPI document as a typed route: a wrong body or status is a compile error.
import { createRoute, type RouteConfig, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';
import type { JsonSchema, LocatedOperation, SpecParameter } from './openapi.ts';

/** What is generated of one operation. */
export interface Operation {
  parameters: { query?: unknown; path?: unknown };
  responses: object;
}
export type Parameters<Op extends Operation, In extends 'query' | 'path'> = NonNullable<Op['parameters'][In]>;
export type JsonBody<Op extends Operation> = Op extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;
type Json<Response> = Response extends { content: { 'application/json': infer Body } } ? Body : never;

type Request<Op extends Operation> = ([Parameters<Op, 'path'>] extends [never]
  ? object
  : { params: z.ZodObject & z.ZodType<Parameters<Op, 'path'>, Parameters<Op, 'path'>> }) &
  ([Parameters<Op, 'query'>] extends [never]
    ? object
    : { query: z.ZodObject & z.ZodType<Parameters<Op, 'query'>, Parameters<Op, 'query'>> }) &
  ([JsonBody<Op>] extends [never]
    ? object
    : {
        body: {
          required: true;
          content: { 'application/json': { schema: z.ZodType<JsonBody<Op>, JsonBody<Op>> } };
        };
      });

type Responses<Op extends Operation> = {
  [Status in keyof Op['responses'] & number]: {
    description: string;
    content: { 'application/json': { schema: z.ZodType<Json<Op['responses'][Status]>> } };
  };
};

/** What `OpenAPIHono.openapi()` needs to type a handler; createRoute cannot see it for an open operation. */
export type RouteOf<Op extends Operation> = Omit<RouteConfig, 'request' | 'responses' | 'middleware'> & {
  request: Request<Op>;
  responses: Responses<Op>;
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

type ValidatorOf = (schema: JsonSchema) => z.ZodType;

function validatorOfParameters(
  parameters: SpecParameter[] = [],
  place: 'query' | 'path',
  validatorOf: ValidatorOf,
): z.ZodObject | undefined {
  const wanted = parameters.filter((parameter) => parameter.in === place);
  if (wanted.length === 0) return undefined;
  const entries = wanted.map(({ name, required, schema }) => {
    const validator = validatorOf(schema);
    const optional = required || schema.default !== undefined ? validator : validator.optional();
    return [name, place === 'query' ? z.preprocess(fromText(schema), optional) : optional];
  });
  return z.object(Object.fromEntries(entries));
}

/** What runs before an operation is validated. */
export type StagesOf = (operation: LocatedOperation) => MiddlewareHandler<AppEnv>;

/** Makes routes of a document's operations; `Operations` are the types that were generated from it. */
export function createRoutes<Operations>(
  operationsById: ReadonlyMap<keyof Operations, LocatedOperation>,
  validatorOf: ValidatorOf,
) {
  /**
   * The route of an operation for `OpenAPIHono.openapi()`: path, method, validators and response types all
   * come from the document.
   */
  return function route<Id extends keyof Operations>(id: Id, stagesOf: StagesOf) {
    const located = operationsById.get(id);
    if (!located) throw new Error(`the document has no operation "${String(id)}"`);
    const { path, method, operation } = located;
    const params = validatorOfParameters(operation.parameters, 'path', validatorOf);
    const query = validatorOfParameters(operation.parameters, 'query', validatorOf);
    const body = operation.requestBody?.content['application/json'];
    return createRoute({
      path,
      method,
      middleware: stagesOf(located),
      request: {
        ...(params && { params }),
        ...(query && { query }),
        ...(body && {
          body: { required: true, content: { 'application/json': { schema: validatorOf(body.schema) } } },
        }),
      },
      responses: operation.responses as RouteConfig['responses'],
    }) as unknown as RouteOf<Operations[Id] & Operation>;
  };
}
