// Do the contracts catch what they are for? A provider is the mock with one deliberate defect, and at least one contract
// of the operations that have it must break.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiOf } from '../src/openapi/cloudglue.ts';
import { operationFor } from '../src/openapi/unknown-names.ts';
import { judgePact } from '../src/verify/judge.ts';
import type { PactOutcome } from '../src/verify/outcome.ts';
import type { Pact } from '../src/verify/pacts.ts';
import { type PactDocument, parsePact } from '../src/verify/parse-pact.ts';
import { runPact } from '../src/verify/run-pact.ts';
import { Trace } from '../src/verify/trace.ts';
import { defects } from './defects/catalogue.ts';
import type { Defect } from './defects/defect.ts';
import { serveDefective } from './defects/defective-provider.ts';
import { GATEWAY, OPERATIONS, PINNED_VERSION } from './support/pact.ts';

const names = Object.keys(defects);
const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-defects-'));
afterAll(() => rmSync(folder, { recursive: true }));

const [own, gateway] = [OPERATIONS, GATEWAY].map((consumer) => {
  const file = `contracts/pacts/${consumer}-cloudglue-api.json`;
  return parsePact(file, JSON.parse(readFileSync(file, 'utf8')));
}) as [PactDocument, PactDocument];
const all = [...own.interactions, ...gateway.interactions];
const raws = new Map(
  [own, gateway].flatMap(({ raw, interactions }) =>
    interactions.map((one) => [one, (raw.interactions as object[])[one.nth]] as const),
  ),
);

/** The committed contracts of the operations that have a defect; every one, where there is no defect. */
function contractsOf(defect: Defect | undefined, nth: number): Pact {
  const interactions = all.filter(
    (one) =>
      !defect ||
      (one.kind === 'http' &&
        defect.operations.includes(
          operationFor(apiOf(PINNED_VERSION), one.request.method, one.request.path) ?? null,
        )),
  );
  const file = join(folder, `${nth}.json`);
  const document = { ...own, interactions };
  writeFileSync(
    file,
    JSON.stringify({
      ...own.raw,
      interactions: interactions.map((one) => (one.kind === 'http' ? (raws.get(one) as object) : {})),
    }),
  );
  return { source: file, file, document };
}

/** What came of the contracts with each defect; the first is the provider without any. */
let outcomes: PactOutcome[] = [];
const problemsOf = (outcome: PactOutcome | undefined) =>
  outcome?.interactions.flatMap(({ description, problems }) =>
    problems.map(({ text, at }) => `${description}: ${text} (at ${at})`),
  ) ?? [];

beforeAll(async () => {
  const providers = [undefined, ...Object.values(defects)];
  const defective = await serveDefective(providers);
  const pacts = providers.map(contractsOf);
  const results = await runPact(
    pacts.map(({ file, document }, nth) => ({
      provider: document.provider,
      providerBaseUrl: defective.urlOf(nth),
      providerStatesSetupUrl: `${defective.urlOf(nth)}/__admin/pact/setup?token=cg-contract`,
      pactUrls: [file],
      customProviderHeaders: [],
    })),
  );
  await defective.close();
  outcomes = pacts.map((pact, nth) =>
    judgePact(pact, {
      runs: [{ run: { file: pact.file, interactions: pact.document.interactions }, result: results[nth] }],
      document: [],
      trace: new Trace(),
    }),
  );
});

test('without a defect, every contract holds', () => {
  expect(problemsOf(outcomes[0])).toEqual([]);
});

test('no contract breaks because its state could not be set up', () => {
  expect(outcomes.flatMap(problemsOf).filter((text) => text.includes('state change'))).toEqual([]);
});

test.each(names.map((name, at) => [name, at + 1] as const))('catches the defect: %s', (_, nth) => {
  expect(problemsOf(outcomes[nth])).not.toEqual([]);
});

test('at least thirty defects are tried, and all are caught', () => {
  const caught = names.filter((_, at) => problemsOf(outcomes[at + 1]).length > 0);
  console.log(`Deliberate defects of the provider: caught ${caught.length} of ${names.length}`);
  expect(names.length).toBeGreaterThanOrEqual(30);
  expect(caught).toEqual(names);
});
