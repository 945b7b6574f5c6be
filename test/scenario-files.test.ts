// Scenarios that a team writes: their words do what they say, and mistakes are refused with their place.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findScenarios } from '../src/check/scenarios/find-scenarios.ts';
import { readScenario } from '../src/check/scenarios/read-scenario.ts';
import { scenarios } from '../src/check/scenarios/scenario-registry.ts';
import { Trace } from '../src/check/scenarios/trace.ts';
import { type Client, examineClient } from './support/exam.ts';
import { ids } from './support/setup.ts';

/** A file with this text. */
function file(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'ours.yaml');
  writeFileSync(path, text);
  return path;
}

type Call = (path: string, json?: unknown) => Promise<{ status: number; body: Record<string, unknown> }>;

/** A client of a few lines; `call` gives status 0 where there was no answer. */
const client =
  (act: (call: Call) => Promise<void>): Client =>
  async ({ baseUrl, key }, signal) =>
    act(async (path, json) => {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      const init = json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) };
      try {
        const response = await fetch(`${baseUrl}${path}`, { ...init, headers, signal });
        return { status: response.status, body: (await response.json()) as Record<string, unknown> };
      } catch {
        signal.throwIfAborted();
        return { status: 0, body: {} };
      }
    });

/** What comes of a client in the scenario of a file. */
async function outcomeOf(text: string, act: (call: Call) => Promise<void>) {
  const [outcome] = await examineClient(client(act), [readScenario(file(text))]);
  if (!outcome) throw new Error('there is no outcome');
  return {
    result: outcome.result,
    toMeet: outcome.toMeet,
    found: outcome.shortfalls.map(({ kind, text }) => `${kind}: ${text}`),
    shown: outcome.shortfalls.map(({ steps }) => steps.map(({ number }) => number)),
  };
}

const SYNC = `/data-connectors/${ids.grain}/sync`;
const GRAIN = { url: 'grain://recording/abc123' };
const times = async (count: number, act: () => Promise<unknown>) => {
  for (let time = 0; time < count; time++) await act();
};

describe('the scenario in the README', () => {
  const path = 'src/check/examples/slow-morning.yaml';
  const url = { url: 'grain://recording/all-hands-2026' };

  test.each([
    ['passed', 2, []],
    ['failed', 1, ['retried', 'finally']],
  ] as const)('is %s by a client that tries %i times', async (result, tries, kinds) => {
    const [outcome] = await examineClient(
      client((call) => times(tries, () => call(SYNC, url))),
      findScenarios([path]),
    );
    expect(outcome?.result).toBe(result);
    expect(outcome?.shortfalls.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('begins with its states', async () => {
    const totals: unknown[] = [];
    await examineClient(
      client(async (call) => void totals.push((await call('/files')).body.total)),
      findScenarios([path]),
    );
    expect(totals).toEqual([3]);
  });
});

describe('the expectation', () => {
  const scenario = (rest: string) => `name: ours\nsummary: ours\n${rest}\n`;
  const busy = (expected: string, count = 1) =>
    scenario(
      `faults: [{ match: { operation: syncDataConnectorFile }, error: provider-unavailable, times: ${count} }]\nexpect: { ${expected} }`,
    );

  test('retried counts the tries, and tells which requests show what is missing', async () => {
    const sync = (count: number) => (call: Call) => times(count, () => call(SYNC, GRAIN));
    expect(await outcomeOf(busy('retried: {}', 2), sync(3))).toMatchObject({ result: 'passed' });
    expect(await outcomeOf(busy('retried: {}', 2), sync(2))).toMatchObject({
      found: ['retried: syncDataConnectorFile was sent again, but never with success'],
      shown: [[1, 2]],
    });
    expect(await outcomeOf(busy('retried: { within: 1 }', 2), sync(3))).toMatchObject({
      found: [
        'retried: syncDataConnectorFile was sent again 2 times until it succeeded, and 1 are expected at most',
      ],
    });
  });

  test('retried means the same request, and other requests between do not matter', async () => {
    const other = { url: 'grain://recording/corrupted_7Qm-2' };
    expect(
      await outcomeOf(busy('retried: {}'), async (call) => {
        await call(SYNC, GRAIN);
        await call(SYNC, other);
      }),
    ).toMatchObject({ found: ['retried: syncDataConnectorFile was not sent again'], shown: [[1]] });
    expect(
      await outcomeOf(busy('retried: {}'), async (call) => {
        await call(SYNC, GRAIN);
        await call(SYNC, other);
        await call(SYNC, GRAIN);
      }),
    ).toMatchObject({ result: 'passed' });
  });

  test('retried sees answers that are damaged, and leaves out operations that are not meant', async () => {
    const damaged = (expected: string) =>
      scenario(`faults: [{ network: truncated-json, times: 1 }]\nexpect: { ${expected} }`);
    const once = async (call: Call) => void (await call('/files'));
    expect(await outcomeOf(damaged('retried: {}'), once)).toMatchObject({ result: 'failed' });
    expect(await outcomeOf(damaged('retried: { operation: getFile }'), once)).toMatchObject({
      result: 'passed',
    });
  });

  test('repeats limits how often the same is asked, of each account', async () => {
    const gone = scenario('met: { error: file-not-found }\nexpect: { repeats: { at_most: 1 } }');
    const get = (count: number) => (call: Call) => times(count, () => call('/files/none'));
    expect(await outcomeOf(gone, get(2))).toMatchObject({ result: 'passed' });
    expect(await outcomeOf(gone, get(3))).toMatchObject({ result: 'failed', shown: [[1, 2, 3]] });
    expect(
      await outcomeOf(gone, async (call) => {
        for (const id of ['a', 'b', 'c']) await call(`/files/${id}`);
      }),
    ).toMatchObject({ result: 'passed' });
  });

  test('afterwards wants a request after it happened, of the same place', async () => {
    const text = scenario(
      'met: { operation: getFile, status: error }\nexpect: { afterwards: { operation: getFile, status: success } }',
    );
    expect(await outcomeOf(text, async (call) => void (await call('/files/none')))).toMatchObject({
      found: [
        'afterwards: after it, nothing asked for getFile (GET /v1/files/{file_id}), answered with success',
      ],
    });
    const elsewhere = text.replace(
      'operation: getFile, status: success',
      'operation: listFiles, query: { limit: "5*", offset: null }',
    );
    const list = (query: string) => async (call: Call) => {
      await call('/files/none');
      await call(`/files?${query}`);
    };
    expect(await outcomeOf(elsewhere, list('limit=50'))).toMatchObject({ result: 'passed' });
    expect(await outcomeOf(elsewhere, list('limit=60'))).toMatchObject({ result: 'failed' });
    expect(await outcomeOf(elsewhere, list('limit=50&offset=0'))).toMatchObject({ result: 'failed' });
  });

  test('finally looks at the last answer of an operation', async () => {
    const text = scenario('met: {}\nexpect: { finally: { operation: listFiles, status: 200 } }');
    expect(await outcomeOf(text, async (call) => void (await call('/files')))).toMatchObject({
      result: 'passed',
    });
    expect(
      await outcomeOf(text, async (call) => {
        await call('/files');
        await call('/files?limit=x');
      }),
    ).toMatchObject({ found: ['finally: the last answer of listFiles is 400, and 200 is expected'] });
    expect(await outcomeOf(text, async (call) => void (await call('/collections')))).toMatchObject({
      found: ['finally: listFiles was never called'],
    });
  });

  test('no_findings names the rules that count, and no others', async () => {
    const poll = async (call: Call) => {
      const { body } = await call(SYNC, GRAIN);
      await times(12, () => call(`/files/${body.id}`));
    };
    const text = (rule: string) =>
      scenario(`met: {}\nsettings: { lifecycle: instant }\nexpect: { no_findings: [${rule}] }`);
    expect(await outcomeOf(text('poll-after-end'), poll)).toMatchObject({
      result: 'failed',
      found: [expect.stringMatching(/^poll-after-end: /)],
    });
    expect(await outcomeOf(text('sync-as-poll'), poll)).toMatchObject({ result: 'passed' });
  });

  test('command says whether the command may fail', async () => {
    const ending = (expected: string) => scenario(`met: {}\nexpect: { command: ${expected} }`);
    const good = async (call: Call) => void (await call('/files'));
    const bad = async (call: Call) => {
      await call('/files');
      throw new Error('it failed');
    };
    expect(await outcomeOf(ending('succeeds'), good)).toMatchObject({ result: 'passed' });
    expect(await outcomeOf(ending('succeeds'), bad)).toMatchObject({ result: 'failed' });
    expect(await outcomeOf(ending('fails'), good)).toMatchObject({
      found: ['command: the command ended with 0, as if nothing had happened'],
    });
    expect(await outcomeOf(ending('fails'), bad)).toMatchObject({ result: 'passed' });
    for (const act of [good, bad])
      expect(await outcomeOf(ending('either'), act)).toMatchObject({ result: 'passed' });
  });
});

test('a scenario is met by what the answer has, in lists too', async () => {
  const text = (answer: string) => `name: ours\nsummary: ours\nmet: { answer: ${answer} }\nexpect: {}`;
  const act = async (call: Call) => {
    await call(SYNC, GRAIN);
    await call('/files');
  };
  for (const answer of ['{ data: [{ source: grain }] }', '{ total: 1 }', '{ source_metadata: {} }'])
    expect((await outcomeOf(text(answer), act)).result, answer).toBe('passed');
  for (const answer of ['{ data: [] }', '{ total: 2 }', '{ data: [{ source: zoom }] }', '{ none: null }'])
    expect((await outcomeOf(text(answer), act)).result, answer).toBe('not met');
});

test('in a long run, what happens late is seen, and no more is kept than is needed', () => {
  const criteria = { status: 'error' } as const;
  const trace = new Trace([criteria]);
  const ask = (status: number) =>
    trace.observe(
      {
        id: 'x',
        method: 'GET',
        path: '/v1/files',
        operation: 'listFiles',
        status,
        faults: [],
        query: {},
      } as never,
      'account',
    );
  for (let n = 0; n < 12_000; n++) ask(200);
  ask(500);
  expect(trace.meeting(criteria).map(({ number }) => number)).toEqual([12_001]);
  for (let n = 0; n < 15_000; n++) ask(500);
  expect([trace.total, trace.steps.length, trace.isCut]).toEqual([27_001, 20_000, true]);
});

test('a client that does not come where it matters is told what it would have to call', async () => {
  const text =
    'name: ours\nsummary: ours\nfaults: [{ match: { operation: getFile, nth: 3 }, status: 500 }]\nexpect: {}';
  expect(await outcomeOf(text, async (call) => void (await call('/files/none')))).toEqual({
    result: 'not met',
    toMeet: 'it would have to call getFile (GET /v1/files/{file_id}) 3 times',
    found: [],
    shown: [],
  });
});

test.each([
  [
    'faults: [{ match: { operation: syncDataConnectorFile, uri: "*all-hands*" }, error: provider-unavailable }]\nmet: { error: provider-unavailable }',
    'syncDataConnectorFile (POST /v1/data-connectors/{id}/sync) with a URI that matches *all-hands*',
  ],
  [
    'faults: [{ match: { operation: listDataConnectorFiles, connector: zoom, query: { from: "*" } }, status: 500 }]\nmet: { status: error }',
    'listDataConnectorFiles (GET /v1/data-connectors/{id}/files) for a connector of type zoom with from=*',
  ],
  [
    'faults: [{ match: { operation: getFile }, error: file-not-found }]\nmet: { operation: listFiles, status: 500 }',
    'listFiles (GET /v1/files), answered 500',
  ],
])('and with what, as the rule that would strike it says: %#', async (rest, call) => {
  const text = `name: ours\nsummary: ours\n${rest}\nexpect: {}`;
  const { result, toMeet } = await outcomeOf(text, async (send) => void (await send('/files')));
  expect({ result, toMeet }).toEqual({ result: 'not met', toMeet: `it would have to call ${call}` });
});

describe('a mistake is refused with its line, its field and the remedy', () => {
  const GOOD = `name: ours
summary: ours
faults:
  - { status: 500 }
expect:
  command: succeeds
`;

  test.each([
    [['name: ours', 'name: Our Scenario'], /ours\.yaml:1: name must be words in lower case/],
    [['summary: ours\n', ''], /ours\.yaml:1: summary is required/],
    [['status: 500', 'status: 600'], /ours\.yaml:4: faults\[0\] is not a valid fault rule: .*status/],
    [['command: succeeds', 'command: works'], /ours\.yaml:6: expect\.command must be one of .*succeeds/],
    [['command: succeeds', 'comand: succeeds'], /:6: expect has no field "comand": did you mean "command"\?/],
    [
      ['command: succeeds', 'no_findings: [retry-to-early]'],
      /ours\.yaml:6: expect\.no_findings\[0\] must be a rule.*did you mean "retry-too-early"/,
    ],
    [
      ['command: succeeds', 'finally: { operation: listFile, status: 200 }'],
      /:6: expect\.finally\.operation must be one of \d+ values, not "listFile": did you mean "listFiles"\?$/,
    ],
    [
      ['command: succeeds', 'finally: { operation: listFiles, status: ok }'],
      /:6: expect\.finally\.status must be a status such as 404/,
    ],
    [['command: succeeds', 'retried: { within: 0 }'], /:6: expect\.retried\.within must be/],
    [['expect:', 'ends_within: soon\nexpect:'], /:5: ends_within .*is not a duration/],
    [
      ['expect:', 'states: [{ state: files exists }]\nexpect:'],
      /:5: states\[0\] cannot be set up: .*did you mean "files exist"/,
    ],
    [['expect:', 'settings: { speed: 0 }\nexpect:'], /:5: settings\.speed must be/],
    [
      ['expect:', 'connectors: [{ type: grain, items: [{ title: x }] }]\nexpect:'],
      /:5: connectors\[0\]\.items\[0\]\.id is required/,
    ],
    [['faults:\n  - { status: 500 }\n', ''], /met is required where there are no fault rules/],
    [['expect:\n  command: succeeds\n', ''], /expect is required/],
    [['status: 500', 'status: [500'], /not valid YAML or JSON/],
  ] as const)('%j', ([from, to], message) => {
    expect(GOOD).toContain(from);
    expect(() => readScenario(file(GOOD.replace(from, to)))).toThrow(message);
    expect(readScenario(file(GOOD)).name).toBe('ours');
  });
});

describe('scenarios are found', () => {
  const names = scenarios.map(({ name }) => name);

  test('by their names, all of them, and each once', () => {
    expect(findScenarios(['all']).map(({ name }) => name)).toEqual(names);
    expect(findScenarios(['all', 'no-credits'])).toHaveLength(names.length);
    expect(() => findScenarios(['no-credit'])).toThrow(/did you mean "no-credits"/);
  });

  test('with one name for one scenario', () => {
    const path = file('name: no-credits\nsummary: ours\nmet: {}\nexpect: {}');
    expect(() => findScenarios(['no-credits', path])).toThrow(/Two scenarios have the name no-credits/);
    expect(() => findScenarios(['./nowhere.yaml'])).toThrow(/cannot read the scenario \.\/nowhere\.yaml/);
  });

  test('each with what a person needs to know', () => {
    for (const { name, summary, reason, good, to_meet } of scenarios)
      expect([summary, reason, good, to_meet].every(Boolean), name).toBe(true);
    expect(new Set(names).size).toBe(names.length);
  });
});
