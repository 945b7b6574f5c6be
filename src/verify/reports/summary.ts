// The summary in the terminal: each failure with the difference and its places, then the numbers.

import { printableLine } from '../../util/printable.ts';
import { CASES_HEAD, COVERAGE_HEAD, caseCells, coverageCells, coverageLine } from '../coverage.ts';
import { failuresOf } from '../outcome.ts';
import { brokenRows, type VersionOutcome } from '../version-outcome.ts';
import type { Verification } from './report-registry.ts';
import { counted, named, pactCells, reasonsOf, versionCells } from './text.ts';

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
  { pacts, versions }: Verification,
  { wholeCoverage, provider }: SummaryOptions,
): string {
  const failures = failuresOf(pacts);
  const failed = failures.map(({ pact, interaction }) => {
    const { description, request, states } = interaction;
    const given = states.length > 0 ? `, given ${states.join(', ')}` : '';
    return [
      `✗ ${named(`${pact.consumer}: ${description}`, pact)}`,
      `    ${request}${given} (${pact.source})`,
      ...reasonsOf(interaction).map((reason) => `    ${reason}`),
      '',
    ]
      .map(printableLine)
      .join('\n');
  });
  const each = versions[0]?.pacts ?? [];
  const interactions = each.reduce((sum, pact) => sum + pact.interactions.length, 0);
  const isComparison = versions.length > 1;
  const foreign = each.filter((pact) => pact.provider !== provider);
  return [
    ...failed,
    ...(isComparison ? comparison(versions) : []),
    `${counted(interactions, 'interaction')} in ${counted(each.length, 'pact')}${isComparison ? `, at ${versions.length} versions` : ''}: ${failures.length === 0 ? 'all hold' : `${failures.length} broken`}.`,
    ...foreign.map((pact) =>
      printableLine(
        `Verified as well: ${pact.source}, though its provider is ${JSON.stringify(pact.provider)}, not ${JSON.stringify(provider)}.`,
      ),
    ),
    ...versions.flatMap(({ version, coverage }) => [
      ...(wholeCoverage
        ? [
            columns([COVERAGE_HEAD, ...coverageCells(coverage.rows)]),
            columns([CASES_HEAD, ...caseCells(coverage)]),
          ]
        : []),
      `Coverage${isComparison ? ` at ${version}` : ''}: ${coverageLine(coverage)}.`,
    ]),
    '',
  ].join('\n');
}

/** The tables of what holds at which version. */
function comparison(versions: readonly VersionOutcome[]): string[] {
  const rows = brokenRows(versions);
  const tables = [pactCells(versions), ...(rows.length > 0 ? [versionCells(versions, rows)] : [])];
  return tables.map((cells) => `${columns(cells.map((row) => row.map(printableLine)))}\n`);
}
