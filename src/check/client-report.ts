// Turns the outcome of a check into a report.
import { coverageLine, coverageTables, percentText } from '../coverage/coverage-tables.ts';
import { redactText } from '../journal/redact.ts';
import { allRules } from '../judge/rule-registry.ts';
import type { Problem, Report, ReportCase, ReportGroup, ReportTable } from '../reports/report-model.ts';
import { counted } from '../reports/wording.ts';
import { shellWord } from '../util/shell.ts';
import type { KnownMistake } from './baseline.ts';
import type { CheckSettings } from './check-options.ts';
import { contractLines } from './contract.ts';
import { MET_WORDS, neverMetTable } from './never-met.ts';
import type { Finding, Outcome, RunOutcome } from './outcome.ts';
import type { ScenarioOutcome } from './scenarios/exam.ts';
import { examData, examGroup, examTable, scoreText } from './scenarios/exam-report.ts';

type Settings = Pick<
  CheckSettings,
  'command' | 'warningsAreErrors' | 'wholeCoverage' | 'minCoverage' | 'baseline' | 'updatesBaseline'
>;

const SILENT = [
  'The client never called the mock, so nothing could be judged. Let it take its base URL from CLOUDGLUE_BASE_URL and its API key from CLOUDGLUE_API_KEY,',
  'or name the variables that it reads: --env MY_API_URL=base --env MY_API_KEY=key. Where the address is fixed in its code, --redirect leads Node.js programs to the mock;',
  'in other languages, let the code take it from a variable, with the real address as its default.',
];

/**
 * The report on one or more runs of a command.
 * @param exam what came of the scenarios that it was run in
 */
export function clientReport(
  outcome: Outcome,
  settings: Settings,
  exam: readonly ScenarioOutcome[] = [],
): Report {
  const isExam = exam.length > 0 && outcome.requests > 0;
  return {
    by: 'cloudglue-mock check',
    title: `Client: ${[...(isExam ? [scoreText(exam)] : []), titleOf(outcome)].join('; ')}`,
    groups: [
      ...outcome.runs.map((run) => groupOf(run, settings)),
      ...(isExam ? [examGroup(exam)] : []),
      ...coverageGroup(outcome, settings),
    ],
    tables: [...tablesOf(outcome, settings), ...(isExam ? [examTable(exam)] : [])],
    lines: [...linesOf(outcome, settings), ...(isExam ? [`${scoreText(exam)}.`] : [])],
    data: { ...dataOf(outcome), ...(isExam && { scenarios: examData(exam) }) },
  };
}

function titleOf({ runs, requests, errors, warnings }: Outcome): string {
  const mistakes = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ].join(' and ');
  const found = requests === 0 ? 'it never called the mock' : mistakes || 'no mistakes';
  return runs.some(({ failure }) => failure !== undefined) ? `${found}; its command failed` : found;
}

const commandText = ({ command }: Pick<Settings, 'command'>) => redactText(command.map(shellWord).join(' '));

const groupOf = (run: RunOutcome, settings: Settings): ReportGroup => ({
  name: run.name,
  cases: [
    commandCase(run, settings),
    ...run.findings.map((finding) => findingCase(finding, settings)),
    ...soundCases(run),
  ],
});

function commandCase({ failure, session }: RunOutcome, settings: Settings): ReportCase {
  const { ending, report } = session;
  const problems: Problem[] = [];
  if (failure !== undefined)
    problems.push({ severity: 'error', kind: 'command', title: 'Error', text: failure });
  else if (report.requests === 0)
    problems.push({ severity: 'error', kind: 'silent', title: 'Error', text: 'it never called the mock' });
  return {
    name: 'the command',
    subject: commandText(settings),
    seconds: ending.seconds,
    problems,
    notes: ending.leftBehind && !ending.timedOut ? ['It left processes behind, which were ended.'] : [],
  };
}

function findingCase(finding: Finding, { warningsAreErrors }: Settings): ReportCase {
  const { rule, severity, operation, text, remedy, place, document, count, first } = finding;
  const times = count === 1 ? 'once' : `${count} times, first`;
  return {
    name: operation === null ? rule : `${rule} in ${operation}`,
    subject: `${first.method} ${first.path}, ${times} at ${new Date(first.at).toISOString()} (X-Request-Id ${first.id})`,
    seconds: 0,
    problems: [
      {
        severity: warningsAreErrors ? 'error' : severity,
        kind: rule,
        title: severity === 'error' ? 'Error' : 'Warning',
        text,
        ...(place !== null && { at: place }),
        ...(document !== null && { spec: document }),
      },
    ],
    notes: [`Remedy: ${remedy}.`],
  };
}

/** A case for each rule that the client did not break, so that a CI system has the same cases in each run. */
const soundCases = ({ findings }: RunOutcome): ReportCase[] =>
  allRules
    .filter(({ name }) => findings.every(({ rule }) => rule !== name))
    .map(({ name, summary }) => ({ name, subject: summary, seconds: 0, problems: [], notes: [] }));

/** The demand on coverage, where there is one. */
function coverageGroup(
  { coverage, requests }: Outcome,
  { minCoverage, wholeCoverage }: Settings,
): ReportGroup[] {
  if (minCoverage === undefined || requests === 0) return [];
  const hint = wholeCoverage ? '' : '; --coverage prints what was never met';
  const problem: Problem = {
    severity: 'error',
    kind: 'coverage',
    title: 'Error',
    text: `${percentText(coverage.percent)} of the statuses are met, and --min-coverage wants ${percentText(minCoverage)}${hint}`,
  };
  const problems = coverage.percent < minCoverage ? [problem] : [];
  return [{ name: 'coverage', cases: [{ name: 'enough is met', seconds: 0, problems, notes: [] }] }];
}

function tablesOf({ coverage, requests }: Outcome, { wholeCoverage }: Settings): ReportTable[] {
  if (requests === 0) return [];
  const [statuses, cases] = coverageTables(coverage, MET_WORDS);
  const detail = { isDetail: true, ...(!wholeCoverage && { only: 'markdown' as const }) };
  const whole = [
    { title: 'Coverage', ...withoutCases(statuses), ...detail },
    { title: 'Error cases', ...cases, ...detail },
  ];
  const missing = wholeCoverage ? undefined : neverMetTable(coverage);
  return [...(missing ? [missing] : []), ...whole];
}

/** The table without the error cases of each status: a table of their own has those that were never met. */
const withoutCases = ({ head, cells }: Pick<ReportTable, 'head' | 'cells'>) => ({
  head: head.toSpliced(CASES_COLUMN, 1),
  cells: cells.map((row) => row.toSpliced(CASES_COLUMN, 1)),
});
const CASES_COLUMN = 3;

/** How many mistakes a line names. */
const MOST_NAMED = 10;

const mistakeText = ({ rule, operation, kind }: KnownMistake) =>
  [rule, ...(operation === null ? [] : [`in ${operation}`]), ...(kind ? [`(${kind})`] : [])].join(' ');

function linesOf(outcome: Outcome, settings: Settings): string[] {
  const { requests, errors, warnings, dropped, known, gone, coverage, contract } = outcome;
  if (requests === 0) return SILENT;
  const { baseline = '', updatesBaseline, wholeCoverage } = settings;
  const fresh = baseline ? 'new ' : '';
  const ignored = Object.entries(outcome.ignored).map(([rule, count]) => `${rule} (${count})`);
  const named = gone.slice(0, MOST_NAMED).map(mistakeText).join(', ');
  const more = gone.length > MOST_NAMED ? `, and ${gone.length - MOST_NAMED} more` : '';
  return [
    `Coverage: ${coverageLine(coverage, MET_WORDS)}.${wholeCoverage ? '' : ' --coverage lists the rest, with how to meet it.'}`,
    ...(dropped > 0 ? [`${counted(dropped, 'further mistake')} of too many kinds to list.`] : []),
    ...(ignored.length > 0 ? [`Ignored: ${ignored.join(', ')}.`] : []),
    ...(known > 0
      ? [`${counted(known, 'mistake')} not counted, because ${baseline} has ${known === 1 ? 'it' : 'them'}.`]
      : []),
    ...(gone.length > 0 && !updatesBaseline
      ? [`No longer made: ${named}${more}. Take it out of ${baseline} with --update-baseline.`]
      : []),
    ...(contract ? contractLines(contract) : []),
    ...(updatesBaseline ? [`Written to ${baseline}: what this run found.`] : []),
    `${counted(requests, 'request')}: ${counted(errors, `${fresh}error`)}, ${counted(warnings, `${fresh}warning`)}.`,
  ];
}

const dataOf = ({ runs, coverage, ...counts }: Outcome) => ({
  ...counts,
  runs: runs.map(({ name, failure, findings, session: { ending, report } }) => ({
    name,
    command: { failure: failure ?? null, ...ending },
    requests: report.requests,
    findings,
    met: report.met,
  })),
  coverage,
});
