// The report for people who read it in a browser.
import { CASES_HEAD, COVERAGE_HEAD, caseCells, coverageCells, coverageLine } from '../coverage.ts';
import { failuresOf } from '../outcome.ts';
import type { Verification } from './report-registry.ts';
import { problemText } from './text.ts';

const cell = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');
const row = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: string[], rows: string[][]) => [row(head), row(head.map(() => '---')), ...rows.map(row)];

export function markdown({ pacts, coverage }: Verification): string {
  const failures = failuresOf(pacts);
  const broken = failures.map(({ pact, interaction: { description, request, problems } }) => [
    pact.consumer,
    description,
    request,
    problems.map(problemText).join('; '),
  ]);
  return [
    `## Contracts: ${failures.length === 0 ? 'all hold' : `${failures.length} broken`}`,
    '',
    ...table(
      ['consumer', 'interactions', 'broken', 'pact'],
      pacts.map((pact) => [
        pact.consumer,
        String(pact.interactions.length),
        String(pact.interactions.filter(({ problems }) => problems.length > 0).length),
        pact.source,
      ]),
    ),
    ...(broken.length > 0
      ? ['', ...table(['consumer', 'interaction', 'request', 'what is wrong'], broken)]
      : []),
    '',
    `${coverageLine(coverage)}.`,
    '',
    '<details><summary>Coverage</summary>',
    '',
    ...table(COVERAGE_HEAD, coverageCells(coverage.rows)),
    '',
    ...table(CASES_HEAD, caseCells(coverage)),
    '',
    '</details>\n',
  ].join('\n');
}
