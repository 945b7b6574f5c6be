// Made by `npm run generate` from src/config/options.ts. Never edit it by hand.
import type { FaultRule } from '../../records/fault-rule.ts';

/** Options of `createMock()`; the command line and the environment know the same. */
export interface MockOptions {
  /**
   * How a file's status moves: timed (by the clock, which runs: pending for 2 s, processing for 6 s, then completed); polled (one step at each GET of a file, or of a file in a collection; the clock stands still); instant (at its end from the first answer on; the clock stands still); manual (only when somebody advances the clock, in code or through the control plane; it stands still otherwise).
   * @default timed
   */
  lifecycle?: 'timed' | 'polled' | 'instant' | 'manual' | undefined;
  /**
   * How many times faster than real time files are processed; 10 makes 8 s of processing 0.8 s.
   * @default 1
   */
  speed?: number | undefined;
  /**
   * What is done with a well-formed URI that its source does not have: public (create a file with made-up but stable details of a public URL, and refuse what a connector does not have (404)); create (create one of any); refuse (refuse all); direct links to media always exist.
   * @default public
   */
  unknownUris?: 'public' | 'create' | 'refuse' | undefined;
  /**
   * Which uploads are taken: named (whatever its name or content type calls video or audio, unless its first bytes are those of something else); strict (only what its first bytes tell to be video or audio).
   * @default named
   */
  uploads?: 'named' | 'strict' | undefined;
  /**
   * A YAML or JSON file with connectors and files of your own, added to the seeded world or replacing it (see the README's Seed files).
   */
  seed?: string | undefined;
  /**
   * The time at which the accounts' clock starts, written like 2026-03-01T12:00:00Z; unless given, the real time if the lifecycle is timed, else always 2026-01-15T09:00:00Z.
   */
  startTime?: string | undefined;
  /**
   * A file that keeps all state over restarts and crashes; made if it is not there (see the README's Keep the state).
   */
  data?: string | undefined;
  /**
   * Credits that each account has; every new TikTok file costs one, and with none left POST /v1/files/sync answers 402.
   * @default 1000
   */
  credits?: number | undefined;
  /**
   * The largest file that can be uploaded, in bytes; a larger one gets 413.
   * @default 2147483648
   */
  maxUpload?: number | undefined;
  /**
   * Hosts beside this machine itself that webhook events may be sent to, separated by commas: hooks.example.com, *.example.org for all below it, * for any.
   */
  webhookHosts?: string | undefined;
  /**
   * Real milliseconds that a webhook endpoint may take to answer.
   * @default 5000
   */
  webhookTimeout?: number | undefined;
  /**
   * Real milliseconds before an event is sent again that the endpoint did not answer with 200; twice as long before the second of the three retries, four times before the third.
   * @default 1000
   */
  webhookPause?: number | undefined;
  /**
   * Fault rules that every account begins with, on the command line as a JSON array (see the README's Error cases on demand).
   */
  faults?: FaultRule[] | undefined;
  /**
   * Requests in the journal, of all accounts together; beyond it the oldest are forgotten, and 0 keeps none.
   * @default 5000
   */
  journal?: number | undefined;
  /**
   * Roughly the bytes that the requests in the journal take, likewise.
   * @default 268435456
   */
  journalBytes?: number | undefined;
  /**
   * What the control plane wants in the header X-Admin-Token; without it, it is open on loopback and closed on any other host.
   */
  adminToken?: string | undefined;
  /**
   * Accounts in memory; beyond it the account that was unused for longest is forgotten and starts again.
   * @default 10000
   */
  maxAccounts?: number | undefined;
  /**
   * Files and other records in memory, of all accounts together, deleted files included; beyond it the accounts that were unused for longest are forgotten, and an account that fills it alone gets 429.
   * @default 1000000
   */
  maxFiles?: number | undefined;
  /**
   * Roughly the bytes of names, metadata and all else that clients sent and accounts hold, of all accounts together; beyond it the same happens as beyond --max-files.
   * @default 1073741824
   */
  maxBytes?: number | undefined;
}

/** Where `listen()` listens. */
export interface ListenOptions {
  /**
   * The port to listen on; 0 takes a free one.
   * @default 0
   */
  port?: number | undefined;
  /**
   * The address to listen on; with one that is not loopback, other machines can reach the mock.
   * @default 127.0.0.1
   */
  host?: string | undefined;
}
