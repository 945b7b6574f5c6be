// Does `verify` find each kind of mistake, and nothing else? A pact in broken/ has one, and breaks for just that reason.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Problem } from '../src/verify/outcome.ts';
import { COMMAND } from '../test/support/process.ts';
import { PINNED_VERSION } from './support/pact.ts';

const NOTHING_OF_IT = 'Actual map is missing the following keys';
const ANSWERED = (expected: number, status: number) => `expected ${expected} but was ${status}`;

/** All that must be said of each pact, and where; of texts, a part. */
const mistakes: Record<string, string[]> = {
  'body-that-is-no-json': [
    'the content type must be application/json, not text/plain',
    NOTHING_OF_IT,
    `${ANSWERED(200, 415)}: This endpoint reads application/json`,
  ],
  'id-of-another-form': ["to match '^\\d+$'"],
  'impossible-state': ['has no item grain://recording/never-was: leave uri out'],
  'missing-auth': [
    'the header Authorization is missing',
    NOTHING_OF_IT,
    `${ANSWERED(200, 401)}: Missing or malformed API key`,
  ],
  'missing-header': [
    'the answer has no header x-total-count',
    "Expected a header 'X-Total-Count' but was missing",
  ],
  'missing-state-parameter': ['params.operation is required and must be one of listDataConnectors'],
  'mistyped-state-parameter': ['params.count must be a number, not "two"'],
  'null-where-a-value-comes': ['to be equal to null'],
  'one-wrong-state-of-two': ['"a webhook exist" is unknown: did you mean "a webhook exists"?'],
  'path-without-v1': [
    'there is no GET /files: did you mean GET /v1/files?',
    NOTHING_OF_IT,
    `${ANSWERED(200, 404)}: No such endpoint`,
  ],
  'too-many-entries': ['to have minimum size of 2'],
  'undeclared-field': ['there is no field "owner"; there are "id", "status"', `${NOTHING_OF_IT}: owner`],
  'undeclared-status': ['syncFileFromUrl does not answer 201: it answers 200, 400', ANSWERED(201, 200)],
  'unknown-body-enum-value': [
    'not "transcripts": did you mean "rich-transcripts"?',
    NOTHING_OF_IT,
    `${ANSWERED(200, 400)}: Invalid request: body field "collection_type" must be one of`,
  ],
  'unknown-enum-value': [
    'must be one of pending, processing, completed, failed, not_applicable, not "done"',
    "to be equal to 'done'",
  ],
  'unknown-path': [
    'there is no GET /v1/recordings',
    NOTHING_OF_IT,
    `${ANSWERED(200, 404)}: No such endpoint`,
  ],
  'unknown-query-parameter': ['there is no query parameter "page_size": did you mean "limit"?'],
  'unknown-state': ['"the fil is pending" is unknown: did you mean "the file is pending"?'],
  'unknown-state-parameter': ['params.cuont is unknown: did you mean "count"?'],
  'unknown-state-value': ['not "dropbx": did you mean "dropbox"?'],
  'wrong-body-field': [
    'the field "url" is required',
    'there is no field "uri": did you mean "url"?',
    NOTHING_OF_IT,
    `${ANSWERED(200, 400)}: Invalid request: body field "url" is required`,
  ],
  'wrong-body-type': [
    'must be a string, not 7: write it in quotes',
    NOTHING_OF_IT,
    `${ANSWERED(200, 400)}: Invalid request: body field "url" must be a string`,
  ],
  'wrong-error-shape': ['there is no field "code"; there is only "error"', `${NOTHING_OF_IT}: code`],
  'wrong-header': [
    'the content type is application/json, not text/csv',
    "to have value 'text/csv' but was 'application/json'",
  ],
  'wrong-method': [
    'did you mean GET or PUT or DELETE /v1/files/',
    NOTHING_OF_IT,
    `${ANSWERED(200, 405)}: PATCH is not allowed`,
  ],
  'wrong-query-type': [
    'must be a number, not "many"',
    NOTHING_OF_IT,
    `${ANSWERED(200, 400)}: Invalid request: query parameter "limit" must be a number`,
  ],
  'wrong-status': [`${ANSWERED(200, 404)}: No file has the id`],
  'wrong-type': ['must be a number, not "0"', "to be the same type as '0'"],
};

/** What `verify` says of each pact in the folder, by the name of its file. */
const said = new Map<string, { interactions: { problems: Problem[] }[] }>();
let status: number | undefined;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-broken-'));
  const report = join(folder, 'report.json');
  const verify = [
    'verify',
    '--api-version',
    PINNED_VERSION,
    'contracts/broken',
    '--report',
    `json=${report}`,
  ];
  await new Promise<void>((resolve) => {
    execFile(process.execPath, [...COMMAND, ...verify], (error) => {
      status = Number(error?.code ?? 0);
      resolve();
    });
  });
  for (const pact of JSON.parse(readFileSync(report, 'utf8')).pacts)
    said.set(basename(pact.source, '.json'), pact);
  rmSync(folder, { recursive: true });
});

const problemsIn = (name: string) =>
  said.get(name)?.interactions.flatMap(({ problems }) => problems.map(({ text }) => text)) ?? [];

test('every pact in the folder has a mistake listed here, except one that holds', () => {
  const names = readdirSync('contracts/broken').map((file) => basename(file, '.json'));
  expect(names.toSorted()).toEqual([...Object.keys(mistakes), 'what-holds'].toSorted());
  expect(said.size).toBe(names.length);
  expect(status).toBe(1);
});

test('the correct interactions beside the mistakes hold', () => {
  expect(said.get('what-holds')?.interactions.length).toBeGreaterThan(5);
  expect(problemsIn('what-holds')).toEqual([]);
});

test.each(Object.entries(mistakes))('breaks only for its own reason: %s', (name, parts) => {
  const problems = problemsIn(name);
  expect(problems).toHaveLength(parts.length);
  for (const part of parts) expect(problems).toContainEqual(expect.stringContaining(part));
});
