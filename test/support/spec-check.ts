// A second opinion on every answer: Ajv, where the mock itself uses zod.
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { cloudglueDocument, operationsById } from '../../src/openapi/cloudglue.ts';
import type { JsonSchema } from '../../src/openapi/document.ts';

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);

/** JSON Schema has no `nullable`; where it stands beside something else than a type, Ajv refuses it. */
function withoutNullable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutNullable);
  if (!node || typeof node !== 'object') return node;
  const { nullable, ...rest } = node as JsonSchema;
  const schema = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, withoutNullable(value)]),
  );
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

ajv.addSchema({ $id: 'spec', components: withoutNullable(cloudglueDocument.components) });

/** Each schema is compiled once, for a compilation costs more than all the rest of a test's request. */
const validators = new WeakMap<JsonSchema, ValidateFunction>();

function validatorOf(schema: JsonSchema): ValidateFunction {
  const known = validators.get(schema);
  if (known) return known;
  const absolute = JSON.parse(JSON.stringify(withoutNullable(schema)).replaceAll('"#/', '"spec#/'));
  const validate = ajv.compile(absolute);
  validators.set(schema, validate);
  return validate;
}

/** Fails the test if a value does not fit a schema of the document. */
export function expectToFit(schema: JsonSchema, value: unknown, what: string): void {
  const validate = validatorOf(schema);
  if (!validate(value))
    expect.fail(`${what}\n${JSON.stringify({ errors: validate.errors, value }, null, 2)}`);
}

const operations = [...operationsById.values()].map((located) => ({
  ...located,
  pattern: new RegExp(`^/v1${located.path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
}));
const gatewayStatuses = Object.keys(cloudglueDocument['x-gateway-responses'] as Record<string, unknown>);
const errorSchema = { $ref: '#/components/schemas/Error' };

/** Fails the test if an answer of the API is not one that the document allows. */
export async function expectSpecAnswer(method: string, url: string, response: Response): Promise<void> {
  const path = new URL(url).pathname.replace(/\/+(?=\/|$)/g, '');
  if (!path.startsWith('/v1') || method === 'OPTIONS' || method === 'HEAD') return;
  const what = `${method} ${path} ${response.status}`;
  expect(response.headers.get('x-request-id'), `${what}: x-request-id`).toMatch(/^[\w=-]+$/);
  const takesCredentials = response.headers.get('access-control-allow-credentials') === 'true';
  expect(response.headers.get('access-control-allow-origin'), `${what}: CORS`).toMatch(
    takesCredentials ? /^[^*]+$/ : /^\*$/,
  );
  expect(response.headers.get('content-type'), `${what}: content type`).toMatch(/^application\/json\b/);
  const body: unknown = await response.clone().json();
  const operation = operations.find((one) => one.method === method.toLowerCase() && one.pattern.test(path));
  const declared = operation?.operation.responses[response.status]?.content?.['application/json']?.schema;
  if (!declared) expect(gatewayStatuses, `${what} is not documented`).toContain(String(response.status));
  expectToFit(declared ?? errorSchema, body, what);
  if (!response.ok) expect(body, what).toEqual({ error: expect.stringMatching(/^\S.{20,1000}\.$/s) });
}
