// Work on what a client sends is linear in its length, for every parser and every pattern.
import { describe, expect, test } from 'vitest';
import { preferenceOf } from '../src/faults/prefer.ts';
import { matchesFilter, readFilter } from '../src/files/filter.ts';
import { redactBody, redactText } from '../src/journal/redact.ts';
import { definitions } from '../src/sources/connectors/connector-registry.ts';
import { parseDuration } from '../src/time/clock.ts';
import { compileLike, compilePattern, matches } from '../src/util/wildcards.ts';
import { expectLinear, leastCost } from './support/linear.ts';
import { ids, setup } from './support/setup.ts';

const quietly = (run: () => unknown) => {
  try {
    run();
  } catch {}
};

describe('takes linear time', () => {
  test.each(['%25', '%', '/', '%2F', '%41', '?', ' ', '%F0', 'a%'])(
    'reading URIs full of %j',
    async (part) => {
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
        await expectLinear(12_000, (size) => definitions.map(({ read }) => read(prefix + part.repeat(size))));
      }
    },
  );

  test.each([
    ['code=', ' ', 'x"'],
    ['code', ' ', '= 1'],
    ['code="', ' ', 'x'],
    ['', 'code=,', ''],
    ['example=', '"', 'x'],
  ])('reading Prefer: %s%j...%s', async (before, part, after) => {
    await expectLinear(30_000, (size) =>
      quietly(() => preferenceOf(before + part.repeat(size) + after, 'listFiles')),
    );
  });

  test.each(['1', '1.', ' ', '.1'])('reading durations full of %j', async (part) => {
    await expectLinear(150_000, (size) => quietly(() => parseDuration(`${part.repeat(size)}x`)));
  });

  test.each([
    ['a%', 'a'],
    [`%${'a'.repeat(249)}b%`, 'a'],
    [`%b${'a'.repeat(249)}%`, 'a'],
    [`%${'a_'.repeat(15)}b%`, 'a'],
    [`${'%a'.repeat(2_000)}%b`, 'a'],
    [`%${'_'.repeat(31)}%b`, 'é'],
  ])('Like %s over a long text', async (pattern, part) => {
    const isLike = compileLike(pattern);
    await expectLinear(120_000, (size) => isLike(part.repeat(size)));
  });

  test.each(['*a', '*?a', 'a?*'])('a pattern of %s in a row over a URI', async (part) => {
    await expectLinear(2_400, (size) =>
      matches(compilePattern(`${part.repeat(size)}b`), 'a'.repeat(8 * size)),
    );
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
  ])('the redaction of text full of %j', async (part) => {
    await expectLinear(8_000, (size) => redactText(part.repeat(size)));
  });

  test('the redaction of JSON with a name full of backslashes', async () => {
    await expectLinear(32_000, (size) => redactBody(JSON.stringify({ ['\\'.repeat(size)]: 1 })));
  });
});

test('the redaction of one long word costs no more than that of as many short ones a few times', async () => {
  const ENCODED = '=%25252541';
  const plain = await leastCost(() => redactText('short '.repeat(6_000) + ENCODED));
  const hostile = await leastCost(() => redactText('longer'.repeat(6_000) + ENCODED));
  expect(hostile / Math.max(plain, 1_000)).toBeLessThan(5);
});

describe('a filter at its largest', () => {
  const values = Array.from({ length: 2_000 }, (_, n) => `v${n}`);
  const metadata: Record<string, Record<string, unknown>> = {
    'a long text': { x: 'a'.repeat(400_000) },
    'many numbers': { x: Array.from({ length: 160_000 }, () => 1) },
    'many texts': { x: Array.from({ length: 80_000 }, () => 'ab') },
    'many arrays': { x: Array.from({ length: 120_000 }, () => []) },
    'a large object': { x: Object.fromEntries(Array.from({ length: 24_000 }, (_, n) => [`k${n}`, n])) },
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
  )(
    '%s over %s costs no more than reading the metadata a few times',
    async (_operator, _name, criterion, given) => {
      const filter = readFilter(JSON.stringify({ metadata: [{ path: 'x', ...criterion }] }));
      const text = JSON.stringify(given);
      const reading = await leastCost(() => JSON.parse(text));
      const matching = await leastCost(() => matchesFilter(filter, given, () => ({}) as never));
      expect(matching / Math.max(reading, 2_000)).toBeLessThan(20);
    },
  );

  test.each([
    [{ metadata: [{ path: 'x', operator: 'Equal', valueText: 'a'.repeat(20_000) }] }, 'at most 16384'],
    [
      { metadata: Array(11).fill({ path: 'x', operator: 'Equal', valueText: 'a' }) },
      'at most 10 are allowed',
    ],
    [
      { metadata: [{ path: 'x', operator: 'Like', valueText: `%${'a'.repeat(251)}%` }] },
      'at most 250 characters between two "%"',
    ],
    [
      { metadata: [{ path: 'x', operator: 'Like', valueText: `%_${'a'.repeat(31)}%` }] },
      'at most 31 characters between two "%" if one of them is "_"',
    ],
  ])('is refused with the reason if it is larger', async (filter, reason) => {
    const { status, body } = await setup().files({ filter: JSON.stringify(filter) });
    expect([status, body.error]).toEqual([400, expect.stringContaining(reason)]);
  });
});

test('a UUID encoded half a million times is not a URI, and blocks nothing', async () => {
  const { sync, files } = setup();
  const { status } = await sync(ids.zoom, `zoom://uuid/%${'25'.repeat(500_000)}`);
  expect(status).toBe(400);
  expect((await files()).status).toBe(200);
});

describe('lists of errors are bounded', () => {
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

  test('in the API, for many or long unknown names', async () => {
    const { files } = setup();
    const unknown = Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`k${n}`, 1]));
    const { body } = await files({ filter: JSON.stringify(unknown) });
    expect(body.error).toContain('and 990 more');
    expect(body.error.length).toBeLessThan(1_000);
  });
});

describe('numbers that JSON cannot represent exactly', () => {
  test.each(['9007199254740993', '-9007199254740993', '123456789012345678901234567890', '1e400'])(
    '%s is refused as a number, and accepted as a string',
    async (number) => {
      const { mock, sync, update } = setup();
      const { id } = (await sync(ids.grain, 'grain://recording/abc123')).body;
      const response = await mock.fetch(`/v1/files/${id}`, {
        method: 'PUT',
        headers: { authorization: 'Bearer cg-test', 'content-type': 'application/json' },
        body: `{"metadata":{"n":${number}}}`,
      });
      expect(response.status).toBe(400);
      expect((await response.json()).error).toContain(`${number} would be read back as a different number`);
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
