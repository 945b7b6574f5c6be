// The summary in the terminal: each failure with the difference and its places, then the numbers.

import { printableLine } from '../../util/printable.ts';
import { CASES_HEAD, COVERAGE_HEAD, caseCells, coverageCells, coverageLine } from '../coverage.ts';
import { failuresOf } from '../outcome.ts';
import type { Verification } from './report-registry.ts';
import { counted, problemText } from './text.ts';

interface SummaryOptions {
  wholeCoverage: boolean;
  /** The name that pacts should have for the provider. */
  provider: string;
}

function columns(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd())
    .join('\n');
}

export function summary(
  { pacts, coverage }: Verification,
  { wholeCoverage, provider }: SummaryOptions,
): string {
  const failures = failuresOf(pacts);
  const interactions = pacts.reduce((sum, pact) => sum + pact.interactions.length, 0);
  const failed = failures.map(({ pact, interaction: { description, request, states, problems } }) =>
    [
      printableLine(`✗ ${pact.consumer}: ${description}`),
      printableLine(
        `    ${request}${states.length > 0 ? `, given ${states.join(', ')}` : ''} (${pact.source})`,
      ),
      ...problems.map((problem) => printableLine(`    ${problemText(problem)}`)),
      '',
    ].join('\n'),
  );
  const foreign = pacts.filter((pact) => pact.provider !== provider);
  const tables = wholeCoverage
    ? [
        columns([COVERAGE_HEAD, ...coverageCells(coverage.rows)]),
        columns([CASES_HEAD, ...caseCells(coverage)]),
      ]
    : [];
  return [
    ...failed,
    `${counted(interactions, 'interaction')} in ${counted(pacts.length, 'pact')}: ${failures.length === 0 ? 'all hold' : `${failures.length} broken`}.`,
    ...foreign.map((pact) =>
      printableLine(
        `Verified as well: ${pact.source}, though its provider is ${JSON.stringify(pact.provider)}, not ${JSON.stringify(provider)}.`,
      ),
    ),
    ...tables,
    `Coverage: ${coverageLine(coverage)}.`,
    '',
  ].join('\n');
}
