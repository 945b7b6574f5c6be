// What an expectation is: a word of scenarios, its values, and how a run falls short of it.
import type * as z from 'zod';
import type { Mock } from '../../../mock/mock.ts';
import type { Criteria } from '../criteria.ts';
import type { Step, Trace } from '../trace.ts';

export type Finding = ReturnType<Mock['report']>['findings'][number];

/** A run of the client, as expectations see it. */
export interface ClientRun {
  trace: Trace;
  /** The requests in which the scenario happened to the client. */
  met: readonly Step[];
  /** Those to which the client got an error, a damaged answer or none by a rule of the scenario. */
  spoiled: readonly Step[];
  /** How the command failed; undefined if it ended well. */
  failure: string | undefined;
  findings: readonly Finding[];
}

/** How a run falls short of what is expected. */
export interface Shortfall {
  /** The word of the expectation, or the name of the rule that was broken. */
  kind: string;
  /** A sentence without its full stop. */
  text: string;
  /** What to do, likewise. */
  remedy?: string;
  /** The requests that show it, or an excerpt of them. */
  steps: readonly Step[];
}

export interface Expectation<Value> {
  /** What it expects, for the README. */
  summary: string;
  schema: z.ZodType<Value>;
  /** The criteria that it will ask the trace about. */
  criteria?(value: Value): readonly Criteria[];
  judge(value: Value, run: ClientRun): Shortfall[];
}

export const defineExpectation = <Value>(expectation: Expectation<Value>): Expectation<Value> => expectation;

/** The most requests that show a shortfall. */
const MOST_SHOWN = 6;

/** The first and the last of many requests. */
export const excerpt = (steps: readonly Step[]): Step[] =>
  steps.length <= MOST_SHOWN ? [...steps] : [...steps.slice(0, MOST_SHOWN - 1), ...steps.slice(-1)];

/** Requests by what they ask, each with those after the first of them that ask the same. */
export function byKey(first: readonly Step[], { steps }: Trace): { step: Step; later: Step[] }[] {
  const firsts = new Map<string, { step: Step; later: Step[] }>();
  for (const step of first) if (!firsts.has(step.key)) firsts.set(step.key, { step, later: [] });
  for (const step of steps) {
    const known = firsts.get(step.key);
    if (known && step.number > known.step.number) known.later.push(step);
  }
  return [...firsts.values()];
}

/** A request as a sentence names it. */
export const asked = ({ operation, method, path }: Step): string => operation ?? `${method} ${path}`;
