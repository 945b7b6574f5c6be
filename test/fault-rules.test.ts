// What fault rules do: how often, how long, to which requests, in which order; the same in every account and run.
import { describe, expect, onTestFinished, test } from 'vitest';
import { delayOf } from '../src/faults/engine.ts';
import { createMock, type FaultRule, type MockOptions } from '../src/index.ts';
import { drawFrom } from '../src/util/random.ts';
import { expectLinear } from './support/linear.ts';
import { createClient, ids } from './support/setup.ts';

const GRAIN = 'grain://recording/abc123';

/** A mock whose answers need not fit the document: rules can ask for errors that it does not give to an operation. */
function setup(options: MockOptions = {}) {
  const mock = createMock({ lifecycle: 'manual', ...options });
  onTestFinished(() => mock.close());
  const as = (token: string) => createClient(mock.fetch, token, async () => {});
  return { ...as('cg-test'), mock, as };
}

/** A mock with rules in one account, and what requests of that account come to. */
function ruled(...rules: FaultRule[]) {
  const client = setup();
  const account = client.mock.account('cg-test');
  for (const rule of rules) account.faults.add(rule);
  const counts = () => account.faults.list().map(({ calls, fired }) => [calls, fired]);
  /** The statuses of so many listings of files. */
  const statuses = async (times: number) => {
    const all: number[] = [];
    for (let n = 0; n < times; n++) all.push((await client.files()).status);
    return all;
  };
  return { ...client, account, counts, statuses };
}

/** Which of so many requests a rule of every account strikes, in a mock of its own. */
async function strikesOf(rule: FaultRule, requests: number, tokens = ['cg-test'], options: MockOptions = {}) {
  await using mock = createMock({ lifecycle: 'manual', journal: 0, faults: [rule], ...options });
  const struck = tokens.map(() => [] as boolean[]);
  for (let n = 0; n < requests; n++) {
    for (const [index, token] of tokens.entries()) {
      const { status } = await mock.fetch('/v1/files', { headers: { authorization: `Bearer ${token}` } });
      struck[index]?.push(status === 503);
    }
  }
  return struck.map((one) => one.map((hit) => (hit ? 'x' : '.')).join(''));
}

const share = (strikes: string) => strikes.replaceAll('.', '').length / strikes.length;

describe('a probability', () => {
  const SOMETIMES: FaultRule = { status: 503, match: { probability: 0.3 } };

  test('holds over many requests, and hits the same ones in every account, mock and run', async () => {
    const [one = '', two] = await strikesOf(SOMETIMES, 2_000, ['one', 'two']);
    // Five standard deviations are 0.05.
    expect(Math.abs(share(one) - 0.3)).toBeLessThan(0.03);
    expect(two).toBe(one);
    expect(await strikesOf(SOMETIMES, 2_000)).toEqual([one]);
  });

  test('hits other requests with another seed, just as often', async () => {
    const [one] = await strikesOf(SOMETIMES, 1_000);
    const seeded = await Promise.all(['a', 'b'].map((seed) => strikesOf({ ...SOMETIMES, seed }, 1_000)));
    const all = [one, ...seeded.flat()];
    expect(new Set(all).size).toBe(3);
    for (const strikes of all) expect(Math.abs(share(strikes ?? '') - 0.3)).toBeLessThan(0.08);
  });

  test('has no pattern: consecutive hits are as frequent as chance predicts', async () => {
    const [strikes = ''] = await strikesOf({ ...SOMETIMES, match: { probability: 0.5 } }, 2_000);
    const pairs = [...strikes.matchAll(/(?=(xx))/g)].length / (strikes.length - 1);
    expect(Math.abs(pairs - 0.25)).toBeLessThan(0.06);
  });

  test('of 1 always hits', async () => {
    expect(await strikesOf({ status: 503, match: { probability: 1 } }, 50)).toEqual(['x'.repeat(50)]);
  });

  test('is drawn separately for each rule', async () => {
    const { statuses, counts } = ruled(
      { id: 'a', status: 503, match: { probability: 0.5 } },
      { id: 'b', error: 'rate-limited', match: { probability: 0.5 } },
    );
    const all = await statuses(400);
    const of = (status: number) => all.filter((one) => one === status).length / 400;
    expect(of(503)).toBeGreaterThan(0.35);
    expect(of(429)).toBeGreaterThan(0.13);
    expect(of(200)).toBeGreaterThan(0.13);
    expect(counts()[1]?.[0]).toBe(400 - (counts()[0]?.[1] ?? 0));
  });
});

describe('delays', () => {
  const drawn = (delay: NonNullable<FaultRule['delay']>, seed = '') =>
    Array.from({ length: 4_000 }, (_, n) => delayOf({ delay }, drawFrom(`delay ${seed} ${n}`))).toSorted(
      (a, b) => a - b,
    );
  const quantile = (sorted: number[], part: number) => sorted[Math.floor(sorted.length * part)] ?? Number.NaN;

  test('that are fixed have exactly that length', () => {
    expect(new Set(drawn({ fixed: '1.5s' }))).toEqual(new Set([1_500]));
  });

  test('between two bounds are distributed uniformly', () => {
    const all = drawn({ min: 100, max: '0.3s' });
    expect(all[0]).toBeGreaterThanOrEqual(100);
    expect(all.at(-1)).toBeLessThan(300);
    for (const part of [0.1, 0.25, 0.5, 0.75, 0.9]) {
      expect(Math.abs(quantile(all, part) - (100 + 200 * part))).toBeLessThan(8);
    }
    expect(new Set(drawn({ min: 50, max: 50 }))).toEqual(new Set([50]));
  });

  test('that are log-normal have the given median and sigma', () => {
    const all = drawn({ median: 200, sigma: 0.5 });
    expect(Math.abs(quantile(all, 0.5) / 200 - 1)).toBeLessThan(0.04);
    // One standard deviation of the logarithm to either side.
    expect(Math.abs(Math.log(quantile(all, 0.8413) / 200) - 0.5)).toBeLessThan(0.04);
    expect(Math.abs(Math.log(quantile(all, 0.1587) / 200) + 0.5)).toBeLessThan(0.04);
    expect(new Set(drawn({ median: 80, sigma: 0 }))).toEqual(new Set([80]));
  });

  test('that are log-normal never exceed ten minutes, whatever the sigma', () => {
    const all = drawn({ median: '10m', sigma: 5 });
    expect(all.at(-1)).toBe(600_000);
    expect(all[0]).toBeGreaterThan(0);
  });

  test('of several rules add up', async () => {
    const { files, counts } = ruled(
      { delay: { fixed: 60 } },
      { delay: { fixed: 60 } },
      { error: 'rate-limited', delay: { fixed: 60 } },
    );
    const start = performance.now();
    expect((await files()).status).toBe(429);
    expect(performance.now() - start).toBeGreaterThan(170);
    expect(counts()).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });
});

describe('nth and times', () => {
  test.each<[string, FaultRule, number[]]>([
    ['times: the first so many', { status: 503, times: 2 }, [503, 503, 200, 200, 200]],
    ['nth: that one only', { status: 503, match: { nth: 3 } }, [200, 200, 503, 200, 200]],
    [
      'nth with times: so many from that one on',
      { status: 503, match: { nth: 2 }, times: 2 },
      [200, 503, 503, 200, 200],
    ],
    ['neither: every one', { status: 503 }, [503, 503, 503, 503, 503]],
  ])('%s', async (_what, rule, expected) => {
    const { statuses, counts } = ruled(rule);
    expect(await statuses(5)).toEqual(expected);
    expect(counts()).toEqual([[5, expected.filter((status) => status === 503).length]]);
  });

  test('count only requests that match', async () => {
    const { files, connectors, file, counts } = ruled({
      status: 503,
      match: { operation: 'listFiles', nth: 2 },
    });
    await connectors();
    await file('nope');
    expect((await files()).status).toBe(200);
    await connectors();
    expect((await files()).status).toBe(503);
    expect(counts()).toEqual([[2, 1]]);
  });

  test('fail twice, then succeed: the case for a client that retries', async () => {
    const { sync, files } = ruled({ status: 502, match: { operation: 'syncDataConnectorFile' }, times: 2 });
    const answers = [
      await sync(ids.grain, GRAIN),
      await sync(ids.grain, GRAIN),
      await sync(ids.grain, GRAIN),
    ];
    expect(answers.map(({ status }) => status)).toEqual([502, 502, 200]);
    expect((await files()).body.total).toBe(1);
  });
});

describe('rules are tried in order', () => {
  test('the first rule that ends a request hides it from the later ones, which do not count it', async () => {
    const { statuses, counts } = ruled(
      { id: 'a', error: 'rate-limited', times: 1 },
      { id: 'b', status: 503, times: 1 },
      { id: 'c', error: 'server-error' },
    );
    expect(await statuses(3)).toEqual([429, 503, 500]);
    expect(counts()).toEqual([
      [3, 1],
      [2, 1],
      [1, 1],
    ]);
  });

  test('a rule that is removed and added again is the last', async () => {
    const { statuses, account } = ruled({ id: 'a', error: 'rate-limited' }, { id: 'b', status: 503 });
    expect(await statuses(1)).toEqual([429]);
    const removed = account.faults.remove('a');
    expect(removed).toMatchObject({ id: 'a', fired: 1 });
    if (removed) account.faults.add(removed.rule);
    expect(await statuses(1)).toEqual([503]);
    expect(account.faults.list()).toMatchObject([{ id: 'b' }, { id: 'a', calls: 0, fired: 0 }]);
  });

  test('a status matches only operations with such an error, so that another rule can fire', async () => {
    const { files, sync } = ruled({ status: 402 }, { status: 503 });
    expect((await files()).status).toBe(503);
    expect((await sync(ids.grain, GRAIN)).status).toBe(503);
  });
});

describe('matching', () => {
  const MISS = 'grain://recording/other';

  test.each<[string, FaultRule['match'], boolean[]]>([
    ['an operation', { operation: 'syncDataConnectorFile' }, [true, true, true, false]],
    ['a type of connector', { connector: 'grain' }, [true, true, false, false]],
    ['a URI', { uri: GRAIN }, [true, false, false, false]],
    ['a pattern of URIs', { uri: 'grain://*' }, [true, true, false, false]],
    ['a pattern with one open character', { uri: 'grain://recording/abc12?' }, [true, false, false, false]],
    ['a star to the letter', { uri: 'grain://\\*' }, [false, false, false, false]],
    [
      'all of it',
      { connector: 'zoom', operation: 'syncDataConnectorFile', uri: '*' },
      [false, false, true, false],
    ],
    ['nothing said', undefined, [true, true, true, true]],
  ])('%s', async (_what, match, expected) => {
    const { sync, files } = ruled({ error: 'server-error', ...(match && { match }) });
    const zoom = 'zoom://uuid/AAAAAAAAAAAAAAAAAAAAAA==';
    const answers = [
      await sync(ids.grain, GRAIN),
      await sync(ids.grain, MISS),
      await sync(ids.zoom, zoom),
      await files(),
    ];
    expect(answers.map(({ status }) => status === 500)).toEqual(expected);
  });

  test('a canonical URI matches all its spellings, at every endpoint', async () => {
    const id = '1aB2cD3eF4gH5iJ6kL7mN8oP9qR0sT1uV';
    const { sync, syncUrl, sourceMetadata, createCollection, addMedia, counts } = ruled({
      match: { uri: `gdrive://file/${id}` },
      error: 'server-error',
    });
    const collection = (await createCollection('x')).body.id;
    const spellings = [
      `gdrive://file/${id}`,
      `GDrive://file/${id}`,
      `https://drive.google.com/file/d/${id}/view?usp=sharing`,
      `http://drive.google.com/open?id=${id}`,
      `https://drive.google.com/open?usp=drive_link&id=${id}#top`,
    ];
    for (const uri of spellings) {
      const answers = [
        await sync(ids['google-drive'], uri),
        await sourceMetadata(ids['google-drive'], uri),
        await syncUrl(uri),
        await addMedia(collection, { url: uri }),
      ];
      expect([uri, ...answers.map(({ status }) => status)]).toEqual([uri, 500, 500, 500, 500]);
    }
    expect(counts()).toEqual([[20, 20]]);
    expect((await syncUrl(`https://drive.google.com/open?id=${id}X`)).status).not.toBe(500);
  });

  test('a pattern matches the URI as written, and its canonical form', async () => {
    const link = 'https://drive.google.com/file/d/1aB2cD3eF4gH5iJ6kL7mN8oP9qR0sT1uV/view?usp=sharing';
    for (const uri of [
      '*usp=sharing',
      'gdrive://file/1aB2cD3eF4gH5iJ6kL7mN8oP9qR0sT1uV',
      'https://drive.google.com/*',
    ]) {
      const { sync } = ruled({ match: { uri }, error: 'server-error' });
      expect([uri, (await sync(ids['google-drive'], link)).status]).toEqual([uri, 500]);
    }
  });

  test('headers match whatever the case of their names', async () => {
    const { mock, counts } = ruled({ match: { header: { 'X-Case': 'retry-*', accept: '*' } }, status: 503 });
    const ask = async (headers: Record<string, string>) =>
      (await mock.fetch('/v1/files', { headers: { authorization: 'Bearer cg-test', ...headers } })).status;
    expect(await ask({})).toBe(200);
    expect(await ask({ 'x-case': 'retry-1' })).toBe(200);
    expect(await ask({ 'x-case': 'other', accept: 'a' })).toBe(200);
    expect(await ask({ 'X-CASE': 'retry-1', accept: 'a' })).toBe(503);
    expect(counts()).toEqual([[1, 1]]);
  });

  test('no URI matches for a malformed body, which is refused as usual', async () => {
    const { mock, counts } = ruled({ match: { uri: '*' }, error: 'server-error' });
    for (const [body, status] of [
      ['{"url":', 400],
      ['{"url":7}', 400],
      ['null', 400],
      ['', 400],
      [`{"url":"${'x'.repeat(1_100_000)}"}`, 413],
    ] as const) {
      for (const streamed of [false, true]) {
        const answer = await mock.fetch('/v1/files/sync', {
          method: 'POST',
          headers: { authorization: 'Bearer cg-test', 'content-type': 'application/json' },
          body: streamed ? new Blob([body]).stream() : body,
          ...({ duplex: 'half' } as object),
        });
        expect([body.slice(0, 9), streamed, answer.status]).toEqual([body.slice(0, 9), streamed, status]);
      }
    }
    expect(counts()).toEqual([[0, 0]]);
  });

  test('a pattern that would backtrack without end does not hang', async () => {
    const { sync, syncUrl, counts } = ruled(
      { match: { uri: '*a*a*a*a*a*a*b' }, error: 'server-error' },
      { match: { uri: `${'*a?'.repeat(160)}*b` }, error: 'server-error' },
      { match: { header: { authorization: '*a*a*a*a*a*a*a*b' } }, error: 'server-error' },
    );
    await expectLinear(8_000, async (length) => {
      const long = `grain://recording/${'a'.repeat(length)}`;
      expect((await sync(ids.grain, long)).status).not.toBe(500);
      expect((await syncUrl(long)).status).not.toBe(500);
    });
    expect((await syncUrl(`https://a.example/${'a'.repeat(8_000)}b`)).status).toBe(500);
    expect(counts()[0]).toEqual([1, 1]);
  });
});

describe('a rate limit', () => {
  const LIMIT: FaultRule = { id: 'limit', rate_limit: { requests: 3, window: '10s' } };
  const limitsOf = ({ headers }: { headers: Headers }) =>
    ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after'].map((name) =>
      headers.get(name),
    );

  test("counts requests in windows on the account's clock, and reports how many are left", async () => {
    const { files, account, counts } = ruled(LIMIT);
    expect(limitsOf(await files())).toEqual(['3', '2', '10', null]);
    account.clock.advance('4s');
    expect(limitsOf(await files())).toEqual(['3', '1', '6', null]);
    const last = await files();
    expect([last.status, ...limitsOf(last)]).toEqual([200, '3', '0', '6', null]);
    const refused = await files();
    expect([refused.status, ...limitsOf(refused)]).toEqual([429, '3', '0', '6', '6']);
    expect(refused.headers.get('ratelimit-policy')).toBe('3;w=10');
    account.clock.advance('5999ms');
    expect([(await files()).status, ...limitsOf(await files())]).toEqual([429, '3', '0', '1', '1']);
    account.clock.advance('1ms');
    expect(limitsOf(await files())).toEqual(['3', '2', '10', null]);
    expect(counts()).toEqual([[7, 3]]);
  });

  test('lets a client through once it has waited as long as Retry-After says', async () => {
    const { files, account } = ruled({ rate_limit: { requests: 2, window: '1.5s' } });
    const statuses: number[] = [];
    for (let n = 0; n < 9; n++) {
      const { status, headers } = await files();
      statuses.push(status);
      if (status === 429) account.clock.advance(`${headers.get('retry-after')}s`);
    }
    expect(statuses).toEqual([200, 200, 429, 200, 200, 429, 200, 200, 429]);
  });

  test('of one operation does not affect others, and refused requests have no effect', async () => {
    const { sync, files } = ruled({
      match: { operation: 'syncDataConnectorFile' },
      rate_limit: { requests: 1, window: '1m' },
    });
    await sync(ids.grain, GRAIN);
    const refused = await sync(ids.grain, 'grain://recording/nope');
    expect(refused.status).toBe(429);
    const listed = await files();
    expect([listed.status, ...limitsOf(listed)]).toEqual([200, null, null, null, null]);
    expect(listed.body.total).toBe(1);
  });

  test('adds its headers to errors of the API and of other rules', async () => {
    const { file, account } = ruled(LIMIT);
    const missing = await file('nope');
    expect([missing.status, ...limitsOf(missing)]).toEqual([404, '3', '2', '10', null]);
    account.faults.add({ error: 'service-unavailable', times: 1 });
    const down = await file('nope');
    expect([down.status, ...limitsOf(down)]).toEqual([503, '3', '1', '10', '30']);
  });

  test('is separate for each account', async () => {
    const { mock, as } = setup({ faults: [{ rate_limit: { requests: 1, window: '1m' } }] });
    const statuses = async (token: string) => [
      (await as(token).files()).status,
      (await as(token).files()).status,
    ];
    expect(await statuses('one')).toEqual([200, 429]);
    expect(await statuses('two')).toEqual([200, 429]);
    mock.account('one').clock.advance('1m');
    expect(await statuses('one')).toEqual([200, 429]);
    expect((await as('two').files()).status).toBe(429);
  });
});

describe('state', () => {
  const RULE: FaultRule = { id: 'twice', status: 503, times: 2 };

  test('each account has its own rules', async () => {
    const { statuses, as, mock } = ruled(RULE);
    expect((await as('other').files()).status).toBe(200);
    expect(mock.account('other').faults.list()).toEqual([]);
    expect(await statuses(3)).toEqual([503, 503, 200]);
  });

  test('every account starts with the rules of the mock, with its own counters', async () => {
    const { files, as, mock } = setup({ faults: [RULE] });
    expect((await files()).status).toBe(503);
    expect(mock.account('cg-test').faults.list()).toEqual([{ id: 'twice', rule: RULE, calls: 1, fired: 1 }]);
    expect(mock.account('other').faults.list()).toEqual([{ id: 'twice', rule: RULE, calls: 0, fired: 0 }]);
    mock.account('cg-test').faults.clear();
    expect((await as('other').files()).status).toBe(503);
  });

  test.each(['account', 'mock'] as const)(
    'a snapshot of the %s restores counters and windows',
    async (which) => {
      const { files, mock, account } = ruled(RULE, {
        id: 'limit',
        rate_limit: { requests: 2, window: '1m' },
      });
      const control = which === 'mock' ? mock : account;
      const go = async () => {
        const answers = [];
        for (let n = 0; n < 4; n++) answers.push((await files()).status);
        return answers;
      };
      await files();
      const snapshot = JSON.parse(JSON.stringify(control.snapshot()));
      const before = account.faults.list();
      const first = await go();
      expect(first).toEqual([503, 200, 200, 429]);
      control.restore(snapshot);
      expect(account.faults.list()).toEqual(before);
      expect(await go()).toEqual(first);
    },
  );

  test.each(['account', 'mock'] as const)(
    'a reset of the %s restores the initial rules, with counters of 0',
    async (which) => {
      const { files, mock } = setup({ faults: [RULE] });
      const account = mock.account('cg-test');
      account.faults.add({ id: 'more', error: 'server-error' });
      await files();
      (which === 'mock' ? mock : account).reset();
      expect(mock.account('cg-test').faults.list()).toEqual([
        { id: 'twice', rule: RULE, calls: 0, fired: 0 },
      ]);
      expect([(await files()).status, (await files()).status, (await files()).status]).toEqual([
        503, 503, 200,
      ]);
    },
  );

  test('the draws are the same after a reset', async () => {
    const { statuses, account } = ruled();
    const run = async () => {
      account.reset();
      account.faults.add({ status: 503, match: { probability: 0.5 } });
      return statuses(60);
    };
    const first = await run();
    expect(new Set(first)).toEqual(new Set([200, 503]));
    expect(await run()).toEqual(first);
  });

  test('a mock with as many rules as it may have, none of which matches, answers as without them', async () => {
    const { sync, file } = setup({
      faults: Array.from({ length: 100 }, (_, n) => ({
        id: `r${n}`,
        match: { uri: `x${n}*` },
        status: 503,
      })),
    });
    const { id } = (await sync(ids.grain, GRAIN)).body;
    expect((await file(id)).status).toBe(200);
  });
});

test.each<[string, object, string, RegExp]>([
  [
    'an operation',
    { match: { operation: 'listFile' }, status: 500 },
    'match.operation',
    /^must be one of \d+ values, not "listFile": did you mean "listFiles"\?$/,
  ],
  ['an error case', { error: 'sever-error' }, 'error', /not "sever-error": did you mean "server-error"\?$/],
  [
    'a type of connector',
    { match: { connector: 'grian' }, status: 500 },
    'match.connector',
    /did you mean "grain"\?/,
  ],
  ['a network fault', { network: 'conection-reset' }, 'network', /: did you mean "connection-reset"\?$/],
  [
    'a field',
    { match: { operaton: 'listFiles' }, status: 500 },
    'match.operaton',
    /^is not a known field: did you mean "operation"\?$/,
  ],
  [
    'a field in the wrong place',
    { probability: 0.5, status: 500 },
    'probability',
    /^is not a known field: did you mean "match\.probability"\?$/,
  ],
  [
    'a field like none',
    { xyzzy: 1, status: 500 },
    'xyzzy',
    /^is not a known field; the fields are id, match, error,/,
  ],
  ['a status', { status: 418 }, 'status', /an error case: 400, 401, 402, .*503$/],
  [
    'a status of an operation',
    { match: { operation: 'getFile' }, status: 402 },
    'status',
    /getFile has an error case: 400, 401, 404, /,
  ],
])(
  'a mistake in %s of a rule is refused with what was probably meant or is possible',
  (_, rule, field, detail) => {
    const { mock } = setup();
    const add = () => mock.account('cg-test').faults.add(rule as FaultRule);
    expect(add).toThrow(
      expect.objectContaining({ problems: [{ field, detail: expect.stringMatching(detail) }] }),
    );
  },
);

describe('in an older version of the API', () => {
  const OLD = { apiVersion: '0.7.7' } as const;

  test.each<[string, FaultRule, string, RegExp]>([
    [
      'an operation',
      { match: { operation: 'createMetadataImport' }, status: 404 },
      'match.operation',
      /came with version 0\.7\.17 of the API, and the account is answered in 0\.7\.7: it must be one of listDataConnectors/,
    ],
    [
      'an error case',
      { error: 'import-run-active' },
      'error',
      /must be an error case of the catalogue in version 0\.7\.7 of the API: /,
    ],
    [
      'an error case of an operation that is there',
      { match: { operation: 'addMedia' }, error: 'image-in-collection' },
      'error',
      /must be an error case of addMedia in version 0\.7\.7 of the API: /,
    ],
    [
      'a type of connector',
      { match: { connector: 'iconik' }, status: 500 },
      'match.connector',
      /must be one of .*grain.* in version 0\.7\.7 of the API/,
    ],
  ])('a rule with %s that came later is refused, with what there is', (_, rule, field, detail) => {
    const { mock } = setup(OLD);
    const add = () => mock.account('cg-test').faults.add(rule);
    expect(add).toThrow(detail);
    expect(add).toThrow(field);
    expect(mock.account('cg-test').faults.list()).toEqual([]);
    mock.account('cg-test').settings.update({ api_version: '0.7.32' });
    expect(add).not.toThrow();
  });

  test('a rule that every account starts with strikes only where the version has what it asks for', async () => {
    const rules: FaultRule[] = [
      { id: 'image', error: 'image-in-collection' },
      { id: 'any', status: 400, match: { operation: 'addMedia' } },
    ];
    const texts = async (options: MockOptions) => {
      const { mock, createCollection, addMedia } = setup({ ...options, faults: rules });
      const { id } = (await createCollection('Films')).body;
      const { body, status } = await addMedia(id, { url: 'grain://recording/abc123' });
      const fired = mock.account('cg-test').faults.list();
      return { status, error: body.error, fired: fired.flatMap((one) => (one.fired > 0 ? [one.id] : [])) };
    };
    expect(await texts({})).toMatchObject({ status: 400, fired: ['image'] });
    const old = await texts(OLD);
    expect(old).toMatchObject({ status: 400, fired: ['any'] });
    expect(old.error).not.toMatch(/image/);
  });

  test('the header Prefer knows no error case that came later', async () => {
    const { mock } = setup(OLD);
    const headers = {
      authorization: 'Bearer cg-test',
      'content-type': 'application/json',
      prefer: 'code=400, example=image-in-collection',
    };
    const body = JSON.stringify({ url: 'grain://recording/abc123' });
    const path = '/v1/collections/00000000-0000-4000-8000-000000000000/media';
    const { status, headers: answered } = await mock.fetch(path, { method: 'POST', headers, body });
    expect([status, answered.has('preference-applied')]).toEqual([400, false]);
    mock.account('cg-test').settings.update({ api_version: '0.7.32' });
    const newest = await mock.fetch(path, { method: 'POST', headers, body });
    expect([newest.status, newest.headers.has('preference-applied')]).toEqual([400, true]);
  });
});
