// The outcome of a check: what counts of what was found, and the exit status.
import type { Coverage } from '../coverage/coverage.ts';
import type { ApiVersion } from '../openapi/versions.ts';
import type { Baseline, KnownMistake } from './baseline.ts';
import type { CheckSettings } from './check-options.ts';
import type { Ending } from './command.ts';
import type { Contract } from './contract.ts';
import { clientCoverage } from './never-met.ts';
import type { Session } from './session.ts';

export type Finding = Session['report']['findings'][number];

/** One run of the command. */
export interface Run {
  /** Names it in reports. */
  name: string;
  session: Session;
  /** Whether trouble was made for it, so that its scenario judges it; default: not. */
  isTroubled?: boolean;
}

/** What a run came to. */
export interface RunOutcome extends Run {
  /** The mistakes that count: errors first. */
  findings: Finding[];
  /** How the command failed; undefined if it ended well. */
  failure: string | undefined;
}

export interface Outcome {
  /** The runs without trouble. */
  runs: RunOutcome[];
  /** Requests in all runs, those in trouble too, as is what was met. */
  requests: number;
  /** Mistakes that count, by their severity. */
  errors: number;
  warnings: number;
  /** Mistakes that no report lists, because there were too many. */
  dropped: number;
  /** How many mistakes the baseline knows. */
  known: number;
  /** What the baseline knows and no run found. */
  gone: KnownMistake[];
  /** How many mistakes of each rule are ignored. */
  ignored: Record<string, number>;
  coverage: Coverage;
  status: 0 | 1 | 2;
  /** The pact that was written; undefined where none was wanted. */
  contract?: Contract | undefined;
}

type Settings = Pick<CheckSettings, 'ignored' | 'warningsAreErrors' | 'minCoverage' | 'timeout'>;

const isError = ({ severity }: Finding) => severity === 'error';

/** Why a command failed. */
export function failureOf(ending: Ending, timeout?: number): string | undefined {
  const { status, signal, stoppedBy, timedOut } = ending;
  if (timedOut) return `it had not ended after ${(timeout ?? 0) / 1_000} s, and was ended`;
  if (status !== 0 && stoppedBy) return `it was stopped with ${stoppedBy}`;
  if (signal) return `the signal ${signal} ended it`;
  return status === 0 ? undefined : `it ended with status ${status}`;
}

/** The mistakes that are not ignored. */
export const countedOf = (session: Session, ignored: readonly string[]): Finding[] =>
  session.report.findings.filter(({ rule }) => !ignored.includes(rule));

export function outcomeOf(given: readonly Run[], settings: Settings, baseline?: Baseline): Outcome {
  const runs = given.filter(({ isTroubled }) => !isTroubled);
  const { ignored, warningsAreErrors, minCoverage = 0, timeout } = settings;
  const all = runs.flatMap(({ session }) => session.report.findings);
  const counted = runs.map(({ session }) => countedOf(session, ignored));
  const outcomes = runs.map((run, nth): RunOutcome => {
    const findings = counted[nth]?.filter((one) => !baseline?.has(one)) ?? [];
    return {
      ...run,
      findings: [...findings.filter(isError), ...findings.filter((one) => !isError(one))],
      failure: failureOf(run.session.ending, timeout),
    };
  });
  const findings = outcomes.flatMap((one) => one.findings);
  const requests = given.reduce((sum, { session }) => sum + session.report.requests, 0);
  const dropped = runs.reduce((sum, { session }) => sum + session.report.dropped, 0);
  const coverage = coverageOfRuns(given);
  const hasMistakes = dropped > 0 || findings.some((one) => warningsAreErrors || isError(one));
  const statusOf = () => {
    if (outcomes.some(({ failure }) => failure !== undefined)) return 1;
    if (requests === 0) return 2;
    return hasMistakes || coverage.percent < minCoverage ? 1 : 0;
  };
  return {
    runs: outcomes,
    requests,
    errors: findings.filter(isError).length,
    warnings: findings.filter((one) => !isError(one)).length,
    dropped,
    known: counted.flat().length - findings.length,
    gone: (runs.length > 0 && baseline?.goneFrom(counted.flat())) || [],
    ignored: Object.fromEntries(ignored.map((rule) => [rule, all.filter((one) => one.rule === rule).length])),
    coverage,
    status: statusOf(),
  };
}

function coverageOfRuns(runs: readonly Run[]): Coverage {
  const met = runs.flatMap(({ name, session }) =>
    session.report.met.map(({ error, ...one }) => ({ ...one, errorCase: error, by: name })),
  );
  const [first] = runs;
  return clientCoverage(
    met as Parameters<typeof clientCoverage>[0],
    first?.session.mock.apiVersion as ApiVersion,
  );
}
