// What a public source is: a source of URLs that anybody can open, without a connector.
import * as z from 'zod';
import { ApiError } from '../../errors/api-error.ts';
import type { FileSource, SourceDefinition } from '../definition.ts';
import { itemSeed } from '../item.ts';

export const publicSeed = z.lazy(() =>
  itemSeed.extend({
    /** In any form that its source accepts. */
    url: z.string().min(1),
    /** Of a video that has no file name; drawn from its URL if left out. */
    title: z.string().min(1).optional(),
    /** Of a TikTok video: what follows the host in its short links. */
    short_code: z
      .string()
      .regex(/^[A-Za-z0-9]+$/)
      .optional(),
  }),
);
export type PublicSeed = z.input<typeof publicSeed>;

export interface PublicDefinition extends SourceDefinition<PublicSeed> {
  /** The field `source` of its files. */
  source: FileSource;
  /** Whether its URLs can only be added to a collection; the others can be synced too. */
  collectionsOnly?: true;
  /** Whether every well-formed URL exists, also one that is not seeded. */
  open?: true;
  /** What a new file costs, in credits. */
  credits?: number;
  /** The items of the seeded world. */
  seeded: readonly PublicSeed[];
}

/** The reading of a URL that is on the source's host but is not the URL of a video. */
export const unreadable = (uri: string, label: string, forms: readonly string[]) => ({
  error: ApiError.of('unreadable-url', uri, label, forms.join(', ')),
});
