// The version of the API that a request is answered as: that of its account.
import type { Context } from 'hono';
import type { InvalidPart } from '../errors/explain.ts';
import { apiOf, type OperationId, operationById } from '../openapi/cloudglue.ts';
import type { JsonSchema, SpecOperation } from '../openapi/document.ts';
import { UNKNOWN } from '../openapi/fit-to-version.ts';
import { type ApiVersion, firstVersionOf, laterVersionOfField, NEWEST } from '../openapi/versions.ts';
import type { AppEnv } from './context.ts';
import { type InputCheck, inputCheckOf, queryNamesOf, unknownQueryNames } from './operation-input.ts';
import { lateOperationError } from './routes/unrouted.ts';

/** Names the version of the API that a response is of, unless it is the newest. */
const VERSION_HEADER = 'x-cloudglue-mock-api-version';
/** Names what was ignored of a request because the account's version of the API does not have it. */
const IGNORED_HEADER = 'x-cloudglue-mock-ignored';

/**
 * Answers a request as the account's version does: an operation that the version does not have is refused like an
 * unknown route, and bodies are fitted to the version.
 */
export function applyVersion(c: Context<AppEnv>): void {
  const { apiVersion, settings } = c.get('account');
  c.set('apiVersion', apiVersion);
  c.set('isTimed', settings.lifecycle === 'timed');
  if (apiVersion === NEWEST) return;
  c.get('responseHeaders')[VERSION_HEADER] = apiVersion;
  const id = c.get('operation');
  const located = apiOf(apiVersion).operationsById.get(id);
  if (!located) {
    c.set('operation', undefined as never);
    throw lateOperationError(c, apiVersion, firstVersionOf(id));
  }
  c.set('fitBody', (body, status) => fitBody(apiVersion, located.operation, { body, status }));
}

interface Answer {
  body: unknown;
  status: number;
}

function fitBody(version: ApiVersion, { responses }: SpecOperation, { body, status }: Answer): unknown {
  const schema = responses[status]?.content?.['application/json']?.schema;
  if (!schema) return body;
  const fitted = apiOf(version).fitterOf(schema)(body);
  if (fitted === UNKNOWN) throw new Error(`version ${version} has no way to answer what was asked for`);
  return fitted;
}

/** Makes the check of an operation's input by the document of the account's version; what is later is left out. */
export function inputCheckOfVersions(id: OperationId, invalid: (part: InvalidPart) => Error): InputCheck {
  const checks = new Map<string, InputCheck>();
  return (c, body) => {
    const { apiVersion } = c.get('account');
    let check = checks.get(apiVersion);
    if (!check) {
      check = checkOf(id, apiVersion, invalid);
      checks.set(apiVersion, check);
    }
    check(c, body);
  };
}

function checkOf(id: OperationId, version: ApiVersion, invalid: (part: InvalidPart) => Error): InputCheck {
  const { operationsById, validatorOf, fitterOf } = apiOf(version);
  const operation = operationsById.get(id)?.operation;
  if (!operation) throw new Error(`version ${version} has no operation "${id}"`);
  const check = inputCheckOf(operation, validatorOf, invalid);
  const known = queryNamesOf(operation);
  const later = queryNamesOf(operationById(id).operation).filter((name) => !known.includes(name));
  const schema: JsonSchema | undefined = operation.requestBody?.content['application/json']?.schema;
  const fitTo = schema && fitterOf(schema);
  return (c, body) => {
    check(c, body);
    const ignored = unknownQueryNames(c, known).map((name) =>
      later.includes(name) ? `${name}; since=${firstVersionOf(id, name)}` : name,
    );
    if (fitTo && body !== undefined) {
      const fitted = fitTo(body, (keys) => {
        const name = keys.join('.');
        const since = version === NEWEST ? undefined : laterVersionOfField(id, name);
        ignored.push(since === undefined ? name : `${name}; since=${since}`);
      });
      // At the newest version all that a client sends stays as it is.
      if (fitted !== UNKNOWN && version !== NEWEST) c.req.addValidatedData('json', fitted as object);
    }
    tellIgnored(c, ignored);
  };
}

/** How many names an answer tells, and how much of each: clients choose both. */
const MOST_NAMES = 20;
const LONGEST_NAME = 100;

/** Names in the answer and in the journal what was ignored of a request, beside what was named before. */
export function tellIgnored(c: Context<AppEnv>, more: readonly string[]): void {
  if (more.length === 0) return;
  const names = [...(c.get('ignored') ?? []), ...more];
  const told = names.slice(0, MOST_NAMES).map((name) => name.slice(0, LONGEST_NAME).toWellFormed());
  const left = names.length - told.length;
  if (left > 0) told.push(`and ${left} more`);
  c.set('ignored', told);
  // A header takes no other characters.
  c.get('responseHeaders')[IGNORED_HEADER] = told
    .map((text) => text.replace(/[^\x20-\x2b\x2d-\x7e]/gu, encodeURIComponent))
    .join(', ');
}
