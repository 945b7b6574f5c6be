// The settings of an account: how it behaves. Their initial values are those of the options.

import type { ApiVersion } from '../openapi/versions.ts';

/** How a file's status changes. */
export const lifecycles = {
  timed: 'with the running clock: pending for 2 s, processing for 6 s, then completed',
  polled: 'one step with each GET of a file, or of a file in a collection; the clock stands still',
  instant: 'final from the first answer on; the clock stands still',
  manual: 'only when the clock is advanced, in code or through the control plane; otherwise it stands still',
} as const;
export type Lifecycle = keyof typeof lifecycles;

/** The limits of `speed`. At the lowest, processing a file takes months. */
export const SLOWEST = 0.000_001;
export const FASTEST = 1_000_000;

/** What to do with a well-formed URI that its source does not have. */
export const unknownUris = {
  public:
    'synthesize a file with stable details for a public URL, and refuse a URI that a connector does not have (404)',
  create: 'synthesize a file for any URI',
  refuse: 'refuse every URI',
} as const;
export type UnknownUris = keyof typeof unknownUris;

/** Which uploads are accepted. */
export const uploads = {
  named: 'video or audio by its name or content type, unless its first bytes are of another type',
  strict: 'only video or audio by its first bytes',
} as const;
export type Uploads = keyof typeof uploads;

/** How the processing of a file ends. */
export const outcomes = {
  completed: 'it succeeds',
  failed: 'it fails',
  processing: 'it never ends',
  not_applicable: 'there is nothing to process',
} as const;
export type Outcome = keyof typeof outcomes;

/** How connectors page what they list. */
export const listings = {
  usual: 'as the items that are listed say',
  'empty-page': 'in several pages, of which the second is empty',
  'expiring-tokens': "in several pages, with tokens that expire after 10 seconds on the account's clock",
} as const;
export type Listings = keyof typeof listings;

/** The names of the choices. */
export const namesOf = <Name extends string>(choices: Record<Name, string>): [Name, ...Name[]] =>
  Object.keys(choices) as [Name, ...Name[]];

export interface Settings {
  /** The version of the API that requests are answered as. */
  apiVersion: ApiVersion;
  lifecycle: Lifecycle;
  /** How many times faster than real time files are processed; default 1. */
  speed: number;
  /** What a sync does with a well-formed URI that its source does not have. */
  unknownUris: UnknownUris;
  /** Which uploads are accepted. */
  uploads: Uploads;
  /** How the processing of a file ends, unless its item says that it ends otherwise than completed. */
  outcome: Outcome;
  /** How connectors page what they list. */
  listings: Listings;
  /** Credits that the account can spend on public URLs that cost credits. */
  credits: number;
  /** The largest file that can be uploaded, in bytes. */
  maxUpload: number;
  /** Hosts that webhook events may be sent to in addition to this machine, separated by commas. */
  webhookHosts?: string | undefined;
}
