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
    'Request Content-Type header is incompatible with the mime-types the spec accepts',
    'No matching schema found for request body',
    NOTHING_OF_IT,
    ANSWERED(200, 415),
  ],
  'id-of-another-form': ["to match '^\\d+$'"],
  'impossible-state': ['has no item grain://recording/never-was: leave uri out'],
  'missing-auth': ['Request Authorization header is missing', NOTHING_OF_IT, ANSWERED(200, 401)],
  'missing-header': [
    "Expected a header 'X-Total-Count' but was missing",
    'Response header is not defined in the spec file: x-total-count',
  ],
  'missing-state-parameter': ['params.operation is required and must be one of listDataConnectors'],
  'mistyped-state-parameter': ['params.count must be a number, not "two"'],
  'null-where-a-value-comes': ['to be equal to null'],
  'one-wrong-state-of-two': ['"a webhook exist" is unknown: did you mean "a webhook exists"?'],
  'path-without-v1': ['the path lacks /v1', NOTHING_OF_IT, ANSWERED(200, 404)],
  'too-many-entries': ['to have minimum size of 2'],
  'undeclared-field': ['must NOT have additional properties - owner', `${NOTHING_OF_IT}: owner`],
  'undeclared-status': ['Response status code not defined in spec file: 201', ANSWERED(201, 200)],
  'unknown-body-enum-value': [
    'Request body is incompatible with the request body schema in the spec file: must be equal to one of',
    NOTHING_OF_IT,
    ANSWERED(200, 400),
  ],
  'unknown-enum-value': [
    'Response body is incompatible with the response body schema in the spec file: must be equal to one of',
    "to be equal to 'done'",
  ],
  'unknown-path': ['Path or method not defined in spec file: GET', NOTHING_OF_IT, ANSWERED(200, 404)],
  'unknown-query-parameter': ['Query parameter is not defined in the spec file: page_size'],
  'unknown-state': ['"the fil is pending" is unknown: did you mean "the file is pending"?'],
  'unknown-state-parameter': ['params.cuont is unknown: did you mean "count"?'],
  'unknown-state-value': ['not "dropbx": did you mean "dropbox"?'],
  'wrong-body-field': ["must have required property 'url'", NOTHING_OF_IT, ANSWERED(200, 400)],
  'wrong-body-type': ['Request body is incompatible', NOTHING_OF_IT, ANSWERED(200, 400)],
  'wrong-error-shape': ['must NOT have additional properties - code', `${NOTHING_OF_IT}: code`],
  'wrong-header': [
    "to have value 'text/csv' but was 'application/json'",
    'Response Content-Type header is incompatible with the mime-types the spec defines',
  ],
  'wrong-method': ['Path or method not defined in spec file: PATCH', NOTHING_OF_IT, ANSWERED(200, 405)],
  'wrong-query-type': ['must be integer', NOTHING_OF_IT, ANSWERED(200, 400)],
  'wrong-status': [ANSWERED(200, 404)],
  'wrong-type': ['Response body is incompatible', "to be the same type as '0'"],
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
