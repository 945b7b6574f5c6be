// The report for people who read it in a browser.
import { casesToTell, type Report, type ReportTable } from './report-model.ts';
import { named, reasonsOf } from './wording.ts';

const cell = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');
const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;

const RESULTS = { failed: 'broken', passed: 'warning', uncounted: 'does not count' };

function tableOf({ title, head, cells }: ReportTable): string[] {
  const heading = title === undefined ? [] : [`### ${cell(title)}`, ''];
  return ['', ...heading, row(head), row(head.map(() => '---')), ...cells.map(row)];
}

function casesTable(report: Report): ReportTable[] {
  const cells = casesToTell(report).map(({ group, case: one, result }) => [
    group.name,
    named(one.name, group),
    one.subject ?? '',
    one.uncounted ?? RESULTS[result],
    reasonsOf(one).join('; '),
  ]);
  return cells.length > 0 ? [{ head: ['of', 'case', 'about', 'result', 'what is wrong'], cells }] : [];
}

export function markdown(report: Report): string {
  const tables = report.tables.filter(({ only }) => only !== 'text');
  return [
    `## ${cell(report.title)}`,
    ...tables.filter(({ isDetail }) => !isDetail).flatMap(tableOf),
    ...casesTable(report).flatMap(tableOf),
    ...report.lines.flatMap((line) => ['', cell(line)]),
    ...tables
      .filter(({ isDetail }) => isDetail)
      .flatMap(({ title, ...table }) => [
        '',
        `<details><summary>${cell(title ?? 'Details')}</summary>`,
        ...tableOf(table),
        '',
        '</details>',
      ]),
    '',
  ].join('\n');
}
