// Gives operations of a document their handlers: a wrong body or status is a compile error.
import type { Context, Hono, TypedResponse } from 'hono';
import type { StatusCode } from 'hono/utils/http-status';
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

interface Parts<Op extends Operation> {
  param: Parameters<Op, 'path'>;
  query: Parameters<Op, 'query'>;
  json: JsonBody<Op>;
}

/** What `c.req.valid` gives, for each part of a request that the operation has. */
interface Input<Op extends Operation> {
  in: object;
  out: { [Part in keyof Parts<Op> as [Parts<Op>[Part]] extends [never] ? never : Part]: Parts<Op>[Part] };
}

type Status<Op extends Operation> = keyof Op['responses'] & StatusCode;

/** An answer that the document has. */
type Answer<Op extends Operation> = {
  [S in Status<Op>]: TypedResponse<Json<Op['responses'][S]>, S, 'json'>;
}[Status<Op>];

/** The request context of a handler; its `json` takes only what the document has. */
type HandlerContext<Op extends Operation> = {
  json<S extends Status<Op>>(body: Json<Op['responses'][S]>, status: S): Answer<Op>;
} & Context<AppEnv, string, Input<Op>>;

type Handler<Op extends Operation> = (c: HandlerContext<Op>) => Answer<Op> | Promise<Answer<Op>>;

/** Gives an operation its handler, whose input and output the document types. */
export type Register<Operations> = <Id extends keyof Operations>(
  id: Id,
  handler: Handler<Operations[Id] & Operation>,
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
