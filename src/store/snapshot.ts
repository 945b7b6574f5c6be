// What a snapshot of an account must look like to be restored: whatever is let in here is answered later.
import * as z from 'zod';
import { FASTEST, lifecycles, namesOf, SLOWEST, unknownUris, uploads } from '../config/settings.ts';
import { validatorOfField, validatorOfSchema } from '../openapi/cloudglue.ts';
import { ruleField } from '../records/fault-rule.ts';
import { itemErrors, listingQuirks, outcomes } from '../sources/item.ts';
import { LAST_MOMENT } from '../time/clock.ts';
import { changedConnector } from '../world/seed-file.ts';
import type { Keyed } from './table.ts';

export const DATA_FORMAT = 'cloudglue-mock data';
export const DATA_VERSION = 1;

const count = z.int().min(0);
/** What is counted on must stay exact. */
const counter = count.max(1e15);
/** A moment or a length of time in milliseconds, of which sums are exact, too. */
const moment = count.max(4e15);
/** The farthest moment that a date can hold, both ways, in milliseconds. */
const LATEST_DATE = 8.64e15;
const id = z.string().min(1);

const media = z.strictObject({
  type: z.enum(['video', 'audio']),
  durationSeconds: z.number().min(0),
  width: count.nullable(),
  height: count.nullable(),
  hasAudio: z.boolean(),
  sampleRate: count.nullable(),
  channels: count.nullable(),
  bitrate: count.nullable(),
  format: z.string(),
});

/** Connectors add fields of their own to an item; nothing that is answered comes from those. */
const item = z.looseObject({
  key: z.string(),
  uri: z.string(),
  name: z.string(),
  filename: z.string(),
  mimeType: z.string().nullable(),
  sizeBytes: count.nullable(),
  createdAt: z.int().min(-LATEST_DATE).max(LATEST_DATE),
  media: media.nullable(),
  outcome: z.enum(outcomes),
  error: z.enum(itemErrors).nullable(),
  errorTimes: z.int().min(1).nullable(),
  listing: z.enum(listingQuirks).nullable(),
  sourceMetadata: validatorOfSchema('SourceMetadata').nullable(),
});

const keyed = { id, key: z.string() };
const planned = {
  ...keyed,
  createdAt: moment,
  // Less than nothing where a step was planned on a clock that is behind the one on which the file was made.
  plan: z.array(
    z.strictObject({ after: z.int().min(-4e15).max(4e15), status: validatorOfField('File', 'status') }),
  ),
  stepsRead: count,
};

const file = z.strictObject({
  ...planned,
  source: validatorOfField('File', 'source'),
  item,
  filename: z.string().min(1),
  metadata: z.record(z.string(), z.unknown()).nullable(),
});

const collection = z.strictObject({
  ...keyed,
  name: z.string(),
  description: z.string().nullable(),
  type: validatorOfField('Collection', 'collection_type'),
  configs: z.strictObject({
    describe_config: validatorOfField('NewCollection', 'describe_config').optional(),
    extract_config: validatorOfField('NewCollection', 'extract_config').optional(),
    transcribe_config: validatorOfField('NewCollection', 'transcribe_config').optional(),
    face_detection_config: validatorOfField('NewCollection', 'face_detection_config').optional(),
    default_segmentation_config: validatorOfField('NewCollection', 'default_segmentation_config').optional(),
    default_thumbnails_config: validatorOfField('NewCollection', 'default_thumbnails_config').optional(),
  }),
  createdAt: moment,
});

const collectionFile = z.strictObject({
  ...planned,
  // When it begins and when it ends.
  plan: planned.plan.length(2),
  collectionId: id,
  fileId: id,
  segmentation: z.strictObject({ id: z.uuid(), config: validatorOfSchema('SegmentationConfig') }),
});

const event = validatorOfSchema('WebhookEvents');

const endpoint = z.url({ protocol: /^https?$/ });

const webhook = z.strictObject({
  ...keyed,
  endpoint,
  description: z.string().optional(),
  active: z.boolean(),
  events: z.array(event),
  secret: z.string(),
  createdAt: moment,
  origin: z.string(),
});

const delivery = z.strictObject({
  ...keyed,
  webhookId: id,
  endpoint,
  eventId: z.string(),
  eventType: event,
  fileId: id,
  state: z.enum(['pending', 'delivered', 'failed', 'refused', 'cancelled']),
  attempts: z.array(z.strictObject({ at: moment, status: z.int().nullable(), error: z.string().nullable() })),
  body: z.strictObject({
    event_id: z.string(),
    event_type: event,
    payload: z.record(z.string(), z.unknown()),
  }),
});

const window = z.strictObject({ startedAt: z.int(), used: counter });

const fault = z.strictObject({
  ...keyed,
  rule: ruleField,
  calls: counter,
  fired: counter,
  window: window.nullable(),
});

const settings = z.strictObject({
  speed: z.number().min(SLOWEST).max(FASTEST).optional(),
  unknownUris: z.enum(namesOf(unknownUris)).optional(),
  uploads: z.enum(namesOf(uploads)).optional(),
  credits: counter.optional(),
  maxUpload: z.int().min(1).optional(),
});

const timesByKey = z.array(z.tuple([z.string(), counter.min(1)]));

const isEachOnce = (values: string[]) => new Set(values).size === values.length;

/** A table finds its rows by id and by key: of two with the same one, the first would be lost. */
const table = (row: z.ZodType<Keyed>) =>
  z.strictObject({
    rows: z
      .array(row)
      .refine((rows) => isEachOnce(rows.map((one) => one.id)), 'must not have two records with one id')
      .refine((rows) => isEachOnce(rows.map((one) => one.key)), 'must not have two records with one key'),
    deletions: timesByKey,
  });

const world = z
  .record(z.uuid(), changedConnector.nullable())
  .refine(
    (changed) => Object.entries(changed).every(([key, one]) => (one?.seed.id ?? key).toLowerCase() === key),
    'must have each connector under its own id, in lower case',
  );

/** The mock's clock. */
const mockClock = z.strictObject({ offset: count.max(LAST_MOMENT) });

const fields = {
  // Less than nothing where an account was put back that was behind the mock's clock.
  clock: z.strictObject({ offset: z.int().min(-LAST_MOMENT).max(LAST_MOMENT) }),
  counters: z.strictObject({
    uploads: counter,
    webhooks: counter,
    events: counter,
    creditsSpent: counter,
  }),
  announcedAt: moment,
  settings,
  world,
  refusals: timesByKey,
};

export const accountSnapshot = z.strictObject({
  ...fields,
  files: table(file),
  collections: table(collection),
  collectionFiles: table(collectionFile),
  webhooks: table(webhook),
  deliveries: table(delivery),
  faults: table(fault),
});

/** Changes of a table: ids that are gone, then how often records of keys were deleted, then records as they are now. */
const changesOf = (row: z.ZodType<Keyed>) =>
  z
    .strictObject({ gone: z.array(id), deletions: timesByKey, rows: z.array(row) })
    .partial()
    .optional();

/** A moment on a clock that nobody moved. */
const written = count.max(LAST_MOMENT);

/** Changes of one account, as a line of a data file has them. */
export const accountPatch = z.strictObject({
  at: written.optional(),
  account: id,
  replaces: z.literal(true).optional(),
  forgotten: z.literal(true).optional(),
  continues: z.literal(true).optional(),
  ...z.object(fields).partial().shape,
  files: changesOf(file),
  collections: changesOf(collection),
  collectionFiles: changesOf(collectionFile),
  webhooks: changesOf(webhook),
  deliveries: changesOf(delivery),
  faults: changesOf(fault),
});

/** Changes of the mock itself, as a line of a data file has them. */
export const mockPatch = z.strictObject({
  at: written.optional(),
  mock: z.strictObject({ clock: mockClock }),
});

/** The first line of a data file. */
export const dataHeader = z.strictObject({
  format: z.literal(DATA_FORMAT),
  version: z.literal(DATA_VERSION),
  lifecycle: z.enum(namesOf(lifecycles)),
  startTime: written.nullable(),
  madeAt: written,
  at: written,
  clock: mockClock,
});
