// A second opinion on every answer: Ajv, where the mock itself uses zod.
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { apiOf, cloudglueDocument } from '../../src/openapi/cloudglue.ts';
import type { JsonSchema, LocatedOperation, OpenApiDocument } from '../../src/openapi/document.ts';
import { type ApiVersion, NEWEST } from '../../src/openapi/versions.ts';

/**
 * What Ajv reads of an OpenAPI 3.0 schema. JSON Schema has no `nullable`, which Ajv refuses where it stands beside
 * something else than a type, and a number in `exclusiveMinimum`.
 */
function asJsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(asJsonSchema);
  if (!node || typeof node !== 'object') return node;
  const { nullable, exclusiveMinimum, minimum, ...rest } = node as JsonSchema;
  const schema = {
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, asJsonSchema(value)])),
    ...(minimum !== undefined && { [exclusiveMinimum ? 'exclusiveMinimum' : 'minimum']: minimum }),
  };
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

/** Makes what tells how a value does not fit a schema of the document; nothing if it does. */
export function createFitCheck(
  document: OpenApiDocument,
): (schema: JsonSchema, value: unknown) => ErrorObject[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'spec', components: asJsonSchema(document.components) });
  /** Each schema is compiled once, for a compilation costs more than all the rest of a test's request. */
  const validators = new WeakMap<JsonSchema, ValidateFunction>();
  function validatorOf(schema: JsonSchema): ValidateFunction {
    const known = validators.get(schema);
    if (known) return known;
    const absolute = JSON.parse(JSON.stringify(asJsonSchema(schema)).replaceAll('"#/', '"spec#/'));
    const validate = ajv.compile(absolute);
    validators.set(schema, validate);
    return validate;
  }
  return (schema, value) => {
    const validate = validatorOf(schema);
    return validate(value) ? [] : (validate.errors ?? []);
  };
}

const fitChecks = new Map<string, ReturnType<typeof createFitCheck>>();

/** Fails the test if a value does not fit a schema of the document of a version: the newest, unless one is given. */
export function expectToFit(
  schema: JsonSchema,
  value: unknown,
  what: string,
  version: ApiVersion = NEWEST,
): void {
  let mistakesIn = fitChecks.get(version);
  if (!mistakesIn) {
    mistakesIn = createFitCheck(apiOf(version).document);
    fitChecks.set(version, mistakesIn);
  }
  const errors = mistakesIn(schema, value);
  if (errors.length > 0) expect.fail(`${what}\n${JSON.stringify({ errors, value }, null, 2)}`);
}

const operations = new Map<string, Located[]>();
type Located = LocatedOperation & { pattern: RegExp };

/** The operations of a version. */
function operationsAt(version: ApiVersion): Located[] {
  let known = operations.get(version);
  if (!known) {
    known = [...apiOf(version).operationsById.values()].map((located) => ({
      ...located,
      pattern: new RegExp(`^/v1${located.path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    }));
    operations.set(version, known);
  }
  return known;
}

const gatewayStatuses = Object.keys(cloudglueDocument['x-gateway-responses'] as Record<string, unknown>);
const errorSchema = { $ref: '#/components/schemas/Error' };

/** The version that a response says it is of. */
const versionOf = (response: Response): ApiVersion =>
  (response.headers.get('x-cloudglue-mock-api-version') ?? NEWEST) as ApiVersion;

/** Fails the test if an answer of the API is not one that the document of its version allows. */
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
  const version = versionOf(response);
  const operation = operationsAt(version).find(
    (one) => one.method === method.toLowerCase() && one.pattern.test(path),
  );
  const declared = operation?.operation.responses[response.status]?.content?.['application/json']?.schema;
  if (!declared) expect(gatewayStatuses, `${what} is not documented`).toContain(String(response.status));
  expectToFit(declared ?? errorSchema, body, what, version);
  if (!response.ok) expect(body, what).toEqual({ error: expect.stringMatching(/^\S.{20,1000}\.$/s) });
}
