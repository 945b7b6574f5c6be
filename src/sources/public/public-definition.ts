// What anybody can reach without a connector: a source like a connector's, but of URLs that need no account.
import * as z from 'zod';
import { ApiError } from '../../errors/api-error.ts';
import type { FileSource, SourceDefinition } from '../definition.ts';
import { itemSeed } from '../item.ts';

export const publicSeed = itemSeed.extend({
  /** In any form that its source accepts. */
  url: z.string().min(1),
  /** Of a video that has no file name; drawn from its URL if left out. */
  title: z.string().min(1).optional(),
  /** Of a TikTok video: what follows the host in its short links. */
  short_code: z
    .string()
    .regex(/^[A-Za-z0-9]+$/)
    .optional(),
});
export type PublicSeed = z.input<typeof publicSeed>;

export interface PublicDefinition extends SourceDefinition<PublicSeed> {
  type: 'http' | 'tiktok' | 'loom' | 'youtube';
  /** What the files say of where they came from. */
  source: FileSource;
  /** The endpoint that makes files of it, beside the media endpoint of a collection, which always does. */
  door: 'POST /v1/files/sync' | null;
  /** Whether a URL that nobody seeded exists too. */
  open?: true;
  /** What a new file costs, in credits. */
  credits?: number;
  /** The items of the seeded world. */
  seeded: readonly PublicSeed[];
}

/** The reading of a URL on a source's host that is no video of it. */
export const unreadable = (uri: string, label: string, forms: readonly string[]) => ({
  error: ApiError.of('unreadable-url', uri, label, forms.join(', ')),
});
