// Judges one run of the client in a scenario: passed, failed, or not met, with what shows it.

import { type ErrorName, errorCase } from '../../errors/catalogue.ts';
import type { OperationId } from '../../openapi/cloudglue.ts';
import type { FaultRule } from '../../records/fault-rule.ts';
import type { Ending } from '../command.ts';
import { type Criteria, criteriaText, hasStatus, namedOperation } from './criteria.ts';
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
  const rules = rulesOf(scenario);
  const ways = wanted.length > 0 ? wanted.flatMap((one) => waysTo(one, rules)) : rules.map(ruleText);
  return `it would have to call ${[...new Set(ways)].join('; or ')}`;
}

/** The requests that are meant: where criteria name only an answer, those that get it by a rule. */
function waysTo(criteria: Criteria, rules: readonly FaultRule[]): string[] {
  const { error, status, ...others } = criteria;
  const isAnswerOnly = Object.values(others).every((value) => value === undefined);
  const giving = rules.filter((rule) => {
    const given = rule.error === undefined ? rule.status : errorCase(rule.error as ErrorName).status;
    if (given === undefined || (error ?? status) === undefined) return false;
    return (
      (error === undefined || rule.error === error) && (status === undefined || hasStatus(status, given))
    );
  });
  return isAnswerOnly && giving.length > 0 ? giving.map(ruleText) : [criteriaText(criteria)];
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
  const asked = [named, ...matchTexts(match)].join(' ');
  return nth > 1 ? `${asked} ${nth} times` : asked;
}

/** What a rule wants of a request, beside its operation. */
const matchTexts = ({
  connector,
  uri,
  header = {},
  query = {},
}: NonNullable<FaultRule['match']>): string[] => [
  ...(connector === undefined ? [] : [`for a connector of type ${connector}`]),
  ...(uri === undefined ? [] : [`with a URI that matches ${uri}`]),
  ...Object.entries(query).map(([name, pattern]) => `with ${name}=${pattern}`),
  ...Object.entries(header).map(([name, pattern]) => `with the header ${name}: ${pattern}`),
];
