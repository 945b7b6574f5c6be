// What the judge says of the pauses between requests. Their times are given, so that no busy machine changes them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AccountJudge } from '../src/judge/account-judge.ts';
import type { Exchange } from '../src/judge/exchange.ts';
import type { Finding } from '../src/judge/finding.ts';
import { exchangeAt, FAILURE, TAKES } from './support/judged-exchange.ts';

/** What is found of requests, between which a client pauses for so many milliseconds. */
function findingsOf(pauses: readonly number[], given: Partial<Exchange> = {}): Finding[] {
  const judge = new AccountJudge();
  let at = 0;
  judge.observe(exchangeAt(at, given));
  for (const pause of pauses) {
    at += TAKES + pause;
    judge.observe(exchangeAt(at, given));
  }
  return judge.tally().findings.list();
}

/** The rules that they break. */
const broken = (...requests: Parameters<typeof findingsOf>): string[] =>
  findingsOf(...requests).map(({ rule }) => rule);

const pausesOf = (count: number, pause: (nth: number) => number) =>
  Array.from({ length: count }, (_, nth) => pause(nth));

test('pauses that double are fine, however short they begin, and with jitter', () => {
  const anyPauses = fc
    .tuple(
      fc.integer({ min: 1, max: 500 }),
      fc.array(fc.double({ min: 0.8, max: 1.2, noNaN: true }), { minLength: 1, maxLength: 12 }),
    )
    .map(([first, jitter]) => jitter.map((factor, nth) => first * 2 ** nth * factor));
  fc.assert(
    fc.property(anyPauses, (pauses) => {
      expect(broken(pauses, FAILURE)).toEqual([]);
    }),
  );
});

test('pauses that are drawn at random from a range that doubles are fine', () => {
  const tries = fc.array(fc.double({ min: 0.3, max: 1, noNaN: true }), { minLength: 4, maxLength: 12 });
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 2_000 }), tries, (first, factors) => {
      expect(
        broken(
          factors.map((factor, nth) => first * 2 ** nth * factor),
          FAILURE,
        ),
      ).toEqual([]);
    }),
  );
});

test.each([
  ['no pause', 0, 0, 4],
  ['hardly a pause', 2, 4, 7],
  ['short pauses that stay the same', 10, 190, 10],
])('%s: told after a few tries, and not before', (_what, min, max, few) => {
  fc.assert(
    fc.property(fc.integer({ min, max }), fc.integer({ min: few, max: 40 }), (pause, count) => {
      const pauses = pausesOf(count, () => pause);
      expect(broken(pauses, FAILURE)).toEqual(['retry-without-pause']);
      expect(broken(pauses.slice(0, 3), FAILURE)).toEqual([]);
    }),
  );
});

test('pauses that vary by a tenth, with one that a busy machine made longer, stay the same', () => {
  const pauses = pausesOf(10, (nth) => (nth === 4 ? 150 : 50 + (nth % 2) * 5));
  expect(broken(pauses, FAILURE)).toEqual(['retry-without-pause']);
  expect(broken(pauses.slice(1), FAILURE)).toEqual([]);
});

test('pauses that grew to a limit are fine', () => {
  const pauses = pausesOf(60, (nth) => Math.min(100, 10 * 2 ** nth));
  expect(broken(pauses, FAILURE)).toEqual([]);
  expect(broken(pauses)).toEqual([]);
});

test.each<[string, Partial<Exchange>]>([
  ['where the clock stands still', { isTimed: false }],
  ['where several requests are under way', { isAlone: false }],
  ['where the answer says how long to wait', { retryAfter: 0 }],
])('tries without a pause are not told %s', (_where, given) => {
  expect(
    broken(
      pausesOf(30, () => 0),
      { ...FAILURE, ...given },
    ),
  ).toEqual([]);
});

test('tries with a second or more between them are fine, for an hour', () => {
  expect(
    broken(
      pausesOf(3_600, () => 1_000),
      FAILURE,
    ),
  ).toEqual([]);
});

test('a file may be polled five times a second for as long as it takes, and faster for a moment', () => {
  expect(broken(pausesOf(3_000, () => 200))).toEqual([]);
  expect(broken(pausesOf(19, () => 0))).toEqual([]);
  const bursts = pausesOf(300, (nth) => (nth % 15 === 0 ? 4_000 : 1));
  expect(broken(bursts)).toEqual([]);
});

test('a file that is polled faster than that is told, once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 150 }), (pause) => {
      expect(broken(pausesOf(1_500, () => pause))).toEqual(['poll-too-fast']);
    }),
  );
});

test('every poll that came too fast counts, and none after the client slowed down', () => {
  const [finding] = findingsOf(pausesOf(9_000, () => 0));
  const [, first = ''] = /was polled (\d+) times within the first [\d.]+ s /.exec(finding?.text ?? '') ?? [];
  // Those before it was clear are in the text.
  expect(finding?.count).toBe(9_001 - (Number(first) - 1));
  const slowed = findingsOf([...pausesOf(1_000, () => 0), ...pausesOf(1_000, () => 1_000)]);
  expect(slowed[0]?.count).toBeLessThanOrEqual(1_000);
});

test('polls are not told where the clock stands still, and rarely where workers may share the file', () => {
  expect(
    broken(
      pausesOf(500, () => 1),
      { isTimed: false },
    ),
  ).toEqual([]);
  expect(
    broken(
      pausesOf(500, () => 60),
      { isAlone: false },
    ),
  ).toEqual([]);
  expect(
    broken(
      pausesOf(500, () => 1),
      { isAlone: false },
    ),
  ).toEqual(['poll-too-fast']);
});

const refused: Partial<Exchange> = { status: 429, retryAfter: 2, answer: { error: 'busy' }, done: undefined };

test('a wait may be as much shorter as timers are inexact, and no more', () => {
  expect(broken([1_950], refused)).toEqual([]);
  expect(broken([1_500], refused)).toEqual(['retry-too-early']);
});

test('workers that wait are refused once each, and workers that do not are told', () => {
  const shared = { ...refused, isAlone: false };
  expect(
    broken(
      pausesOf(300, () => 50),
      shared,
    ),
  ).toEqual([]);
  expect(
    broken(
      pausesOf(300, () => 5),
      shared,
    ),
  ).toEqual(['retry-too-early']);
});
