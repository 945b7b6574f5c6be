// How an account's world behaves: the settings that options start it with.

/** How a file's status moves on its plan. */
export const lifecycles = {
  timed: 'by the clock, which runs: pending for 2 s, processing for 6 s, then completed',
  polled: 'one step at each GET of a file, or of a file in a collection; the clock stands still',
  instant: 'at its end from the first answer on; the clock stands still',
  manual:
    'only when somebody advances the clock, in code or through the control plane; it stands still otherwise',
} as const;
export type Lifecycle = keyof typeof lifecycles;

/** What `speed` may be; a file that takes longer than months is one that never ends. */
export const SLOWEST = 0.000_001;
export const FASTEST = 1_000_000;

export interface Settings {
  lifecycle: Lifecycle;
  /** How many times faster than life files are processed. */
  speed: number;
  /** What a sync does with a well-formed URI that the source does not have. */
  unknownUris: 'refuse' | 'create';
  /** What the account can spend on public URLs that cost something. */
  credits: number;
  /** The largest file that can be uploaded, in bytes. */
  maxUpload: number;
  /** Hosts that events are sent to, beside this machine itself. */
  webhookHosts?: string | undefined;
}
