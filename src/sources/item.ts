// An item of a source: its fields in a seed file, and how they are completed.
import * as z from 'zod';
import { namesOf, outcomes } from '../config/settings.ts';
import type { ErrorName } from '../errors/api-error.ts';
import { validatorOfSchema } from '../openapi/cloudglue.ts';
import { completeImage, completeMedia, isImage, isMedia, mediaRecord, mimeTypeOf } from './media.ts';

/** The errors that an item can have: a sync of it is refused. */
export const itemErrors = [
  'share-link-gated',
  'share-link-expired',
  'provider-rate-limited',
  'provider-unavailable',
  'item-not-found',
] as const satisfies ErrorName[];

/** Odd ways of paging, for listings of which all items have the same: an empty second page, or tokens that expire soon. */
export const listingQuirks = ['empty-page', 'expiring-tokens'] as const;
export type ListingQuirk = (typeof listingQuirks)[number];

/** In seconds, over 30 years. With a longer medium, dates could pass the year 9999, which clients cannot read. */
const LONGEST_MEDIA = 1_000_000_000;

/** The fields of any item in a seed file. Those that are left out are synthesized: always the same for one item. */
export const itemSeed = z
  .strictObject({
    size_bytes: z.int().min(0).optional(),
    mime_type: z.string().min(1).optional(),
    created_at: z.iso.datetime({ offset: true }).optional(),
    duration_seconds: z.number().positive().max(LONGEST_MEDIA).optional(),
    width: z.int().positive().optional(),
    height: z.int().positive().optional(),
    has_audio: z.boolean().optional(),
    outcome: z.enum(namesOf(outcomes)).optional(),
    error: z.enum(itemErrors).optional(),
    /** How many times each account gets the error before it can sync the item; without it, every time. */
    error_times: z.int().min(1).optional(),
  })
  .refine(({ error, error_times }) => error !== undefined || error_times === undefined, {
    path: ['error_times'],
    message: `is the number of times that error occurs, and there is no error: add one of ${itemErrors.join(', ')}, or leave error_times out`,
  });

/** The fields of an item that browsing lists. */
export const listedItemSeed = itemSeed.extend({ listing: z.enum(listingQuirks).optional() });
export type ItemSeed = z.input<typeof listedItemSeed>;

/** The date of an item without one: the last day but one of the seeded world. */
const DEFAULT_CREATED_AT = Date.parse('2026-01-13T09:00:00Z');

/** The farthest moment from the epoch that a date can hold, in milliseconds. */
const LATEST_DATE = 8.64e15;

/** Connectors add fields of their own to an item; no response is made of those. */
export const sourceItem = z.lazy(() =>
  z.object({
    /** Identifies the item, however the URI that led to it is spelled: items with one key are one file. */
    key: z.string(),
    /** The URI in its canonical form, as browsing shows it. */
    uri: z.string(),
    /** As browsing shows it. */
    name: z.string(),
    filename: z.string(),
    mimeType: z.string().nullable(),
    sizeBytes: z.int().min(0).nullable(),
    /** Milliseconds since the Unix epoch. */
    createdAt: z.int().min(-LATEST_DATE).max(LATEST_DATE),
    /** Null if it is neither video nor audio nor an image. */
    media: mediaRecord.nullable(),
    outcome: z.enum(namesOf(outcomes)),
    /** The error of a sync of this item; null if it can be synced. */
    error: z.enum(itemErrors).nullable(),
    /** How many times each account gets the error before it can sync the item; null: every time. */
    errorTimes: z.int().min(1).nullable(),
    listing: z.enum(listingQuirks).nullable(),
    sourceMetadata: validatorOfSchema('SourceMetadata').nullable(),
  }),
);
export type SourceItem = z.output<typeof sourceItem>;

export const isVideo = ({ media }: SourceItem): boolean => media?.type === 'video';

/** What a source's definition says of an item. */
interface Identity {
  uri: string;
  key?: string;
  name: string;
  filename?: string;
  /** For recordings, whose names have no extension. */
  mimeType?: string;
}

interface Described {
  key: string;
  filename: string;
  seed: ItemSeed;
}

/** The details of what can be made a file of; undefined for anything else. */
function detailsOf(mimeType: string, { key, filename, seed }: Described) {
  if (isImage(mimeType)) return completeImage(key, mimeType, seed);
  return isMedia(mimeType) ? completeMedia(key, filename, mimeType, seed) : undefined;
}

/** Completes an item from its seed: fields that the seed leaves out are drawn from the item's key. */
export function completeItem(seed: ItemSeed, identity: Identity): SourceItem {
  const { uri, key = uri, name } = identity;
  const mimeType = seed.mime_type ?? mimeTypeOf(name) ?? identity.mimeType ?? null;
  const filename = identity.filename ?? name;
  const known = mimeType === null ? undefined : detailsOf(mimeType, { key, filename, seed });
  return {
    key,
    uri,
    name,
    filename,
    mimeType,
    sizeBytes: known?.sizeBytes ?? seed.size_bytes ?? null,
    createdAt: seed.created_at ? Date.parse(seed.created_at) : DEFAULT_CREATED_AT,
    media: known?.media ?? null,
    outcome: seed.outcome ?? 'completed',
    error: seed.error ?? null,
    errorTimes: seed.error_times ?? null,
    listing: seed.listing ?? null,
    sourceMetadata: null,
  };
}
