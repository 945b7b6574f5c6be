// Coverage as a report tells it: one line, and tables of what was met and of what never was.
import type { ReportTable } from '../reports/report-model.ts';
import type { Coverage } from './coverage.ts';

/** How a report speaks of what is covered: contracts pin answers, a client gets them. */
export interface CoverageWords {
  /** `pinned`, `met` */
  covered: string;
  /** Why an error case is not covered, if no reason is known. */
  notYet: string;
  /** What is told of an error case that is not covered; default: why. */
  reason?: string;
}

type Cells = Pick<ReportTable, 'head' | 'cells'>;

/** Rounded down, so that nothing is 100 that is not complete. */
export const percentText = (percent: number) => `${Math.floor(percent * 10) / 10}%`;

export const coverageLine = (
  { rows, covered, percent }: Coverage,
  { covered: word }: Pick<CoverageWords, 'covered'>,
) =>
  `${covered} of ${rows.length} statuses of ${new Set(rows.map(({ operation }) => operation)).size} operations are ${word} (${percentText(percent)})`;

/** Each status of each operation, and the error cases that never occurred. */
export const coverageTables = (
  { rows, casesNotCovered }: Coverage,
  { covered, notYet, reason = 'why' }: CoverageWords,
): [statuses: Cells, cases: Cells] => [
  {
    head: ['operation', 'status', `${covered} by`, 'error cases', 'the quickest way to it'],
    cells: rows.map(({ operation, status, coveredBy, cases, provoke }) => [
      operation,
      String(status),
      Object.entries(coveredBy)
        .map(([by, count]) => `${by} (${count})`)
        .join(', ') || 'none',
      cases.map(({ name, isCovered }) => `${isCovered ? '' : 'not '}${name}`).join(', '),
      provoke ?? '',
    ]),
  },
  {
    head: [`error case that is never ${covered}`, reason],
    cells: casesNotCovered.map((one) => [one.name, one.reason ?? notYet]),
  },
];
