// What a newer version of the API could answer: fields and values of enums that the document does not have.
import { fieldsThatGrew } from '../../openapi/versions.ts';
import type { NetworkFaultDefinition, ResponseParts } from './network-fault.ts';

/** What is added to every record. */
const NEW_FIELD = { newer_field: { of: 'a newer version' } };
const NEW_VALUE = 'newer-value';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A record with a new value in each of the fields, as if it were of a kind that came with the newer version. */
const ofNewKind = (record: Json, fields: readonly string[]): Json => ({
  ...record,
  ...Object.fromEntries(
    fields.filter((name) => typeof record[name] === 'string').map((name) => [name, NEW_VALUE]),
  ),
});

/** The last of several records is of a new kind. What a client asked for by its id stays of the kind that it was. */
const newer = (records: readonly unknown[], fields: readonly string[]): unknown[] =>
  records.map((record, at) => {
    if (!isObject(record)) return record;
    const isNew = at > 0 && at === records.length - 1;
    return { ...(isNew ? ofNewKind(record, fields) : record), ...NEW_FIELD };
  });

export const newerVersion: NetworkFaultDefinition = {
  changeResponse({ headers, text }, { operation }): ResponseParts {
    const body = parsed(text);
    if (!isObject(body)) return { headers, text };
    const { data } = body;
    const value = {
      ...body,
      ...(Array.isArray(data) && { data: newer(data, fieldsThatGrew(operation)) }),
      ...NEW_FIELD,
    };
    return { headers, text: JSON.stringify(value), value };
  },
};
