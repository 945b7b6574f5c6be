// The report for a terminal: each case with something wrong, then tables, then the numbers.
import { casesToTell, type Report, type ReportTable } from './report-model.ts';
import { named, reasonsOf } from './wording.ts';

const MARKS = { failed: '✗', passed: '!', uncounted: '-' };

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd())
    .join('\n');
}

const tableText = ({ title, head, cells }: ReportTable) =>
  `${title === undefined ? '' : `${title}:\n`}${columns([head, ...cells])}\n`;

export function text(report: Report): string {
  const cases = casesToTell(report).map(({ group, case: one, result }) => {
    const uncounted = one.uncounted === undefined ? '' : ` (${one.uncounted})`;
    const source = group.source === undefined ? '' : ` (${group.source})`;
    return [
      `${MARKS[result]} ${named(`${group.name}: ${one.name}`, group)}${uncounted}`,
      ...(one.subject === undefined ? [] : [`    ${one.subject}${source}`]),
      ...reasonsOf(one).map((reason) => `    ${reason}`),
      '',
    ].join('\n');
  });
  return [
    ...cases,
    ...report.tables.filter(({ only }) => only !== 'markdown').map(tableText),
    ...report.lines,
    '',
  ].join('\n');
}
