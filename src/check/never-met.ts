// What a client met of the API, and how it can meet the rest: most of it by an option of the same command.
import { type Coverage, type CoverageRow, coverageOf, type Met } from '../coverage/coverage.ts';
import type { CoverageWords } from '../coverage/coverage-tables.ts';
import { type ErrorName, errorNames, occursAt } from '../errors/catalogue.ts';
import { apiOf, endpointOf, type OperationId } from '../openapi/cloudglue.ts';
import type { ApiVersion } from '../openapi/versions.ts';
import type { FaultRule } from '../records/fault-rule.ts';
import type { ReportTable } from '../reports/report-model.ts';
import { shellWord } from '../util/shell.ts';

export const MET_WORDS: CoverageWords = {
  covered: 'met',
  notYet: 'only with options of the mock that this run does not have',
  reason: 'how to meet it',
};

/** The option that makes a client meet an error, without a change of the client. */
const faultOption = (rule: FaultRule): string => `--faults ${shellWord(JSON.stringify([rule]))}`;

const errorOption = (operation: OperationId, error: ErrorName) =>
  faultOption({ match: { operation }, error, times: 1 });

/** What clients met of a version of the API. */
export function clientCoverage(met: readonly Met[], version: ApiVersion): Coverage {
  const operations = [...apiOf(version).operationsById.keys()];
  const used = new Set(met.map(({ operation }) => operation));
  const reasons = errorNames.flatMap((name) => {
    const possible = operations.filter((id) => occursAt(name, id));
    // At an operation that the client calls, it need not even call another.
    const at = possible.find((id) => used.has(id)) ?? possible[0];
    return at ? [[name, errorOption(at, name)]] : [];
  });
  return coverageOf(met, {
    version,
    provoke(operation, status, [error]) {
      if (status < 400) return endpointOf(operation);
      return error ? errorOption(operation, error) : null;
    },
    reasons: Object.fromEntries(reasons),
  });
}

/** The errors that a client never met of each operation that it calls; none if it met all. */
export function neverMetTable({ rows }: Coverage): ReportTable | undefined {
  const isMet = ({ coveredBy }: CoverageRow) => Object.keys(coveredBy).length > 0;
  const missing = new Map(rows.filter(isMet).map(({ operation }) => [operation, [] as number[]]));
  for (const row of rows) if (row.status >= 400 && !isMet(row)) missing.get(row.operation)?.push(row.status);
  const cells = [...missing].flatMap(([operation, statuses]) =>
    statuses.length > 0 ? [[operation, statuses.join(', ')]] : [],
  );
  if (cells.length === 0) return undefined;
  return {
    title: 'What the client never met, of the operations that it calls',
    head: ['operation', 'errors'],
    cells,
    only: 'text',
  };
}
