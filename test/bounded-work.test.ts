// Work on what a client sends is linear in its length, for every parser and every pattern.
import { describe, expect, test } from 'vitest';
import { preferenceOf } from '../src/faults/prefer.ts';
import { matchesFilter, readFilter } from '../src/files/filter.ts';
import { redactText } from '../src/journal/redact.ts';
import { definitions } from '../src/sources/connectors/connector-registry.ts';
import { parseDuration } from '../src/time/clock.ts';
import { compileLike, compilePattern, matches } from '../src/util/wildcards.ts';
import { ids, setup } from './support/setup.ts';

/** The shortest of several runs: what else the machine does makes a run longer, never shorter. */
function fastest(run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Eight times the input takes eight times as long where work is linear, and 64 times where it is quadratic. */
function expectLinear(run: (size: number) => unknown, size: number): void {
  const [small, large] = [fastest(() => run(size)), fastest(() => run(8 * size))];
  // Below a millisecond the clock and the garbage collector measure themselves.
  expect(large / Math.max(small, 1)).toBeLessThan(30);
}

const quietly = (run: () => unknown) => {
  try {
    run();
  } catch {}
};

describe('is linear', () => {
  test.each(['%25', '%', '/', '%2F', '%41', '?', ' ', '%F0', 'a%'])('reading URIs full of %j', (part) => {
    for (const prefix of [
      'zoom://uuid/%',
      'zoom://id/',
      'https://zoom.us/rec/share/',
      'https://zoom.us/recording/detail?meeting_id=%',
      'dropbox://',
      's3://b/',
      'gdrive://file/',
      'grain://recording/',
    ]) {
      expectLinear((size) => definitions.map(({ read }) => read(prefix + part.repeat(size))), 4_000);
    }
  });

  test.each([
    ['code=', ' ', 'x"'],
    ['code', ' ', '= 1'],
    ['code="', ' ', 'x'],
    ['', 'code=,', ''],
    ['example=', '"', 'x'],
  ])('reading Prefer: %s%j...%s', (before, part, after) => {
    expectLinear(
      (size) => quietly(() => preferenceOf(before + part.repeat(size) + after, 'listFiles')),
      10_000,
    );
  });

  test.each(['1', '1.', ' ', '.1'])('reading durations full of %j', (part) => {
    expectLinear((size) => quietly(() => parseDuration(`${part.repeat(size)}x`)), 50_000);
  });

  test.each([
    ['a%', 'a'],
    [`%${'a'.repeat(249)}b%`, 'a'],
    [`%b${'a'.repeat(249)}%`, 'a'],
    [`%${'a_'.repeat(15)}b%`, 'a'],
    [`${'%a'.repeat(2_000)}%b`, 'a'],
    [`%${'_'.repeat(31)}%b`, 'é'],
  ])('Like %s over a long text', (pattern, part) => {
    const isLike = compileLike(pattern);
    expectLinear((size) => isLike(part.repeat(size)), 50_000);
  });

  test.each(['*a', '*?a', 'a?*'])('a pattern of %s in a row over a URI', (part) => {
    expectLinear((size) => matches(compilePattern(`${part.repeat(size)}b`), 'a'.repeat(8 * size)), 500);
  });

  test.each([
    'a:',
    'a=b&',
    '\\',
    '"',
    '"a\\',
    '"token":"',
    '"token":"a\\"',
    '://a:',
    '://a@',
    '%25',
    'w',
    'eyJ',
    'bearer ',
    'whsec_',
    'a : ',
    '\\u0041',
    'token=',
  ])('the redaction of text full of %j', (part) => {
    expectLinear((size) => redactText(part.repeat(size)), 2_000);
  });
});

describe('a filter at its largest', () => {
  const values = Array.from({ length: 2_000 }, (_, n) => `v${n}`);
  const metadata: Record<string, Record<string, unknown>> = {
    'a long text': { x: 'a'.repeat(1_000_000) },
    'many numbers': { x: Array.from({ length: 400_000 }, () => 1) },
    'many texts': { x: Array.from({ length: 200_000 }, () => 'ab') },
    'many arrays': { x: Array.from({ length: 300_000 }, () => []) },
    'a large object': { x: Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`k${n}`, n])) },
  };
  const criteria = [
    ...['Equal', 'NotEqual', 'LessThan', 'GreaterThan'].map((operator) => ({
      operator,
      valueText: 'a'.repeat(15_000),
    })),
    { operator: 'Like', valueText: `${'%a'.repeat(5_000)}%b` },
    { operator: 'Like', valueText: `%${'a_'.repeat(15)}b%` },
    { operator: 'Like', valueText: `%b${'a'.repeat(249)}%` },
    ...['In', 'ContainsAny', 'ContainsAll'].map((operator) => ({ operator, valueTextArray: values })),
  ];

  test.each(
    Object.entries(metadata).flatMap(([name, given]) =>
      criteria.map((criterion) => [criterion.operator, name, criterion, given] as const),
    ),
  )('%s over %s costs no more than reading the metadata some times', (_operator, _name, criterion, given) => {
    const filter = readFilter(JSON.stringify({ metadata: [{ path: 'x', ...criterion }] }));
    const text = JSON.stringify(given);
    const reading = fastest(() => JSON.parse(text));
    const matching = fastest(() => matchesFilter(filter, given, () => ({}) as never));
    expect(matching / Math.max(reading, 2)).toBeLessThan(20);
  });

  test.each([
    [{ metadata: [{ path: 'x', operator: 'Equal', valueText: 'a'.repeat(20_000) }] }, 'at most 16384'],
    [{ metadata: Array(11).fill({ path: 'x', operator: 'Equal', valueText: 'a' }) }, 'at most 10 can be met'],
    [
      { metadata: [{ path: 'x', operator: 'Like', valueText: `%${'a'.repeat(251)}%` }] },
      'at most 250 characters between two "%"',
    ],
    [
      { metadata: [{ path: 'x', operator: 'Like', valueText: `%_${'a'.repeat(31)}%` }] },
      'at most 31 characters between two "%" where "_" is among them',
    ],
  ])('is refused with the reason where it is larger', async (filter, reason) => {
    const { status, body } = await setup().files({ filter: JSON.stringify(filter) });
    expect([status, body.error]).toEqual([400, expect.stringContaining(reason)]);
  });
});

test('a uuid that is encoded half a million times is no URI, and stops nothing', async () => {
  const { sync, files } = setup();
  const { status } = await sync(ids.zoom, `zoom://uuid/%${'25'.repeat(500_000)}`);
  expect(status).toBe(400);
  expect((await files()).status).toBe(200);
});

describe('error lists have an end', () => {
  test('on the control plane', async () => {
    const { call } = setup();
    const connector = { type: 's3', items: Array(9_000).fill(1) };
    const { status, body } = await call<{ errors: unknown[] }>('POST', '/__admin/connectors', connector);
    expect(status).toBe(400);
    expect(body.errors.length).toBeLessThanOrEqual(51);
    const few = { type: 's3', items: Array(200).fill(1) };
    const { errors } = (await call<{ errors: unknown[] }>('POST', '/__admin/connectors', few)).body;
    expect(errors).toHaveLength(51);
    expect(errors.at(-1)).toEqual({ field: 'it', detail: 'has 150 more mistakes' });
  });

  test('in the API, where names that are unknown are many or long', async () => {
    const { files } = setup();
    const unknown = Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`k${n}`, 1]));
    const { body } = await files({ filter: JSON.stringify(unknown) });
    expect(body.error).toContain('and 990 more');
    expect(body.error.length).toBeLessThan(1_000);
  });
});

describe('numbers that JSON does not hold exactly', () => {
  test.each(['9007199254740993', '-9007199254740993', '123456789012345678901234567890', '1e400'])(
    '%s is refused, and as text it is kept',
    async (number) => {
      const { mock, sync, update } = setup();
      const { id } = (await sync(ids.grain, 'grain://recording/abc123')).body;
      const response = await mock.fetch(`/v1/files/${id}`, {
        method: 'PUT',
        headers: { authorization: 'Bearer cg-test', 'content-type': 'application/json' },
        body: `{"metadata":{"n":${number}}}`,
      });
      expect(response.status).toBe(400);
      expect((await response.json()).error).toContain(`${number} would come back as another one`);
      expect((await update(id, { metadata: { n: number, m: 9007199254740992 } })).body.metadata).toEqual({
        n: number,
        m: 9007199254740992,
      });
    },
  );
});

test.each([
  ['PUT', (file: string) => `/v1/files/${file}`],
  ['PUT', (_file: string, webhook: string) => `/v1/webhooks/${webhook}`],
] as const)('%s without the body that it needs is refused', async (method, pathOf) => {
  const { sync, createWebhook, call } = setup();
  const { id } = (await sync(ids.grain, 'grain://recording/abc123')).body;
  const webhook = await createWebhook({
    endpoint: 'http://127.0.0.1:9/',
    subscribed_events: ['file.job.completed'],
  });
  const { status, body } = await call<{ error: string }>(method, pathOf(id, webhook.body.id));
  expect([status, body.error]).toEqual([400, expect.stringContaining('the body is required')]);
});
