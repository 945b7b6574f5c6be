// One operation of an OpenAPI document as a typed route: a wrong body or status is a compile error.
import type { RouteConfig, RouteHandler } from '@hono/zod-openapi';
import type { Context, Hono } from 'hono';
import * as z from 'zod';
import type { AppEnv } from '../http/context.ts';
import { validate } from '../util/validate.ts';
import type { JsonSchema, LocatedOperation, SpecOperation, SpecParameter } from './document.ts';

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

/** What a route of @hono/zod-openapi would be, from which its types make those of the handler. */
type RouteOf<Op extends Operation> = Omit<RouteConfig, 'request' | 'responses' | 'middleware'> & {
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

/** What is wrong with a part of a request. */
export interface Mistake {
  target: 'query' | 'param' | 'json';
  error: z.ZodError;
  data: unknown;
}

/** A parameter that is given several times is an array. */
const queryOf = (c: Context<AppEnv>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );

/** Checks the parts of a request in turn, and leaves them where `c.req.valid` finds them. */
function checkOf(
  { parameters, requestBody }: SpecOperation,
  json: z.ZodType | undefined,
  validatorOf: ValidatorOf,
  refuse: Serving['refuse'],
): (c: Context<AppEnv>, sent: unknown) => void {
  const query = validatorOfParameters(parameters, 'query', validatorOf);
  const params = validatorOfParameters(parameters, 'path', validatorOf);
  return (c, sent) => {
    const part = (target: Mistake['target'], validator: z.ZodType, data: unknown) => {
      const { success, data: valid, error } = validate(validator, data);
      if (!success) throw refuse({ target, error, data });
      c.req.addValidatedData(target, valid as object);
    };
    if (query) part('query', query, queryOf(c));
    if (params) part('param', params, c.req.param());
    // Without a body the fields that are missing are named; where none has to be there, it is the body itself.
    if (json) part('json', json, sent === undefined ? {} : sent);
    if (json && sent === undefined && requestBody?.required) part('json', json, undefined);
  };
}

type Answer = Response | Promise<Response>;

/** What all operations of a document have in common. */
export interface Serving {
  /** What the JSON body of a request holds; undefined where nothing was sent. */
  readJson(c: Context<AppEnv>): Promise<unknown>;
  /** Makes what is thrown of the first mistake in a request. */
  refuse(mistake: Mistake): Error;
  /** The way of a request to an operation: `act` reads and checks what was sent, and lets the handler answer. */
  serve(c: Context<AppEnv>, operation: LocatedOperation, act: () => Answer): Answer;
}

/** Gives an operation its handler, for whom the document types all that was sent and all that can be answered. */
export type Register<Operations> = <Id extends keyof Operations>(
  id: Id,
  handler: RouteHandler<RouteOf<Operations[Id] & Operation>, AppEnv>,
) => void;

/**
 * Makes routes of a document's operations; `Operations` are the types that were generated from it.
 *
 * @hono/zod-openapi gives the types. At run time it would be a middleware for each part of a request, which takes
 * longer than all that the mock does for it.
 */
export function createRoutes<Operations>(
  operationsById: ReadonlyMap<keyof Operations, LocatedOperation>,
  validatorOf: ValidatorOf,
) {
  return (app: Hono<AppEnv>, { readJson, refuse, serve }: Serving): Register<Operations> =>
    (id, handler) => {
      const located = operationsById.get(id);
      if (!located) throw new Error(`the document has no operation "${String(id)}"`);
      const { path, method, operation } = located;
      const body = operation.requestBody?.content['application/json'];
      const check = checkOf(operation, body && validatorOf(body.schema), validatorOf, refuse);
      const handle = handler as unknown as (c: Context<AppEnv>) => Answer;
      app.on(method.toUpperCase(), path.replace(/\{(\w+)\}/g, ':$1'), (c) => {
        const checked = (sent?: unknown) => {
          check(c, sent);
          return handle(c);
        };
        return serve(c, located, body ? () => readJson(c).then(checked) : checked);
      });
    };
}
