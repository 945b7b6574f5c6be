// Requests and answers against the document: what fits is never accused, what does not is, and Ajv is of the same opinion.
import { expect, test } from 'vitest';
import { checkAnswer } from '../src/conformance/check-answer.ts';
import { checkRequest, findOperation } from '../src/conformance/check-request.ts';
import { checkValue } from '../src/conformance/check-value.ts';
import type { Request } from '../src/conformance/message.ts';
import { apiOf } from '../src/openapi/cloudglue.ts';
import { dereference, type JsonSchema } from '../src/openapi/document.ts';
import { BASE_PATH } from '../src/openapi/paths.ts';
import { API_VERSIONS, NEWEST } from '../src/openapi/versions.ts';
import { createFitCheck } from './support/spec-check.ts';

type Media = { schema: JsonSchema; examples?: Record<string, { value: unknown } | { $ref: string }> };

interface Example {
  name: string;
  place: string[];
  schema: JsonSchema;
  value: unknown;
}

/** Every example of an answer or a body that the document has. */
function examplesOf(version: (typeof API_VERSIONS)[number]): Example[] {
  const { document, operationsById } = apiOf(version);
  const of = (name: string, place: string[], media?: Media): Example[] =>
    Object.entries(media?.examples ?? {}).map(([which, example]) => ({
      name: `${name} ${which}`,
      place: [...place, 'schema'],
      schema: media?.schema ?? {},
      value: (dereference(document, example) as { value: unknown }).value,
    }));
  return [...operationsById.values()].flatMap(({ id, path, method, operation }) => {
    const at = ['paths', path, method];
    const type = 'application/json';
    return [
      ...of(
        `${id} body`,
        [...at, 'requestBody', 'content', type],
        operation.requestBody?.content[type] as Media,
      ),
      ...Object.entries(operation.responses).flatMap(([status, { content = {} }]) => {
        const node = document.paths[path]?.[method] as
          | { responses: Record<string, { $ref?: string }> }
          | undefined;
        const $ref = node?.responses[status]?.$ref;
        const own = $ref ? $ref.replace('#/', '').split('/') : [...at, 'responses', status];
        return of(`${id} ${status}`, [...own, 'content', type], content[type] as Media);
      }),
    ];
  });
}

test.each(API_VERSIONS)('every example of version %s fits', (version) => {
  const api = apiOf(version);
  const examples = examplesOf(version);
  expect(examples.length).toBeGreaterThan(50);
  for (const { name, place, value } of examples) {
    expect(checkValue({ api, isPartial: false }, place, value, 'body'), name).toEqual([]);
    expect(checkValue({ api, isPartial: true }, place, value, 'body'), name).toEqual([]);
  }
});

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** The value with one place changed in each way. */
function* changed(value: Json): Generator<Json> {
  if (value !== null) yield null;
  yield typeof value === 'string' ? 5 : 'a text';
  if (Array.isArray(value)) {
    for (const [nth, one] of value.entries()) for (const other of changed(one)) yield value.with(nth, other);
  } else if (value !== null && typeof value === 'object') {
    for (const [name, one] of Object.entries(value)) {
      const { [name]: _, ...rest } = value;
      yield rest;
      for (const other of changed(one)) yield { ...value, [name]: other };
    }
  }
}

test('Ajv is of the same opinion on every example with one place changed', () => {
  const api = apiOf(NEWEST);
  const mistakesIn = createFitCheck(api.document);
  let count = 0;
  const differing: string[] = [];
  for (const { name, place, schema, value } of examplesOf(NEWEST)) {
    for (const other of changed(value as Json)) {
      count++;
      const ours = checkValue({ api, isPartial: false }, place, other, 'body').filter(
        ({ kind }) => kind !== 'unknown-field',
      );
      const theirs = mistakesIn(schema, other);
      if (ours.length > 0 !== theirs.length > 0)
        differing.push(
          `${name}: ${JSON.stringify(other).slice(0, 300)} ${JSON.stringify(ours)} ${JSON.stringify(theirs).slice(0, 300)}`,
        );
    }
  }
  expect(count).toBeGreaterThan(2_000);
  expect(differing).toEqual([]);
});

const api = apiOf(NEWEST);
const request = (changes: Partial<Request>): Request => ({
  method: 'GET',
  path: `${BASE_PATH}/files`,
  query: [],
  headers: { authorization: 'Bearer a' },
  body: { kind: 'absent' },
  ...changes,
});

test('tells each kind of mistake of a request, with its place and that of the document', () => {
  const json = { authorization: 'Bearer a', 'content-type': 'application/json' };
  const sync = { method: 'POST', path: `${BASE_PATH}/files/sync`, headers: json };
  const told = [
    [request({ headers: {} }), 'missing-key'],
    [request({ headers: { authorization: 'Basic a' } }), 'missing-key'],
    [request({ query: [['per_page', '2']] }), 'unknown-query-parameter'],
    [request({ query: [['limit', 'two']] }), 'wrong-type'],
    [request({ query: [['limit', '101']] }), 'out-of-bounds'],
    [request({ query: [['status', 'done']] }), 'unknown-value'],
    [request({ ...sync, body: { kind: 'absent' } }), 'missing-body'],
    [request({ ...sync, body: { kind: 'json', value: {} } }), 'missing-field'],
    [request({ ...sync, body: { kind: 'json', value: { url: 'a', title: 'b' } } }), 'unknown-field'],
    [request({ ...sync, body: { kind: 'other', problem: 'the body is no JSON' } }), 'unreadable-body'],
    [
      request({ ...sync, headers: { ...json, 'content-type': 'text/plain' }, body: { kind: 'other' } }),
      'wrong-content-type',
    ],
    [request({ method: 'GET', body: { kind: 'json', value: { a: 1 } } }), 'unknown-body'],
  ] as const;
  for (const [one, kind] of told) {
    const id = findOperation(api, one);
    if (typeof id !== 'string') throw new Error(kind);
    const [problem, ...others] = checkRequest(api, id, one);
    expect(problem, kind).toMatchObject({ kind, severity: 'error' });
    expect(problem?.at, kind).toMatch(/^request\./);
    expect(problem?.spec, kind).toMatch(/^\//);
    expect(others, kind).toEqual([]);
  }
  expect(findOperation(api, request({ path: `${BASE_PATH}/fils` }))).toMatchObject({
    kind: 'unknown-operation',
    text: `there is no GET ${BASE_PATH}/fils: did you mean GET ${BASE_PATH}/files?`,
  });
});

test('of a partial answer, what is missing is no mistake, and the form of a text a warning', () => {
  const answer = (body: unknown, changes: object = {}) =>
    checkAnswer({ api, isPartial: true }, 'getFile', {
      statuses: [200],
      headers: {},
      body: { kind: 'json', value: body },
      ...changes,
    });
  expect(answer({ id: '2245b21e-79af-4ccd-872e-cdb7f86133dc' })).toEqual([]);
  expect(answer({ source_metadata: { title: 'a' } })).toEqual([]);
  expect(answer({ source_metadata: { source_type: 'grain', titel: 'a' } })).toMatchObject([
    { kind: 'unknown-field', text: expect.stringContaining('did you mean "title"?') },
  ]);
  expect(answer({ source_metadata: { source_type: 'grains' } })).toMatchObject([
    { kind: 'unknown-value', text: expect.stringContaining('did you mean "grain"?') },
  ]);
  expect(answer({ status: null })).toMatchObject([{ kind: 'wrong-type' }]);
  expect(answer({}, { statuses: [418] })).toMatchObject([{ kind: 'unknown-status' }]);
  expect(answer({}, { headers: { 'x-total': '1' } })).toMatchObject([{ kind: 'unknown-header' }]);
  expect(answer({}, { headers: { etag: 'a' } })).toEqual([]);
});

test('a large value is compared once, and no more than fifty mistakes of it are told', () => {
  const data = Array.from({ length: 20_000 }, () => ({ id: 5 }));
  const problems = checkAnswer({ api, isPartial: true }, 'listFiles', {
    statuses: [200],
    headers: {},
    body: { kind: 'json', value: { data } },
  });
  expect(problems).toHaveLength(50);
});
