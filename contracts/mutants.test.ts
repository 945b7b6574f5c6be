// Do the contracts catch what they are for? Every mutant of the provider, made by a mutator from what it answers and what
// the document says, is tried on the committed contracts of its operation; so is each defect that a person thought of.
// All in this process: the matching is our own, and its verdicts are compared with those of Pact on a sample.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OperationId } from '../src/openapi/cloudglue.ts';
import { runPact } from '../src/verify/run-pact.ts';
import { defects } from './defects/catalogue.ts';
import type { Defect } from './defects/defect.ts';
import { serveDefective } from './defects/defective-provider.ts';
import type { Mutant, Recorded } from './mutants/mutant.ts';
import { contracts, createReplay, holds, operationOf, readAnswer } from './mutants/replay.ts';
import { mutantsOf, record, type Tried, tryMutants } from './mutants/run.ts';
import { unseen } from './mutants/unseen.ts';

const replay = createReplay();
const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-mutants-'));
let recorded: Recorded[] = [];
let tried: Tried[] = [];

const nameOf = ({ operation, name }: Mutant) => `${operation ?? 'no operation'}: ${name}`;

beforeAll(async () => {
  recorded = await record(replay);
  tried = await tryMutants(replay, recorded, mutantsOf(recorded));
});
afterAll(async () => {
  await replay.close();
  rmSync(folder, { recursive: true });
});

const percent = (part: number, all: number) => Math.floor((1000 * part) / all) / 10;

test('without a mistake, every contract holds', () => {
  expect(
    recorded
      .filter(({ contract, answer }) => !holds(contract, answer))
      .map(({ contract }) => contract.description),
  ).toEqual([]);
});

test('at least 95 % of the mutants of each operation are caught, and its score is printed', () => {
  const operations = [...new Set(tried.map(({ mutant }) => mutant.operation))];
  const scores = operations.map((operation) => {
    const own = tried.filter(({ mutant }) => mutant.operation === operation);
    return { operation, all: own.length, caught: own.filter(({ isCaught }) => isCaught).length };
  });
  const lines = scores.map(
    ({ operation, all, caught }) =>
      `  ${String(operation ?? 'no operation').padEnd(32)} ${caught} of ${all} (${percent(caught, all)} %)`,
  );
  const caught = tried.filter(({ isCaught }) => isCaught).length;
  console.log(
    [
      `Mutants of the provider: ${caught} of ${tried.length} caught (${percent(caught, tried.length)} %)`,
      ...lines,
    ].join('\n'),
  );
  expect(tried.length).toBeGreaterThan(5_000);
  expect(scores.filter((one) => percent(one.caught, one.all) < 95)).toEqual([]);
});

test('of each mutant that is not caught, it is known why, and which test catches it', () => {
  const missed = tried.filter(({ isCaught }) => !isCaught).map(({ mutant }) => nameOf(mutant));
  expect(missed.filter((name) => !unseen.some(({ what }) => what.test(name)))).toEqual([]);
  expect(unseen.filter(({ what }) => !missed.some((name) => what.test(name)))).toEqual([]);
});

/** The contracts that a defect made by hand breaks. */
async function brokenBy(defect: Defect): Promise<string[]> {
  const broken: string[] = [];
  for (const contract of contracts.filter(({ operation }) => defect.operations.includes(operation))) {
    const answer = await replay.replay(contract, defect.answer);
    if (!holds(contract, answer)) broken.push(contract.description);
  }
  return broken;
}

test.each(Object.entries(defects))('catches the defect made by hand: %s', async (_, defect) => {
  expect(await brokenBy(defect)).not.toEqual([]);
});

/** A mutant as a provider that answers so. */
const asDefect = ({ operation, answer, request }: Mutant, { contract }: Recorded): Defect => ({
  operations: [operation],
  async answer(asked, ask) {
    const changed = (await request?.(asked, contract)) ?? asked;
    const response = await ask(changed);
    const given = await readAnswer(response);
    const wanted = answer?.(given, contract) ?? given;
    const headers = new Headers(wanted.headers);
    headers.delete('content-length');
    const hasBody = wanted.status !== 204 && wanted.body !== undefined;
    return new Response(hasBody ? JSON.stringify(wanted.body) : null, { status: wanted.status, headers });
  },
});

test('on a sample, Pact itself comes to the same verdicts', async () => {
  // Spread over all operations and kinds of mutants, with a contract each.
  const sample = tried
    .filter((_, nth) => nth % 47 === 0)
    .flatMap(({ mutant }) => {
      const own = recorded.filter(({ contract }) => contract.operation === mutant.operation);
      const affected = own.find(({ contract, answer }) => mutant.answer?.(answer, contract));
      const one = affected ?? own.find(({ contract }) => mutant.request && contract.request.query);
      return one ? [{ mutant, recorded: one }] : [];
    });
  expect(sample.length).toBeGreaterThan(100);
  const ours: boolean[] = [];
  for (const one of sample) {
    const { contract } = one.recorded;
    ours.push(holds(contract, await replay.replay(contract, asDefect(one.mutant, one.recorded).answer)));
  }
  const served = await serveDefective(sample.map((one) => asDefect(one.mutant, one.recorded)));
  const results = await runPact(
    sample.map(({ recorded: { contract } }, nth) => {
      const { operation: _, consumer, ...interaction } = contract;
      const file = join(folder, `${nth}.json`);
      const metadata = { pactSpecification: { version: '4.0' } };
      writeFileSync(
        file,
        JSON.stringify({
          consumer: { name: consumer },
          provider: { name: 'p' },
          interactions: [interaction],
          metadata,
        }),
      );
      return {
        provider: 'p',
        providerBaseUrl: served.urlOf(nth),
        providerStatesSetupUrl: `${served.urlOf(nth)}/__admin/pact/setup?token=cg-contract`,
        pactUrls: [file],
        customProviderHeaders: [],
      };
    }),
  );
  await served.close();
  const differing = sample.flatMap(({ mutant, recorded: { contract } }, nth) => {
    const theirs = results[nth]?.interactionResults[0]?.result === 'OK';
    return theirs === ours[nth]
      ? []
      : [`${nameOf(mutant)} / ${contract.description}: Pact ${theirs}, here ${ours[nth]}`];
  });
  expect(differing).toEqual([]);
});

/** Operations whose second call finds what the first one made, and answers the same; deleted is deleted. */
const isRead = ({ contract }: Recorded) =>
  contract.request.method === 'GET' || contract.request.method === 'PUT';
const MAKES_ONCE: readonly (OperationId | null)[] = [
  'syncDataConnectorFile',
  'syncFileFromUrl',
  'addMedia',
  'addVideo',
  'addYouTubeVideo',
];

test('a second call of what can be repeated changes nothing', async () => {
  const successes = recorded.filter(({ answer }) => answer.status === 200);
  const repeatable = successes.filter((one) => isRead(one) || MAKES_ONCE.includes(one.contract.operation));
  expect(new Set(repeatable.map(({ contract }) => contract.operation)).size).toBeGreaterThan(20);
  const changed: string[] = [];
  for (const { contract } of repeatable) {
    const answers: unknown[] = [];
    await replay.replay(contract, async (request, ask) => {
      const again = request.clone();
      const first = await ask(request);
      answers.push((await readAnswer(first.clone())).body);
      answers.push((await readAnswer(await ask(again))).body);
      return first;
    });
    const [first, second] = answers.map((body) => JSON.stringify(body));
    if (first !== second) changed.push(contract.description);
  }
  expect(changed).toEqual([]);
});

test('what is removed is gone at a second call, and what is made by name is refused or made anew', async () => {
  const successes = recorded.filter(({ answer }) => answer.status === 200);
  const removals = successes.filter(({ contract }) => contract.request.method === 'DELETE');
  expect(removals.length).toBeGreaterThan(5);
  for (const { contract } of removals) {
    let second = 0;
    await replay.replay(contract, async (request, ask) => {
      const again = request.clone();
      const first = await ask(request);
      second = (await ask(again)).status;
      return first;
    });
    expect(second, contract.description).toBe(404);
  }
});

test('the contracts are those of the operations that they say', () => {
  expect(
    contracts
      .filter(({ operation }) => operation === null)
      .every(({ consumer }) => consumer.endsWith('gateway')),
  ).toBe(true);
  expect(operationOf('GET', '/v1/files')).toBe('listFiles');
});
