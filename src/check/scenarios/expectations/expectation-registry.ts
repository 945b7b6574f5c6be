// Every expectation by the word that scenarios have for it: a new one is a file and an entry here.
import * as z from 'zod';
import type { Criteria } from '../criteria.ts';
import { afterwards } from './afterwards.ts';
import { command } from './command.ts';
import type { ClientRun, Expectation, Shortfall } from './expectation.ts';
import { finallyAnswered } from './finally.ts';
import { noFindings } from './no-findings.ts';
import { repeats } from './repeats.ts';
import { retried } from './retried.ts';

/** In the order in which shortfalls are told: what is closest to the cause comes first. */
export const expectations = {
  retried,
  repeats,
  afterwards,
  finally: finallyAnswered,
  no_findings: noFindings,
  command,
};

type Word = keyof typeof expectations;
const words = Object.keys(expectations) as Word[];

type Fields = { [Name in Word]: z.ZodOptional<(typeof expectations)[Name]['schema']> };

/** What a scenario expects: any of the words, each with its value. */
export const expectField = z.strictObject(
  Object.fromEntries(words.map((word) => [word, expectations[word].schema.optional()])) as Fields,
);
export type Expected = z.output<typeof expectField>;

/** The expectations of a scenario, each with the value that it has there. */
const given = (expected: Expected) =>
  words.flatMap((word) => {
    const value: unknown = expected[word];
    return value === undefined ? [] : [{ expectation: expectations[word] as Expectation<unknown>, value }];
  });

/** The criteria that the expectations of a scenario will ask the trace about. */
export const criteriaOf = (expected: Expected): Criteria[] =>
  given(expected).flatMap(({ expectation, value }) => expectation.criteria?.(value) ?? []);

/** How a run falls short of what is expected. */
export const shortfallsOf = (expected: Expected, run: ClientRun): Shortfall[] =>
  given(expected).flatMap(({ expectation, value }) => expectation.judge(value, run));
