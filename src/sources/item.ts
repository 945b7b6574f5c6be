// One item at a source: what a seed file says of it, and what the program makes of that.
import * as z from 'zod';
import type { ErrorName } from '../errors/api-error.ts';
import { validatorOfSchema } from '../openapi/cloudglue.ts';
import { completeMedia, isMedia, mediaRecord, mimeTypeOf } from './media.ts';

/** The refusals that an item of a source can stand for. */
export const itemErrors = [
  'share-link-gated',
  'share-link-expired',
  'provider-rate-limited',
  'provider-unavailable',
  'item-not-found',
] as const satisfies ErrorName[];

/** How processing ends; `processing`: it never does. */
export const outcomes = ['completed', 'failed', 'processing', 'not_applicable'] as const;

/** How a listing that holds nothing else pages: through an empty page, or by tokens that are soon refused. */
export const listingQuirks = ['empty-page', 'expiring-tokens'] as const;
export type ListingQuirk = (typeof listingQuirks)[number];

/** Over 30 years, in seconds: what ends later than that would have no date that clients can read. */
const LONGEST_MEDIA = 1_000_000_000;

/** The fields that an item of every source has in a seed file; what is left out is made up, stable. */
export const itemSeed = z
  .strictObject({
    size_bytes: z.int().min(0).optional(),
    mime_type: z.string().min(1).optional(),
    created_at: z.iso.datetime({ offset: true }).optional(),
    duration_seconds: z.number().positive().max(LONGEST_MEDIA).optional(),
    width: z.int().positive().optional(),
    height: z.int().positive().optional(),
    has_audio: z.boolean().optional(),
    outcome: z.enum(outcomes).optional(),
    error: z.enum(itemErrors).optional(),
    /** How often an account meets the error before the item is as any other; for ever if left out. */
    error_times: z.int().min(1).optional(),
  })
  .refine(({ error, error_times }) => error !== undefined || error_times === undefined, {
    path: ['error_times'],
    message: `says how often error is met, and there is no error: add one of ${itemErrors.join(', ')}, or leave error_times out`,
  });

/** The fields of an item that browsing lists. */
export const listedItemSeed = itemSeed.extend({ listing: z.enum(listingQuirks).optional() });
export type ItemSeed = z.input<typeof listedItemSeed>;

/** Where an item without a date of its own was made: the seeded world's last day but one. */
const DEFAULT_CREATED_AT = Date.parse('2026-01-13T09:00:00Z');

/** The farthest moment that a date can hold, both ways, in milliseconds. */
const LATEST_DATE = 8.64e15;

/** Connectors add fields of their own to an item; nothing that is answered comes from those. */
export const sourceItem = z.object({
  /** What the item is, whatever the spelling of the URI that led to it: the key of idempotency. */
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
  /** Null for what is no video or audio. */
  media: mediaRecord.nullable(),
  outcome: z.enum(outcomes),
  /** The refusal that a sync of this item meets, if it meets one. */
  error: z.enum(itemErrors).nullable(),
  /** How often an account meets it before the item is as any other; null: for ever. */
  errorTimes: z.int().min(1).nullable(),
  listing: z.enum(listingQuirks).nullable(),
  sourceMetadata: validatorOfSchema('SourceMetadata').nullable(),
});
export type SourceItem = z.output<typeof sourceItem>;

/** What only the connector can know of an item. */
interface Identity {
  uri: string;
  key?: string;
  name: string;
  filename?: string;
  /** For recordings, whose names have no extension. */
  mimeType?: string;
}

/** Completes an item from its seed: what the seed leaves out is drawn from the item's key. */
export function completeItem(seed: ItemSeed, identity: Identity): SourceItem {
  const { uri, key = uri, name } = identity;
  const mimeType = seed.mime_type ?? mimeTypeOf(name) ?? identity.mimeType ?? null;
  const filename = identity.filename ?? name;
  const known = mimeType && isMedia(mimeType) ? completeMedia(key, filename, mimeType, seed) : null;
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
