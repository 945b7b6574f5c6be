// The settings of an account: how it behaves. They begin with the values of the options.

import type { ApiVersion } from '../openapi/versions.ts';

/** How a file's status changes. */
export const lifecycles = {
  timed: 'by the clock, which runs: pending for 2 s, processing for 6 s, then completed',
  polled: 'one step at each GET of a file, or of a file in a collection; the clock stands still',
  instant: 'at its end from the first answer on; the clock stands still',
  manual:
    'only when somebody advances the clock, in code or through the control plane; it stands still otherwise',
} as const;
export type Lifecycle = keyof typeof lifecycles;

/** The limits of `speed`; at the lowest a file takes months. */
export const SLOWEST = 0.000_001;
export const FASTEST = 1_000_000;

/** What is done with a well-formed URI that its source does not have. */
export const unknownUris = {
  public:
    'create a file with made-up but stable details of a public URL, and refuse what a connector does not have (404)',
  create: 'create one of any',
  refuse: 'refuse all',
} as const;
export type UnknownUris = keyof typeof unknownUris;

/** Which uploads are taken. */
export const uploads = {
  named:
    'whatever its name or content type calls video or audio, unless its first bytes are those of something else',
  strict: 'only what its first bytes tell to be video or audio',
} as const;
export type Uploads = keyof typeof uploads;

/** The names of what may be chosen. */
export const namesOf = <Name extends string>(choices: Record<Name, string>): [Name, ...Name[]] =>
  Object.keys(choices) as [Name, ...Name[]];

export interface Settings {
  /** The version of the API that requests are answered as. */
  apiVersion: ApiVersion;
  lifecycle: Lifecycle;
  /** How many times faster than real time files are processed. */
  speed: number;
  /** What a sync of a well-formed URI does that the source does not have. */
  unknownUris: UnknownUris;
  /** Which uploads are accepted. */
  uploads: Uploads;
  /** Credits that the account can spend on public URLs with a price. */
  credits: number;
  /** The largest file that can be uploaded, in bytes. */
  maxUpload: number;
  /** Hosts that events are sent to, in addition to this machine; separated by commas. */
  webhookHosts?: string | undefined;
}
