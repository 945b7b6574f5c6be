// What the judge says of single requests: each rule against clients that break it, and against their sound twins.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Generator, PactDocument, PactRequest } from '../src/check/pact/pact-file.ts';
import { openStage } from '../src/check/pact/replay.ts';
import type { Values } from '../src/check/pact/request-part.ts';
import type { Situation } from '../src/check/pact/situations.ts';
import { runDemo } from '../src/demo/demo.ts';
import type { Example } from '../src/errors/cases/error-case.ts';
import { errorCase, errorNames, occursAt } from '../src/errors/catalogue.ts';
import { createMock, type Mock, type MockOptions } from '../src/index.ts';
import { requestRules } from '../src/judge/rule-registry.ts';
import { type OperationId, operationById, operationsById } from '../src/openapi/cloudglue.ts';
import { documentOf, NEWEST } from '../src/openapi/versions.ts';
import { runClient } from './support/client-run.ts';
import { sendExample } from './support/examples.ts';
import { type MistakeExample, requestMistakes } from './support/request-mistakes.ts';

const ofRequests = new Set(requestRules.map(({ name }) => name));
const errors = new Set(requestRules.filter(({ severity }) => severity === 'error').map(({ name }) => name));

/** What a JSON pointer leads to in a document; throws where it leads nowhere. */
function resolve(document: object, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((node, key) => {
      if (typeof node !== 'object' || node === null || !(key in node))
        throw new Error(`no ${key} in ${pointer}`);
      return (node as Record<string, unknown>)[key];
    }, document);
}

/** What is found in a run of one client that sends an example. */
async function findingsOf(example: Example, options: MockOptions = {}) {
  await using mock: Mock = createMock({
    lifecycle: 'manual',
    ...options,
    ...(example.options as MockOptions),
  });
  await sendExample(mock.fetch, example).catch((error: Error) => {
    throw new Error(`${JSON.stringify(example)}: ${error.message}`);
  });
  return mock.report().findings.filter(({ rule }) => ofRequests.has(rule));
}

test('every rule has requests that break it, each with a sound twin', () => {
  expect(Object.keys(requestMistakes).toSorted()).toEqual(requestRules.map(({ name }) => name).toSorted());
  for (const examples of Object.values(requestMistakes)) expect(examples).not.toEqual([]);
});

describe.each(Object.entries(requestMistakes))('%s', (name, examples) => {
  const isExpected = (rule: string) =>
    rule === name || (name === 'wrong-endpoint' && rule === 'deprecated-operation');

  test.each(examples.map((example, at) => [at + 1, example] as const))(
    'is what is said of a client that breaks it, and of no other: %s',
    async (_, { broken, sound, version = NEWEST, says = '', document = '' }: MistakeExample) => {
      const found = await findingsOf(broken, { apiVersion: version });
      const rules = found.map(({ rule }) => rule);
      expect(rules).toContain(name);
      expect(rules.filter((rule) => !isExpected(rule))).toEqual([]);
      const finding = found.find(({ rule }) => rule === name);
      expect(`${finding?.text}; ${finding?.remedy}`).toContain(says);
      expect(finding?.remedy, 'nothing in a remedy looks like a secret').not.toContain('[redacted]');
      expect(finding?.document?.endsWith(document), finding?.document ?? '').toBe(true);
      expect(finding?.severity).toBe(errors.has(name) ? 'error' : 'warning');
      for (const { document: pointer } of found) resolve(documentOf(version), pointer ?? 'none');
      expect(await findingsOf(sound, { apiVersion: version })).toEqual([]);
    },
  );
});

/** Rules that tell of a request what its error case is not about. */
const ABOUT_REQUESTS = new Set(requestRules.filter(({ errorCases }) => !errorCases).map(({ name }) => name));

const examples = errorNames.flatMap((name) =>
  (errorCase(name).requests ?? []).map((example, at) => [name, at + 1, example] as const),
);

test.each(examples)(
  'the request of the catalogue for %s is judged by the rules of that case: %s',
  async (name, _, example) => {
    const rules = requestRules
      .filter(({ errorCases }) => errorCases?.includes(name))
      .map((rule) => rule.name);
    const found = await findingsOf(example);
    for (const { document } of found) resolve(documentOf(NEWEST), document ?? 'none');
    const ofTheCase = found.filter(({ rule }) => !ABOUT_REQUESTS.has(rule));
    for (const { rule } of ofTheCase) expect(rules).toContain(rule);
    expect(ofTheCase.length).toBeLessThan(2);
    // Not every id that no record has is malformed.
    if (rules.some((rule) => rule !== 'malformed-id')) expect(found).not.toEqual([]);
  },
);

const operationOf = (name: (typeof errorNames)[number]): OperationId =>
  [...operationsById.values()].find(({ id, operation }) => occursAt(name, id) && !operation.deprecated)?.id ??
  'listFiles';

test.each(errorNames.filter((name) => occursAt(name, operationOf(name))))(
  'a request that gets %s from a fault rule is no mistake',
  async (name) => {
    const operation = operationOf(name);
    const { requestBody } = operationById(operation).operation;
    await using mock = createMock({ lifecycle: 'manual', faults: [{ error: name }] });
    const { status } = await sendExample(mock.fetch, { operation, ...(requestBody && { json: {} }) });
    expect(mock.report()).toMatchObject({
      requests: 1,
      met: [{ operation, status, error: name, count: 1 }],
      findings: [],
    });
  },
);

test('a sound client is not accused: the reference client, in all that it can do', async () => {
  await using mock = createMock({ lifecycle: 'polled' });
  const { baseUrl } = await mock.listen();
  await runClient(baseUrl);
  const { met, findings } = mock.report();
  expect(findings).toEqual([]);
  const called = new Set(met.filter(({ status }) => status === 200).map(({ operation }) => operation));
  const others = [...operationsById.values()].filter(({ id }) => !called.has(id));
  expect(others.every(({ operation }) => operation.deprecated)).toBe(true);
});

test('a sound client is not accused: the demo', async () => {
  const mock = createMock({ lifecycle: 'manual' });
  expect(await runDemo({ print: () => {}, mock })).toBe(true);
  expect(mock.report().findings).toEqual([]);
  expect(mock.report().requests).toBeGreaterThan(5);
});

test('a sound client is not accused: every request of the contracts that is answered with 200', async () => {
  const pact = JSON.parse(
    readFileSync('contracts/pacts/cloudglue-reference-client-cloudglue-api.json', 'utf8'),
  ) as PactDocument;
  const stage = openStage(NEWEST);
  const sound = pact.interactions.filter(({ response }) => response.status === 200);
  for (const { description, request, providerStates } of sound) {
    const values = (await stage.setUp(providerStates as Situation)) ?? {};
    const { status, mistakes } = await stage.send(insert(request, values));
    expect([status, mistakes.filter((rule) => rule !== 'deprecated-operation')], description).toEqual([
      200,
      [],
    ]);
  }
  expect(sound.length).toBeGreaterThan(80);
  await stage.close();
});

/** A request of a pact with the values that states gave. */
function insert(request: PactRequest, values: Values): PactRequest {
  const fill = ({ expression }: Generator) =>
    expression.replace(/\$\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const { path, query = {}, body = {} } = request.generators ?? {};
  const filled = structuredClone(request);
  if (path) filled.path = fill(path);
  for (const [name, generator] of Object.entries(query))
    if (filled.query) filled.query[name] = [fill(generator)];
  for (const [place, generator] of Object.entries(body))
    (filled.body?.content as Record<string, unknown>)[place.slice(2)] = fill(generator);
  return filled;
}
