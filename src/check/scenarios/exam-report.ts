// Turns the outcomes of an exam into the parts of a report: a case for each scenario, the table and the score.
import { redactText } from '../../journal/redact.ts';
import type { Problem, ReportCase, ReportGroup, ReportTable } from '../../reports/report-model.ts';
import type { ScenarioOutcome } from './exam.ts';
import type { Shortfall } from './expectations/expectation.ts';
import { type Step, stepText } from './trace.ts';

/** The most lines of the command's output that are shown of a scenario that failed. */
const MOST_LINES = 8;

export const examGroup = (outcomes: readonly ScenarioOutcome[]): ReportGroup => ({
  name: 'scenario',
  title: 'Scenarios',
  cases: outcomes.map(caseOf),
});

function caseOf({ scenario, session, shortfalls, result, toMeet }: ScenarioOutcome): ReportCase {
  const { name, summary, good } = scenario;
  return {
    name,
    subject: summary,
    seconds: session?.ending.seconds ?? 0,
    ...(result === 'not met' && { uncounted: 'not met' }),
    problems: shortfalls.map(problemOf),
    notes: [
      ...(toMeet === undefined ? [] : [sentence(toMeet)]),
      ...(result === 'failed' && good !== undefined ? [`A good client ${good}.`] : []),
      ...(result === 'failed' ? lastLines(session?.ending.output ?? '') : []),
    ],
  };
}

const sentence = (clause: string) => `${clause[0]?.toUpperCase()}${clause.slice(1)}.`;

const problemOf = ({ kind, text, remedy, steps }: Shortfall): Problem => ({
  severity: 'error',
  kind,
  text: `${redactText(text)}${shown(steps)}`,
  ...(remedy !== undefined && { remedy: sentence(redactText(remedy)) }),
});

const shown = (steps: readonly Step[]) => (steps.length === 0 ? '' : ` (${steps.map(stepText).join('; ')})`);

const lastLines = (output: string): string[] => {
  const lines = output.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.slice(-MOST_LINES).map((line) => `> ${redactText(line)}`);
};

/** The table of an exam: what came of each scenario, and what shows it. */
export const examTable = (outcomes: readonly ScenarioOutcome[]): ReportTable => ({
  head: ['scenario', 'result', 'what shows it'],
  cells: outcomes.map((outcome) => [outcome.scenario.name, outcome.result, proofOf(outcome)]),
});

function proofOf({ scenario, result, shortfalls, toMeet }: ScenarioOutcome): string {
  if (result === 'not met') return toMeet ?? '';
  const [first, ...more] = shortfalls;
  if (!first) return scenario.good ?? '';
  return `${first.kind}: ${shortened(redactText(first.text))}${more.length > 0 ? `, and ${more.length} more` : ''}`;
}

/** The most characters that a row of the table tells of what went wrong. */
const LONGEST_PROOF = 100;

const shortened = (text: string) =>
  text.length > LONGEST_PROOF ? `${text.slice(0, LONGEST_PROOF).trimEnd()}…` : text;

/** The score: `11 of 14 scenarios passed, 1 failed, 2 not met`. */
export function scoreText(outcomes: readonly ScenarioOutcome[]): string {
  const count = (wanted: string) => outcomes.filter(({ result }) => result === wanted).length;
  const others = (['failed', 'not met'] as const).flatMap((result) =>
    count(result) > 0 ? [`${count(result)} ${result}`] : [],
  );
  const passed = `${count('passed')} of ${outcomes.length} scenario${outcomes.length === 1 ? '' : 's'} passed`;
  return [passed, ...others].join(', ');
}

/** The outcomes as data for programs. */
export const examData = (outcomes: readonly ScenarioOutcome[]) =>
  outcomes.map(({ scenario, session, result, shortfalls, toMeet }) => ({
    name: scenario.name,
    summary: scenario.summary,
    result,
    shortfalls: shortfalls.map(({ kind, text, remedy = null, steps }) => ({
      kind,
      text: redactText(text),
      remedy,
      requests: steps.map(stepText),
    })),
    to_meet: toMeet ?? null,
    requests: session?.report.requests ?? 0,
    seconds: session?.ending.seconds ?? 0,
  }));
