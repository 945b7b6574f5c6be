// Gives operations of a document their handlers: a wrong body or status is a compile error.
import type { RouteConfig, RouteHandler } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import type * as z from 'zod';
import type { ApiOperations } from '../openapi/cloudglue.ts';
import type { LocatedOperation } from '../openapi/document.ts';
import type { AppEnv } from './context.ts';
import type { Endpoint, EndpointPolicy } from './endpoint.ts';
import { inputCheckOf, type ValidatorOf } from './operation-input.ts';
import type { Pipeline } from './pipeline.ts';

/** The generated type of one operation. */
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

/** What a route of @hono/zod-openapi would be, from which its types make those of the handler. */
type RouteOf<Op extends Operation> = Omit<RouteConfig, 'request' | 'responses' | 'middleware'> & {
  request: Request<Op>;
  responses: Responses<Op>;
};

/** Gives an operation its handler, whose input and output the document types. */
export type Register<Operations> = <Id extends keyof Operations>(
  id: Id,
  handler: RouteHandler<RouteOf<Operations[Id] & Operation>, AppEnv>,
) => void;

/** Gives an operation of the API its handler. */
export type ApiRegister = Register<ApiOperations>;

interface RegisterOptions<Operations> {
  operationsById: ReadonlyMap<keyof Operations, LocatedOperation>;
  validatorOf: ValidatorOf;
  policy: EndpointPolicy;
  pipeline: Pipeline;
}

/**
 * Makes the function that registers operations on an app; `Operations` are the types generated from the document.
 *
 * @hono/zod-openapi gives the types only: at run time it is a middleware for each part of a request, which takes
 * longer than everything else about it.
 */
export function createRegister<Operations>(
  app: Hono<AppEnv>,
  { operationsById, validatorOf, policy, pipeline }: RegisterOptions<Operations>,
): Register<Operations> {
  return (id, handler) => {
    const operation = operationsById.get(id);
    if (!operation) throw new Error(`the document has no operation "${String(id)}"`);
    const { path, method, operation: described } = operation;
    const endpoint: Endpoint = {
      policy,
      operation,
      readsJson: described.requestBody?.content['application/json'] !== undefined,
      validate: inputCheckOf(described, validatorOf, policy.invalid),
      handle: handler as unknown as Endpoint['handle'],
    };
    app.on(method.toUpperCase(), path.replace(/\{(\w+)\}/g, ':$1'), (c) => pipeline(c, endpoint));
  };
}
