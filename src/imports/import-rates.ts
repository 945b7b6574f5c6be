// How fast runs of imports go: requests per second that providers allow, and the time that a page takes.
import type { Settings } from '../config/settings.ts';
import type { ConnectorType } from '../sources/definition.ts';

/** Files on a page of a listing; chosen. */
export const PAGE_SIZE = 20;
/** How long a run waits, in milliseconds at speed 1; chosen. */
const STARTS_AFTER = 500;

interface Rate {
  /** Requests per second, unless an import says otherwise. */
  usual: number;
  /** What a higher limit is lowered to. */
  most: number;
}

/** The vendor gives no usual rate of grain, recall and iconik: chosen. */
const RATES: Partial<Record<ConnectorType, Rate>> = {
  gong: { usual: 2, most: 3 },
  zoom: { usual: 6, most: 10 },
  'google-drive': { usual: 8, most: 20 },
  dropbox: { usual: 8, most: 20 },
  grain: { usual: 8, most: 10 },
  recall: { usual: 8, most: 10 },
  iconik: { usual: 8, most: 12 },
};
const OTHER: Rate = { usual: 8, most: 10 };

export interface Pace {
  startsAfter: number;
  /** Milliseconds that it takes to list a page and to bring its files in: a request for each of them. */
  durationOf(filesOnPage: number): number;
}

/** The pace of a run. Where a file needs no time to be processed, or is moved on by reading, a run needs none either. */
export function paceOf(
  type: ConnectorType,
  rateLimit: number | null,
  { lifecycle, speed }: Pick<Settings, 'lifecycle' | 'speed'>,
): Pace {
  const { usual, most } = RATES[type] ?? OTHER;
  const factor = lifecycle === 'instant' || lifecycle === 'polled' ? 0 : 1 / speed;
  const perRequest = (1_000 / Math.min(rateLimit ?? usual, most)) * factor;
  return {
    startsAfter: Math.round(STARTS_AFTER * factor),
    durationOf: (filesOnPage) => Math.round((1 + filesOnPage) * perRequest),
  };
}
