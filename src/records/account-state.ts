// The schema of an account's whole state, against which snapshots and saved state are checked. It is made at its first
// use, like those of records and seeds: a start that needs none of them is a tenth faster.
import * as z from 'zod';
import { FASTEST, listings, namesOf, outcomes, SLOWEST, unknownUris, uploads } from '../config/settings.ts';
import { API_VERSIONS } from '../openapi/versions.ts';
import { changedConnector } from '../sources/connector-seed.ts';
import { LAST_MOMENT } from '../time/clock.ts';
import { collectionRecord } from './collection.ts';
import { collectionFileRecord } from './collection-file.ts';
import { deliveryRecord } from './delivery.ts';
import { faultRecord } from './fault.ts';
import { MOST_RULES } from './fault-rule.ts';
import { counter, moment } from './fields.ts';
import { fileRecord } from './file.ts';
import { importRecord } from './import.ts';
import { importRunRecord } from './import-run.ts';
import { tagRecord } from './tag.ts';
import { webhookRecord } from './webhook.ts';

const timesByKey = z.array(z.tuple([z.string(), counter.min(1)]));

/** What must hold of all rows of a table together: it finds them by id and by key, and would lose one of two. */
const listRules = (most: number) =>
  [
    [(rows: Keyed[]) => rows.length <= most, `must have at most ${most} records`],
    [(rows: Keyed[]) => areDifferent(rows, 'id'), 'must not have two records with the same id'],
    [(rows: Keyed[]) => areDifferent(rows, 'key'), 'must not have two records with the same key'],
  ] as const;

export type Keyed = { id: string; key: string };
const areDifferent = (rows: Keyed[], name: keyof Keyed) =>
  new Set(rows.map((row) => row[name])).size === rows.length;

const table = <Row extends z.ZodType<Keyed>>(row: Row, most = Number.POSITIVE_INFINITY) =>
  z.lazy(() =>
    z.strictObject({
      rows: listRules(most).reduce((rows, [holds, message]) => rows.refine(holds, message), z.array(row)),
      /** How often records with a key were deleted. */
      deletions: timesByKey,
    }),
  );

/** One more than can be added, for a key may bring a rule of its own. */
const MOST_FAULTS = MOST_RULES + 1;

/** Every kind of record. */
const tables = {
  files: table(fileRecord),
  collections: table(collectionRecord),
  collectionFiles: table(collectionFileRecord),
  tags: table(tagRecord),
  imports: table(importRecord),
  importRuns: table(importRunRecord),
  webhooks: table(webhookRecord),
  deliveries: table(deliveryRecord),
  faults: table(faultRecord, MOST_FAULTS),
};

export const tableNames = Object.keys(tables) as (keyof typeof tables)[];

const recordSchemas = new Map<keyof typeof tables, z.ZodType<Keyed>>();

/** The schema of one record of a kind. */
export function recordSchemaOf(name: keyof typeof tables): z.ZodType<Keyed> {
  // `unwrap` makes all of it anew.
  const schema = recordSchemas.get(name) ?? tables[name].unwrap().shape.rows.element;
  recordSchemas.set(name, schema);
  return schema;
}

const worldOverlay = z.lazy(() =>
  z
    .record(z.uuid(), changedConnector.nullable())
    .refine(
      (changed) => Object.entries(changed).every(([key, one]) => (one?.seed.id ?? key).toLowerCase() === key),
      'must have each connector under its own id, in lower case',
    ),
);

const accountParts = z.lazy(() =>
  z.strictObject({
    clock: z.strictObject({
      // Negative if the clock was paused for a while, or the account restored from an earlier time.
      offset: z.int().min(-LAST_MOMENT).max(LAST_MOMENT),
      /** When the clock was paused, or started, against that of the mock. */
      switchedAt: moment.optional(),
    }),
    /** They never decrease. Records without a source item get their ids from them. */
    counters: z.strictObject({
      uploads: counter,
      tags: counter,
      imports: counter,
      webhooks: counter,
      events: counter,
      creditsSpent: counter,
    }),
    /** The time, on the account's clock, up to which changes of status were announced to webhooks. */
    announcedAt: moment,
    /** Settings that differ from those of the mock. */
    settings: z.strictObject({
      apiVersion: z.enum(API_VERSIONS).optional(),
      speed: z.number().min(SLOWEST).max(FASTEST).optional(),
      unknownUris: z.enum(namesOf(unknownUris)).optional(),
      uploads: z.enum(namesOf(uploads)).optional(),
      outcome: z.enum(namesOf(outcomes)).optional(),
      listings: z.enum(namesOf(listings)).optional(),
      credits: counter.optional(),
      maxUpload: z.int().min(1).optional(),
    }),
    /** Connectors that differ from those of the mock, by id; null for a removed one. */
    world: worldOverlay,
    /** By key, how often items that fail a limited number of times have failed. */
    refusals: timesByKey,
  }),
);

export const accountState = z.lazy(() => accountParts.unwrap().extend(tables));

/** All of an account but its records. */
export const partsState = z.lazy(() =>
  accountParts.unwrap().extend({
    /** How often records with a key were deleted. */
    deletions: z.record(z.enum(tableNames), timesByKey),
  }),
);

export type AccountState = z.output<typeof accountState>;
export type AccountParts = z.output<typeof partsState>;
export type Tables = { [Name in keyof typeof tables]: AccountState[Name]['rows'][number] };
export type Counters = AccountState['counters'];

/** What counts toward the mock's limit of records: records, and keys of deleted records. */
export const countRecords = (state: AccountState): number =>
  tableNames.reduce((sum, name) => sum + state[name].rows.length + state[name].deletions.length, 0);

/** What is wrong with all rows of a table together, each of which is valid; undefined if nothing is. */
export const problemOfRows = (name: keyof Tables, rows: Keyed[]): string | undefined =>
  listRules(name === 'faults' ? MOST_FAULTS : Number.POSITIVE_INFINITY).find(([holds]) => !holds(rows))?.[1];
