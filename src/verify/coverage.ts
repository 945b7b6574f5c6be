// Which statuses of which operations the contracts pin, with the error cases that occurred.

import { casesOf, type ErrorName } from '../errors/catalogue.ts';
import { apiOf, type OperationId } from '../openapi/cloudglue.ts';
import type { ApiVersion } from '../openapi/versions.ts';
import type { PactOutcome } from './outcome.ts';
import { unpinnable } from './unpinnable.ts';

export interface CoverageRow {
  operation: OperationId;
  status: number;
  /** Consumers whose pacts pin it, each with how many interactions. */
  pinnedBy: Record<string, number>;
  /** Error cases of the catalogue with this status, and whether an interaction met each. */
  cases: { name: ErrorName; isPinned: boolean }[];
}

export interface Coverage {
  rows: CoverageRow[];
  pinned: number;
  /** Of the rows, from 0 to 100. */
  percent: number;
  /** Error cases that occurred in no interaction, with the reason where none can have them. */
  casesNotPinned: { name: ErrorName; reason?: string }[];
}

/** The coverage of pacts, of what a version of the API has; an interaction that does not hold pins nothing. */
export function coverageOf(pacts: readonly PactOutcome[], version: ApiVersion): Coverage {
  const holding = pacts.flatMap(({ consumer, interactions }) =>
    interactions.filter(({ problems }) => problems.length === 0).map((one) => ({ consumer, ...one })),
  );
  const { operationsById } = apiOf(version);
  const rows = [...operationsById.values()].flatMap(({ id, operation }) =>
    Object.keys(operation.responses)
      .map(Number)
      .map((status): CoverageRow => {
        const pins = holding.filter((one) => one.operation === id && one.status === status);
        const pinnedBy: Record<string, number> = {};
        for (const { consumer } of pins) pinnedBy[consumer] = (pinnedBy[consumer] ?? 0) + 1;
        const cases = status < 400 ? [] : casesOf(id, status);
        return {
          operation: id,
          status,
          pinnedBy,
          cases: cases.map((name) => ({ name, isPinned: pins.some(({ errorCase }) => errorCase === name) })),
        };
      }),
  );
  const pinned = rows.filter(({ pinnedBy }) => Object.keys(pinnedBy).length > 0).length;
  return { rows, pinned, percent: (100 * pinned) / rows.length, casesNotPinned: notPinned(rows) };
}

function notPinned(rows: readonly CoverageRow[]): Coverage['casesNotPinned'] {
  const cases = rows.flatMap((row) => row.cases);
  const pinned = new Set(cases.filter(({ isPinned }) => isPinned).map(({ name }) => name));
  const names = [...new Set(cases.map(({ name }) => name))].filter((name) => !pinned.has(name));
  return names.map((name) => ({ name, ...(unpinnable[name] && { reason: unpinnable[name] }) }));
}

/** Rounded down, so that nothing is 100 that is not complete. */
export const percentText = (percent: number) => `${Math.floor(percent * 10) / 10}%`;

export const coverageLine = ({ rows, pinned, percent }: Coverage) =>
  `${pinned} of ${rows.length} statuses of ${new Set(rows.map(({ operation }) => operation)).size} operations are pinned (${percentText(percent)})`;

/** The rows as cells, for tables. */
export const coverageCells = (rows: readonly CoverageRow[]): string[][] =>
  rows.map(({ operation, status, pinnedBy, cases }) => [
    operation,
    String(status),
    Object.entries(pinnedBy)
      .map(([consumer, count]) => `${consumer} (${count})`)
      .join(', ') || 'none',
    cases.map(({ name, isPinned }) => `${isPinned ? '' : 'not '}${name}`).join(', '),
  ]);

/** The error cases that nothing pins as cells, for tables. */
export const caseCells = ({ casesNotPinned }: Coverage): string[][] =>
  casesNotPinned.map(({ name, reason }) => [name, reason ?? 'no contract yet']);

export const CASES_HEAD = ['error case that nothing pins', 'why'];

export const COVERAGE_HEAD = ['operation', 'status', 'pinned by', 'error cases'];
