// Judges one run of the client in a scenario: passed, failed, or not met, with what shows it.

import { type ErrorName, errorCase } from '../../errors/catalogue.ts';
import type { OperationId } from '../../openapi/cloudglue.ts';
import type { FaultRule } from '../../records/fault-rule.ts';
import type { Ending } from '../command.ts';
import { type Criteria, criteriaText, namedOperation } from './criteria.ts';
import type { Finding, Shortfall } from './expectations/expectation.ts';
import { criteriaOf, shortfallsOf } from './expectations/expectation-registry.ts';
import type { Scenario } from './scenario.ts';
import { type Step, Trace } from './trace.ts';

export type Result = 'passed' | 'failed' | 'not met';

export interface Judgement {
  result: Result;
  /** Why it failed. */
  shortfalls: Shortfall[];
  /** What the client would have to do to meet it; undefined if it did. */
  toMeet: string | undefined;
}

/** The rules of a scenario, each with an id that its requests can be found by. */
export const rulesOf = ({ faults = [] }: Scenario): (FaultRule & { id: string })[] =>
  faults.map((rule, nth) => ({ ...rule, id: rule.id ?? `scenario.${nth + 1}` }));

const metOf = ({ met }: Scenario): readonly Criteria[] =>
  met === undefined ? [] : Array.isArray(met) ? met : [met];

/** What a run in a scenario is traced with. */
export const traceFor = (scenario: Scenario): Trace =>
  new Trace([...metOf(scenario), ...criteriaOf(scenario.expect)]);

interface RunResult {
  trace: Trace;
  ending: Ending;
  /** How the command failed; undefined if it ended well. */
  failure: string | undefined;
  findings: readonly Finding[];
}

export function judgeRun(scenario: Scenario, { trace, ending, failure, findings }: RunResult): Judgement {
  const rules = rulesOf(scenario);
  const fired = (ids: readonly string[]) =>
    trace.steps.filter((step) => step.rules.some((id) => ids.includes(id)));
  const wanted = metOf(scenario);
  const met =
    wanted.length > 0
      ? inOrder(wanted.flatMap((criteria) => trace.meeting(criteria)))
      : fired(rules.map(({ id }) => id));
  if (met.length === 0) return { result: 'not met', shortfalls: [], toMeet: toMeet(scenario) };
  const spoiled = fired(rules.filter(spoils).map(({ id }) => id));
  const shortfalls = [
    ...(ending.timedOut ? [tookTooLong(ending, trace)] : []),
    // A command that was ended because it took too long has failed by that alone.
    ...shortfallsOf(scenario.expect, {
      trace,
      met,
      spoiled,
      failure: ending.timedOut ? undefined : failure,
      findings,
    }),
  ];
  return { result: shortfalls.length === 0 ? 'passed' : 'failed', shortfalls, toMeet: undefined };
}

const inOrder = (steps: readonly Step[]): Step[] =>
  [...new Set(steps)].toSorted((a, b) => a.number - b.number);

/** Whether a rule leaves the client without a good answer. */
const spoils = ({ error, status, rate_limit, network }: FaultRule): boolean =>
  error !== undefined ||
  status !== undefined ||
  rate_limit !== undefined ||
  (network !== undefined && network !== 'newer-version');

const tookTooLong = ({ seconds }: Ending, { steps, total }: Trace): Shortfall => ({
  kind: 'ends_within',
  text: `the command had not ended after ${Math.round(seconds)} s and ${total} requests`,
  remedy: 'give up sooner, or give the exam more time with --timeout',
  steps: steps.slice(-1),
});

/** What a client would have to do so that it happens. */
function toMeet(scenario: Scenario): string {
  if (scenario.to_meet !== undefined) return `it would have to ${scenario.to_meet}`;
  const wanted = metOf(scenario);
  const ways = wanted.length > 0 ? wanted.map(criteriaText) : rulesOf(scenario).map(ruleText);
  return `it would have to call ${[...new Set(ways)].join('; or ')}`;
}

/** The requests that a rule strikes. */
function ruleText({ match = {}, error, delete_file }: FaultRule): string {
  const { operation, nth = 1 } = match;
  const possible = error === undefined ? 'every' : errorCase(error as ErrorName).operations;
  const named =
    operation !== undefined
      ? namedOperation(operation as OperationId)
      : possible === 'every'
        ? `any operation${delete_file ? ' of a file' : ''}`
        : possible.map(namedOperation).join(' or ');
  return nth > 1 ? `${named} ${nth} times` : named;
}
