// One source of the wire: the document is sound, everything made of it is fresh, and the server is exactly it.
import { readFileSync } from 'node:fs';
import SwaggerParser from '@apidevtools/swagger-parser';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { complete, mockOptions } from '../src/config/options.ts';
import { assemble } from '../src/mock/assemble.ts';
import { adminDocument } from '../src/openapi/admin.ts';
import { cloudglueDocument, operationsById } from '../src/openapi/cloudglue.ts';
import { dereference, type JsonSchema, operationsOf } from '../src/openapi/document.ts';
import { ADMIN_PATH, BASE_PATH } from '../src/openapi/paths.ts';
import { API_VERSIONS } from '../src/openapi/versions.ts';
import { generateOptionTypes, generateSources } from '../src/scripts/generate.ts';
import { seededWorld } from '../src/world/world.ts';
import { expectToFit } from './support/spec-check.ts';

type Example = { value: unknown };
type Media = { schema: JsonSchema; example?: unknown; examples?: Record<string, Example | { $ref: string }> };

const examplesOf = ({ example, examples = {} }: Media): [string, unknown][] => [
  ...(example === undefined ? [] : [['example', example] as [string, unknown]]),
  ...Object.entries(examples).map(([name, one]): [string, unknown] => [
    name,
    (dereference(cloudglueDocument, one) as Example).value,
  ]),
];

test('the documents are valid OpenAPI 3.0', async () => {
  await SwaggerParser.validate(parse(readFileSync('openapi/admin.yaml', 'utf8')));
  const document = parse(readFileSync('openapi/cloudglue.yaml', 'utf8'));
  expect(document).toMatchObject({
    openapi: expect.stringMatching(/^3\.0\./),
    info: { version: API_VERSIONS.at(-1) },
  });
  await SwaggerParser.validate(document);
});

test('the generated files are up to date with `npm run generate`', async () => {
  for (const [path, text] of [...(await generateSources()), ...(await generateOptionTypes())])
    expect(readFileSync(path, 'utf8') === text, path).toBe(true);
});

test.each([
  ['API', BASE_PATH, operationsById],
  ['control plane', ADMIN_PATH, operationsOf(adminDocument)],
])(
  "the server has every operation of the %s's document, and no other below its path",
  (_, base, documented) => {
    const { app } = assemble(complete(mockOptions, {}), seededWorld());
    const registered = app.routes
      .filter(({ path, method }) => `${path}/`.startsWith(`${base}/`) && method !== 'ALL')
      .map(({ path, method }) => `${method} ${path}`);
    const wanted = [...documented.values()].map(
      ({ path, method }) =>
        `${method.toUpperCase()} ${base}${path.replace(/\{(.+?)\}|^\/$/g, (_all, name) => (name ? `:${name}` : ''))}`,
    );
    expect([...new Set(registered)].toSorted()).toEqual(wanted.toSorted());
  },
);

describe.each([...operationsById.values()].map((located) => [located.id, located.operation] as const))(
  '%s',
  (_id, operation) => {
    test('documents 401, and the origin of each answer', () => {
      expect(operation.responses).toHaveProperty('401');
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(['spec', 'sdk', 'docs', 'chosen'], status).toContain(
          (response as { 'x-origin'?: string })['x-origin'],
        );
      }
    });

    test('has examples of each request and answer body, and each matches its schema', () => {
      for (const [status, { content = {} }] of Object.entries(operation.responses)) {
        const media = content['application/json'] as Media;
        const examples = examplesOf(media);
        expect(examples.length, status).toBeGreaterThan(0);
        for (const [name, value] of examples) expectToFit(media.schema, value, `${status} ${name}`);
      }
      const body = operation.requestBody?.content['application/json'] as Media | undefined;
      if (!body) return;
      expect(examplesOf(body).length).toBeGreaterThan(0);
      for (const [name, value] of examplesOf(body)) expectToFit(body.schema, value, `body ${name}`);
    });
  },
);

test('names each status that the server may answer outside an operation', () => {
  expect(Object.keys(cloudglueDocument['x-gateway-responses'] as object)).toEqual([
    '400',
    '403',
    '404',
    '405',
    '413',
    '415',
    '429',
    '500',
    '503',
  ]);
});
