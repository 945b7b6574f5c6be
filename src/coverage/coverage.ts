// Which statuses of which operations were met, with the error cases that occurred, by whatever asked for them: the
// contracts of consumers, or the requests of a client.
import { casesOf, type ErrorName } from '../errors/catalogue.ts';
import { apiOf, type OperationId } from '../openapi/cloudglue.ts';
import type { ApiVersion } from '../openapi/versions.ts';

/** One answer that was met. */
export interface Met {
  /** Null for a request that reaches no operation. */
  operation: OperationId | null;
  status: number | null;
  errorCase: ErrorName | null;
  /** Who met it: a consumer, a client. */
  by: string;
  /** How many times; default: once. */
  count?: number;
}

export interface CoverageRow {
  operation: OperationId;
  status: number;
  /** Who met it, each with how many times. */
  coveredBy: Record<string, number>;
  /** Error cases of the catalogue with this status, and whether each occurred. */
  cases: { name: ErrorName; isCovered: boolean }[];
  /** The quickest way to meet it; null if it was met, or if there is none. */
  provoke: string | null;
}

export interface Coverage {
  rows: CoverageRow[];
  covered: number;
  /** Of the rows, from 0 to 100. */
  percent: number;
  /** Error cases that never occurred, with the reason where they cannot. */
  casesNotCovered: { name: ErrorName; reason?: string }[];
}

interface CoverageOptions {
  version: ApiVersion;
  /** The quickest way to meet a status of an operation, of an error in one of these cases. */
  provoke: (operation: OperationId, status: number, cases: readonly ErrorName[]) => string | null;
  /** Why an error case cannot be met. */
  reasons?: Partial<Record<ErrorName, string>>;
}

/** What of a version of the API was met. The work is that of one walk over what was met, and one over the document. */
export function coverageOf(
  met: Iterable<Met>,
  { version, provoke, reasons = {} }: CoverageOptions,
): Coverage {
  const counts = new Map<string, Map<string, number>>();
  const occurred = new Set<string>();
  for (const { operation, status, errorCase, by, count = 1 } of met) {
    const key = `${operation} ${status}`;
    const byWhom = counts.get(key) ?? new Map<string, number>();
    counts.set(key, byWhom.set(by, (byWhom.get(by) ?? 0) + count));
    if (errorCase !== null) occurred.add(`${key} ${errorCase}`);
  }
  const rows = [...apiOf(version).operationsById.values()].flatMap(({ id, operation }) =>
    Object.keys(operation.responses)
      .map(Number)
      .map((status): CoverageRow => {
        const key = `${id} ${status}`;
        const coveredBy = Object.fromEntries(counts.get(key) ?? []);
        const cases = (status < 400 ? [] : casesOf(id, status)).map((name) => ({
          name,
          isCovered: occurred.has(`${key} ${name}`),
        }));
        const names = cases.map(({ name }) => name);
        const isCovered = counts.has(key);
        return {
          operation: id,
          status,
          coveredBy,
          cases,
          provoke: isCovered ? null : provoke(id, status, names),
        };
      }),
  );
  const covered = rows.filter(({ operation, status }) => counts.has(`${operation} ${status}`)).length;
  return {
    rows,
    covered,
    percent: (100 * covered) / rows.length,
    casesNotCovered: notCovered(rows, reasons),
  };
}

function notCovered(
  rows: readonly CoverageRow[],
  reasons: Partial<Record<ErrorName, string>>,
): Coverage['casesNotCovered'] {
  const cases = rows.flatMap((row) => row.cases);
  const covered = new Set(cases.filter(({ isCovered }) => isCovered).map(({ name }) => name));
  const names = [...new Set(cases.map(({ name }) => name))].filter((name) => !covered.has(name));
  return names.map((name) => ({ name, ...(reasons[name] && { reason: reasons[name] }) }));
}
