// How fast runs of imports go: the requests per second that providers allow, and the time that a page takes.
import type { Settings } from '../config/settings.ts';
import { INDEXED_AFTER } from '../files/lifecycle.ts';
import type { ConnectorDefinition } from '../sources/definition.ts';

/** Files on a page of a listing; chosen. */
export const PAGE_SIZE = 20;

/** In milliseconds at speed 1; chosen. */
const STARTS_AFTER = 500;
const FOR_EACH_FILE = 50;
const COPIED_AFTER = 2_000;

/** All in milliseconds. */
export interface Pace {
  /** How long a run waits before it begins. */
  startsAfter: number;
  /** How long a request for a page takes. */
  listing: number;
  /** How long it takes to bring files in. */
  takingIn(files: number): number;
  /** How long it takes until the metadata of a page's files is indexed. */
  indexing: number;
  /** How long it takes to copy a file's picture, beside all else. */
  copying: number;
}

/** The pace of a run. Where a file needs no time to be processed, or is moved on by reading, a run needs none either. */
export function paceOf(
  { imports }: Pick<ConnectorDefinition, 'imports'>,
  rateLimit: number | null,
  { lifecycle, speed }: Pick<Settings, 'lifecycle' | 'speed'>,
): Pace {
  const factor = lifecycle === 'instant' || lifecycle === 'polled' ? 0 : 1 / speed;
  const { usualRate = 1, mostRate = 1 } = imports ?? {};
  // A limit above what the provider allows is lowered to it.
  const rate = Math.min(rateLimit ?? usualRate, mostRate);
  return {
    startsAfter: Math.round(STARTS_AFTER * factor),
    listing: Math.round((1_000 / rate) * factor),
    takingIn: (files) => Math.round(files * FOR_EACH_FILE * factor),
    indexing: Math.round(INDEXED_AFTER * factor),
    copying: Math.round(COPIED_AFTER * factor),
  };
}
