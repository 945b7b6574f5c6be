// What an import cannot be asked for.
import * as z from 'zod';

import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import type { Schemas } from '../openapi/cloudglue.ts';
import { NEWEST } from '../openapi/versions.ts';
import type { ImportRecord } from '../records/import.ts';
import { lookBack } from '../sources/browse.ts';
import type { Connector } from '../sources/source.ts';

type Filters = ImportRecord['filters'];

/** The connector of an import. Throws ApiError (400) if there is none with that id, or it cannot be imported from. */
export function importableConnector(account: Account, id: string): Connector {
  const connector = account.connectors.get(id.toLowerCase());
  if (!connector) throw ApiError.of('connector-not-found', id).as(400);
  const { type, imports } = connector.definition;
  if (!imports) throw ApiError.of('connector-not-importable', type);
  return connector;
}

/** Throws ApiError for options that only make sense where metadata is indexed. */
export function refuseOptionsOfMetadata(
  type: ImportRecord['type'],
  given: Pick<Schemas['CreateMetadataImportRunRequest'], 'include_thumbnails' | 'enrich_metadata'>,
): void {
  if (type === 'metadata') return;
  for (const option of ['include_thumbnails', 'enrich_metadata'] as const) {
    if (given[option]) throw ApiError.of('import-option-of-metadata', option);
  }
}

/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
const isDay = (text: string) => z.iso.date().safeParse(text).success;

/** Throws ApiError for filters that the connector does not know, and for days that are none. */
export function refuseFilters({ definition }: Connector, filters: Filters): void {
  for (const [nth, set] of filters.entries()) {
    for (const name of Object.keys(set) as (keyof Filters[number])[]) {
      if (!definition.filters[name]) {
        throw ApiError.of(
          'import-filter-unsupported',
          name,
          definition.type,
          Object.keys(definition.filters).join(', '),
        );
      }
    }
    for (const name of ['from', 'to'] as const) {
      if (set[name] !== undefined && !isDay(set[name]))
        throw ApiError.of(
          'invalid-request',
          `body field "filters[${nth}].${name}" must be a date written YYYY-MM-DD`,
        );
    }
  }
}

/** Filters as they are stored: where a provider would choose the first day, it is written down. */
export function withLookBack({ definition }: Connector, filters: Filters, now: number): Filters {
  const { from } = lookBack(definition, { version: NEWEST, now });
  if (from === undefined) return filters;
  return (filters.length > 0 ? filters : [{}]).map((set) => ({ from, ...set }));
}
