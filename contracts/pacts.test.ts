// What the consumer tests have written: it must be what is committed, fit the document, and leave no answer out.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { apiOf } from '../src/openapi/cloudglue.ts';
import { pathPattern } from '../src/openapi/document.ts';
import { checkDocument } from '../src/verify/document-check.ts';
import { parsePact } from '../src/verify/parse-pact.ts';
import { EVENTS, GATEWAY, OPERATIONS, PINNED_VERSION, WHOLE_ANSWERS } from './support/pact.ts';

interface Interaction {
  description: string;
  request: { method: string; path: string };
  response: { status: number };
}

const committed = fileURLToPath(new URL('pacts/', import.meta.url));
const written = `${process.env.PACT_OUTPUT}/`;
const fileOf = (consumer: string) => `${consumer}-cloudglue-api.json`;
const read = (consumer: string) => readFileSync(written + fileOf(consumer), 'utf8');
const interactionsOf = (consumer: string): Interaction[] => JSON.parse(read(consumer)).interactions;

test.each([OPERATIONS, WHOLE_ANSWERS, EVENTS, GATEWAY])(
  'the committed pact of %s is what its tests write',
  async (consumer) => {
    // `npm run contracts -- -u` writes it anew.
    await expect(read(consumer)).toMatchFileSnapshot(committed + fileOf(consumer));
  },
);

test('no other pact is committed', () => {
  expect(readdirSync(committed).toSorted()).toEqual(
    [EVENTS, GATEWAY, OPERATIONS, WHOLE_ANSWERS].map(fileOf).toSorted(),
  );
});

test.each([OPERATIONS, WHOLE_ANSWERS])('the pact of %s matches the document', async (consumer) => {
  const pact = parsePact(consumer, JSON.parse(read(consumer)));
  const found = await checkDocument(apiOf(PINNED_VERSION), pact);
  expect(found.flatMap(({ problems }) => problems)).toEqual([]);
});

test('every interaction has a unique description', () => {
  const descriptions = interactionsOf(OPERATIONS).map(({ description }) => description);
  expect(descriptions).toEqual([...new Set(descriptions)]);
});

test('every documented answer of every operation is agreed upon', () => {
  const interactions = interactionsOf(OPERATIONS);
  const missing = [...apiOf(PINNED_VERSION).operationsById.values()].flatMap(
    ({ id, method, path, operation }) => {
      const pattern = pathPattern(`/v1${path}`);
      const agreed = interactions
        .filter(({ request }) => request.method === method.toUpperCase() && pattern.test(request.path))
        .map(({ response }) => response.status);
      return Object.keys(operation.responses)
        .filter((status) => !agreed.includes(Number(status)))
        .map((status) => `${id} ${status}`);
    },
  );
  expect(missing).toEqual([]);
});
