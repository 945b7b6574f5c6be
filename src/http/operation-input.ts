// Checks what a request sends to an operation, as the document describes it.
import type { Context } from 'hono';
import * as z from 'zod';
import type { InvalidPart } from '../errors/explain.ts';
import type { JsonSchema, SpecOperation, SpecParameter } from '../openapi/document.ts';
import { validate } from '../util/validate.ts';
import type { AppEnv } from './context.ts';

/** Reads the text of a query parameter as the type that its schema has. */
function fromText(schema: JsonSchema): (value: unknown) => unknown {
  const numeric = schema.type === 'integer' || schema.type === 'number';
  return (value) => {
    if (typeof value !== 'string') return value;
    if (numeric && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
    if (schema.type === 'boolean' && /^(true|false)$/.test(value)) return value === 'true';
    return schema.format === 'date-time' ? withOffset(value) : value;
  };
}

/** The official Python SDK writes an offset as `+0000`, and none for a time that has no zone, which is taken as UTC. */
function withOffset(text: string): string {
  const [, time, hours, minutes] = /^(\d{4}-\d\d-\d\dT[\d:.]+)(?:([+-]\d\d)(\d\d))?$/.exec(text) ?? [];
  if (time === undefined) return text;
  return hours === undefined ? `${time}Z` : `${time}${hours}:${minutes}`;
}

/** Makes the validator of a schema of the document. */
export type ValidatorOf = (schema: JsonSchema) => z.ZodType;

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

/** The names of query parameters that a request sends, and that are not among those that there are. */
export const unknownQueryNames = (c: Context<AppEnv>, known: readonly string[]): string[] =>
  // To read the query takes longer than to see that there is none.
  c.req.url.includes('?') ? Object.keys(c.req.query()).filter((name) => !known.includes(name)) : [];

/** The names of an operation's query parameters. */
export const queryNamesOf = ({ parameters = [] }: SpecOperation): string[] =>
  parameters.filter((one) => one.in === 'query').map(({ name }) => name);

/** A parameter that is given several times is an array. */
function queryOf(c: Context<AppEnv>): Record<string, unknown> {
  const queries = c.req.queries();
  c.set('queries', queries);
  return Object.fromEntries(
    Object.entries(queries).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}

/** Checks the input of a request, and leaves it where `c.req.valid` finds it. */
export type InputCheck = (c: Context<AppEnv>, body: unknown) => void;

/**
 * Makes the check of an operation's input: of its parameters and of its body, in turn; it leaves what is valid where
 * `c.req.valid` finds it. Its validators are made at the first request: most processes use a few operations.
 * @param invalid makes what is thrown of the first part that does not fit
 */
export function inputCheckOf(
  { parameters, requestBody }: SpecOperation,
  validatorOf: ValidatorOf,
  invalid: (part: InvalidPart) => Error,
): InputCheck {
  const makeValidators = () => {
    const schema = requestBody?.content['application/json']?.schema;
    return {
      query: validatorOfParameters(parameters, 'query', validatorOf),
      params: validatorOfParameters(parameters, 'path', validatorOf),
      json: schema && validatorOf(schema),
    };
  };
  let validators: ReturnType<typeof makeValidators> | undefined;
  return (c, body) => {
    validators ??= makeValidators();
    const { query, params, json } = validators;
    const check = (target: InvalidPart['target'], validator: z.ZodType, data: unknown) => {
      const { success, data: valid, error } = validate(validator, data);
      if (!success) {
        const part: InvalidPart = { target, error, data };
        c.set('invalid', part);
        throw invalid(part);
      }
      c.req.addValidatedData(target, valid as object);
    };
    if (query) check('query', query, queryOf(c));
    if (params) check('param', params, c.req.param());
    // Without a body the fields that are missing are named; where no field is required, the body itself is.
    if (json) check('json', json, body === undefined ? {} : body);
    if (json && body === undefined && requestBody?.required) check('json', json, undefined);
  };
}
