// The request of an interaction: what the client sent, with values that the states give in place of ids.
import { Buffer } from 'node:buffer';
import { UNKNOWN_ID } from '../../errors/cases/error-case.ts';
import type { ErrorName } from '../../errors/catalogue.ts';
import { redactBody, redactText } from '../../journal/redact.ts';
import { operationById } from '../../openapi/cloudglue.ts';
import { BASE_PATH } from '../../openapi/paths.ts';
import { type Generator, literally, type MatchingRules, type PactRequest, rule } from './pact-file.ts';
import type { Recorded } from './recorded.ts';

/** The key that contracts send: any will do. */
export const CONTRACT_AUTHORIZATION = 'Bearer cg-contract';
const BOUNDARY = 'contract';

/** The path parameter that no record has where an error says so. */
const UNKNOWN_IN: Partial<Record<ErrorName, string>> = {
  'connector-not-found': 'id',
  'file-not-found': 'file_id',
  'not-in-collection': 'file_id',
  'collection-not-found': 'collection_id',
  'import-not-found': 'import_id',
  'import-run-not-found': 'run_id',
  'tag-not-found': 'tag_id',
  'webhook-not-found': 'webhook_id',
};

/** The value of a state that stands for a parameter. */
const valueNameOf = (parameter: string) => (parameter === 'id' ? 'connector_id' : parameter);

/** Fields of bodies and queries that a state can give. */
const GIVEN: Record<string, string> = {
  url: 'uri',
  file_id: 'file_id',
  connector_id: 'connector_id',
  page_token: 'page_token',
};

/** What the states gave, by name. */
export type Values = Readonly<Record<string, string>>;

/** The request in a situation whose states gave values. */
export function requestIn(recorded: Recorded, values: Values): PactRequest {
  const rules: NonNullable<PactRequest['matchingRules']> = {};
  const generators: NonNullable<PactRequest['generators']> = {};
  const { method } = operationById(recorded.operation);
  const path = pathOf(recorded, values);
  if (path.expression !== path.example) {
    rules.path = rule({ match: 'regex', regex: path.regex });
    generators.path = stateValue(path.expression);
  }
  const headers: PactRequest['headers'] = {};
  if (recorded.isKeyed) {
    headers.Authorization = [CONTRACT_AUTHORIZATION];
    rules.header = { Authorization: rule({ match: 'regex', regex: '^Bearer \\S+$' }) };
  }
  const request: PactRequest = { method: method.toUpperCase(), path: path.example, headers };

  const query = fieldsWith(recorded.query, values, (name) => name);
  if (Object.keys(query.content).length > 0) {
    request.query = Object.fromEntries(
      Object.entries(query.content).map(([name, value]) => [name, [redactText(String(value))]]),
    );
    Object.assign(rules, query.hasAny && { query: query.rules });
    Object.assign(generators, query.hasAny && { query: query.generators });
  }
  if (recorded.formFields) {
    headers['Content-Type'] = [`multipart/form-data; boundary=${BOUNDARY}`];
    request.body = { content: formOf(recorded), contentType: 'multipart/form-data', encoded: 'base64' };
  } else if (recorded.body !== undefined) {
    headers['Content-Type'] = ['application/json'];
    const body = fieldsWith(
      JSON.parse(redactBody(JSON.stringify(recorded.body))),
      values,
      (name) => `$.${name}`,
    );
    request.body = { content: body.content, contentType: 'application/json', encoded: false };
    Object.assign(rules, body.hasAny && { body: body.rules });
    Object.assign(generators, body.hasAny && { body: body.generators });
  }
  if (Object.keys(rules).length > 0) request.matchingRules = rules;
  if (Object.keys(generators).length > 0) request.generators = generators;
  return request;
}

const stateValue = (expression: string): Generator => ({ type: 'ProviderState', expression });

function pathOf({ operation, params, errorCase }: Recorded, values: Values) {
  const unknown = errorCase && UNKNOWN_IN[errorCase];
  const { path } = operationById(operation);
  const fill = (by: (parameter: string) => string) =>
    `${BASE_PATH}${path.replace(/\{(\w+)\}/g, (_, parameter: string) => by(parameter))}`;
  const isGiven = (parameter: string) =>
    parameter !== unknown && values[valueNameOf(parameter)] !== undefined;
  const literal = (parameter: string) =>
    parameter === unknown ? UNKNOWN_ID : encodeURIComponent(redactText(params[parameter] ?? UNKNOWN_ID));
  return {
    example: fill((one) => (isGiven(one) ? (values[valueNameOf(one)] ?? '') : literal(one))),
    expression: fill((one) => (isGiven(one) ? `\${${valueNameOf(one)}}` : literal(one))),
    regex: `^${fill((one) => (isGiven(one) ? '[^/]+' : literally(literal(one))))}$`,
  };
}

/** Fields at the top of a body or a query, with the values that states gave in their places. */
function fieldsWith(given: unknown, values: Values, placeOf: (name: string) => string) {
  const rules: MatchingRules = {};
  const generators: Record<string, Generator> = {};
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { content: given as Record<string, unknown>, rules, generators, hasAny: false };
  const content: Record<string, unknown> = { ...given };
  for (const [name, value] of Object.entries(GIVEN)) {
    const inserted = values[value];
    if (inserted === undefined || typeof content[name] !== 'string') continue;
    content[name] = inserted;
    rules[placeOf(name)] = rule({ match: 'type' });
    generators[placeOf(name)] = stateValue(`\${${value}}`);
  }
  return { content, rules, generators, hasAny: Object.keys(rules).length > 0 };
}

/** The first bytes of a video, which is all that an upload is known by. */
const VIDEO = Buffer.from('AAAAGGZ0eXBpc29tAAACAGlzb21tcDQy', 'base64');

const THUMBNAILS = 'enable_segment_thumbnails';

/**
 * A form like the one that was sent, in base64: its file was not kept, so a small one stands for it. It has no metadata:
 * what compares pacts with the document takes each part for text, and would say that metadata must be an object.
 */
function formOf({ formFields = [], errorCase }: Recorded): string {
  const isMedia = errorCase !== 'unsupported-upload';
  const part = (disposition: string, type: string, content: Buffer) =>
    Buffer.concat([
      Buffer.from(
        `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: ${type}\r\n\r\n`,
      ),
      content,
      Buffer.from('\r\n'),
    ]);
  return Buffer.concat([
    isMedia
      ? part('name="file"; filename="contract.mp4"', 'video/mp4', VIDEO)
      : part('name="file"; filename="contract.txt"', 'text/plain', Buffer.from('Only words.')),
    ...(formFields.includes(THUMBNAILS)
      ? [part(`name="${THUMBNAILS}"`, 'text/plain', Buffer.from('true'))]
      : []),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]).toString('base64');
}
