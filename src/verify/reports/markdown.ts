// The report for people who read it in a browser.
import { CASES_HEAD, COVERAGE_HEAD, caseCells, coverageCells, coverageLine } from '../coverage.ts';
import { failuresOf, type PactOutcome } from '../outcome.ts';
import { brokenRows, type VersionOutcome } from '../version-outcome.ts';
import type { Verification } from './report-registry.ts';
import { named, pactCells, reasonsOf, versionCells } from './text.ts';

const cell = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');
const row = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: string[], rows: string[][]) => [row(head), row(head.map(() => '---')), ...rows.map(row)];

export function markdown({ pacts, versions }: Verification): string {
  const failures = failuresOf(pacts);
  const broken = failures.map(({ pact, interaction }) => [
    pact.consumer,
    named(interaction.description, pact),
    interaction.request,
    reasonsOf(interaction).join('; '),
  ]);
  return [
    `## Contracts: ${failures.length === 0 ? 'all hold' : `${failures.length} broken`}`,
    '',
    ...(versions.length > 1 ? tablesOfVersions(versions) : tableOfPacts(pacts)),
    ...(broken.length > 0
      ? ['', ...table(['consumer', 'interaction', 'request', 'what is wrong'], broken)]
      : []),
    ...versions.flatMap((one) => coverageOf(one, versions.length > 1)),
    '',
  ].join('\n');
}

const tableOfPacts = (pacts: readonly PactOutcome[]) =>
  table(
    ['consumer', 'interactions', 'broken', 'pact'],
    pacts.map((pact) => [
      pact.consumer,
      String(pact.interactions.length),
      String(pact.interactions.filter(({ problems }) => problems.length > 0).length),
      pact.source,
    ]),
  );

function tablesOfVersions(versions: readonly VersionOutcome[]): string[] {
  const rows = brokenRows(versions);
  const tables = [pactCells(versions), ...(rows.length > 0 ? [versionCells(versions, rows)] : [])];
  return tables.flatMap(([head = [], ...others], nth) => [...(nth > 0 ? [''] : []), ...table(head, others)]);
}

const coverageOf = ({ version, coverage }: VersionOutcome, isOneOfSeveral: boolean): string[] => [
  '',
  `${isOneOfSeveral ? `At ${version}: ` : ''}${coverageLine(coverage)}.`,
  '',
  '<details><summary>Coverage</summary>',
  '',
  ...table(COVERAGE_HEAD, coverageCells(coverage.rows)),
  '',
  ...table(CASES_HEAD, caseCells(coverage)),
  '',
  '</details>',
];
