// Clients whose pauses grow are not accused, in whichever of the usual ways, and though chance has its part in them.
import { afterAll, expect, test } from 'vitest';
import { AccountJudge } from '../src/judge/account-judge.ts';
import type { Exchange } from '../src/judge/exchange.ts';
import { type Draw, drawFrom } from '../src/util/random.ts';
import { exchangeAt, FAILURE, TAKES } from './support/judged-exchange.ts';
import { rounds } from './support/rounds.ts';

/** The pause before the nth try, in milliseconds: `base` is the first of them, `last` the one before. */
type Growth = (given: { base: number; nth: number; last: number; draw: Draw }) => number;

const growths: Record<string, Growth> = {
  'pauses that double': ({ base, nth }) => base * 2 ** nth,
  'pauses that double, with equal jitter': ({ base, nth, draw }) =>
    base * 2 ** nth * (0.5 + draw.number() / 2),
  'pauses that double, with full jitter': ({ base, nth, draw }) => base * 2 ** nth * draw.number(),
  'decorrelated jitter': ({ base, last, draw }) => base + draw.number() * (3 * last - base),
  'pauses that grow by half': ({ base, nth }) => base * 1.5 ** nth,
  'pauses that grow by half, more or less': ({ base, nth, draw }) =>
    base * 1.5 ** nth * (0.5 + draw.number()),
  'pauses that grow by half, with full jitter': ({ base, nth, draw }) => base * 1.5 ** nth * draw.number(),
  'linear growth': ({ base, nth }) => base * (nth + 1),
  'linear growth, with equal jitter': ({ base, nth, draw }) => base * (nth + 1) * (0.5 + draw.number() / 2),
  'linear growth, with full jitter': ({ base, nth, draw }) => base * (nth + 1) * draw.number(),
};

/** Milliseconds of the first pause. */
const BASES = [10, 25, 100, 1_000];
const LONGEST = 30_000;
const TRIES = 40;
/** What chance leaves: so many of a million runs. */
const ACCUSED = 1_000;

const kinds: Record<string, Partial<Exchange>> = { tries: FAILURE, polls: {} };
const score = { accused: 0, runs: 0 };

/** Whether a client is accused that pauses so. */
function isAccused(growth: Growth, base: number, draw: Draw, given: Partial<Exchange>): boolean {
  const judge = new AccountJudge();
  judge.observe(exchangeAt(0, given));
  for (let nth = 0, at = 0, last = base; nth < TRIES; nth++) {
    last = Math.min(LONGEST, growth({ base, nth, last, draw }));
    // The times of requests are whole milliseconds.
    at = Math.floor(at + TAKES + last);
    judge.observe(exchangeAt(at, given));
  }
  return judge.tally().findings.list().length > 0;
}

test.each(
  Object.entries(kinds).flatMap(([kind, given]) =>
    Object.entries(growths).map(([name, growth]) => ({ kind, given, name, growth })),
  ),
)('$kind with $name', ({ kind, given, name, growth }) => {
  const [runs, accused] = [rounds(200) * BASES.length, [] as string[]];
  for (const base of BASES) {
    for (let run = 0; run < rounds(200); run++) {
      const seed = `${kind} ${name} ${base} ${run}`;
      if (isAccused(growth, base, drawFrom(seed), given)) accused.push(seed);
    }
  }
  score.accused += accused.length;
  score.runs += runs;
  expect((accused.length * 1_000_000) / runs, accused.join('\n')).toBeLessThanOrEqual(ACCUSED);
});

afterAll(() => console.log(`clients accused whose pauses grow: ${score.accused} of ${score.runs}`));
