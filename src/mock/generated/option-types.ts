// Made by `npm run generate` from src/config/options.ts. Never edit it by hand.
import type { FaultRule } from '../../records/fault-rule.ts';

/** Options of `createMock()`; the command line and the environment know the same. */
export interface MockOptions {
  /**
   * The version of the API that requests are answered as, unless an account has its own (settings); before that of the seed file.
   * @default 0.7.32
   */
  apiVersion?: '0.7.7' | '0.7.12' | '0.7.32' | undefined;
  /**
   * How a file's status changes: timed (with the running clock: pending for 2 s, processing for 6 s, then completed); polled (one step with each GET of a file, or of a file in a collection; the clock stands still); instant (final from the first answer on; the clock stands still); manual (only when the clock is advanced, in code or through the control plane; otherwise it stands still).
   * @default timed
   */
  lifecycle?: 'timed' | 'polled' | 'instant' | 'manual' | undefined;
  /**
   * How many times faster than real time files are processed; with 10, processing that takes 8 s takes 0.8 s.
   * @default 1
   */
  speed?: number | undefined;
  /**
   * What to do with a well-formed URI that its source does not have: public (synthesize a file with stable details for a public URL, and refuse a URI that a connector does not have (404)); create (synthesize a file for any URI); refuse (refuse every URI); direct links to media always exist.
   * @default public
   */
  unknownUris?: 'public' | 'create' | 'refuse' | undefined;
  /**
   * Which uploads are accepted: named (video or audio by its name or content type, unless its first bytes are of another type); strict (only video or audio by its first bytes).
   * @default named
   */
  uploads?: 'named' | 'strict' | undefined;
  /**
   * How the processing of a file ends, unless its item has another outcome: completed (it succeeds); failed (it fails); processing (it never ends); not_applicable (there is nothing to process).
   * @default completed
   */
  outcome?: 'completed' | 'failed' | 'processing' | 'not_applicable' | undefined;
  /**
   * How connectors page what they list: usual (as the items that are listed say); empty-page (in several pages, of which the second is empty); expiring-tokens (in several pages, with tokens that expire after 10 seconds on the account's clock).
   * @default usual
   */
  listings?: 'usual' | 'empty-page' | 'expiring-tokens' | undefined;
  /**
   * A YAML or JSON file with connectors and files of your own, added to the seeded world or replacing it (see src/README.md, Seed files).
   */
  seed?: string | undefined;
  /**
   * The time at which the accounts' clocks start, written like 2026-03-01T12:00:00Z; by default the real time if the lifecycle is timed, and 2026-01-15T09:00:00Z otherwise.
   */
  startTime?: string | undefined;
  /**
   * A file that keeps all state across restarts and crashes; created if it does not exist (see src/README.md, Saved state).
   */
  data?: string | undefined;
  /**
   * A Redis or Valkey whose state any number of mocks share, as redis://user:password@host:port/database, or rediss:// with TLS (see src/README.md, A store that mocks share); not together with --data.
   */
  store?: string | undefined;
  /**
   * How long a store keeps an account that nobody uses, with its journal, such as 12h or 30d.
   * @default 7d
   */
  storeExpiry?: string | undefined;
  /**
   * The credits of each account; every new TikTok file costs one, and once they are used up POST /v1/files/sync answers 402.
   * @default 1000
   */
  credits?: number | undefined;
  /**
   * The largest file that can be uploaded, in bytes; a larger one gets 413.
   * @default 2147483648
   */
  maxUpload?: number | undefined;
  /**
   * Hosts that webhook events may be sent to in addition to this machine, separated by commas: hooks.example.com, *.example.org for its subdomains, * for any host; where other machines can reach the mock and no --admin-token is given, events are sent to this machine only if it is named here as well.
   */
  webhookHosts?: string | undefined;
  /**
   * Web origins beside those of this machine whose pages may create and change webhooks, and send credentials, separated by commas: https://app.example.com, or * for any; pages of every origin may read.
   */
  cors?: string | undefined;
  /**
   * How long a webhook endpoint may take to answer, in real milliseconds.
   * @default 5000
   */
  webhookTimeout?: number | undefined;
  /**
   * Real milliseconds before the first retry of an event that the endpoint did not answer with 200; doubled before the second retry, and again before the third and last.
   * @default 1000
   */
  webhookPause?: number | undefined;
  /**
   * Fault rules that every account starts with; on the command line, a JSON array (see README.md, Error cases).
   */
  faults?: FaultRule[] | undefined;
  /**
   * The most requests in the journal, over all accounts; beyond that the oldest are dropped, and with 0 none are kept.
   * @default 5000
   */
  journal?: number | undefined;
  /**
   * Roughly the bytes that the requests in the journal take, likewise.
   * @default 268435456
   */
  journalBytes?: number | undefined;
  /**
   * The token that the control plane requires in the header X-Admin-Token; without this option, the control plane is open on loopback and closed on any other host.
   */
  adminToken?: string | undefined;
  /**
   * The most accounts in memory; beyond that the least recently used account is evicted, and starts fresh if it is used again.
   * @default 10000
   */
  maxAccounts?: number | undefined;
  /**
   * The most files and other records in memory, deleted files included, over all accounts; beyond that the least recently used accounts are evicted, and an account that reaches the limit alone gets 429.
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
   * The port to listen on; 0 picks a free one.
   * @default 0
   */
  port?: number | undefined;
  /**
   * The address to listen on; unless it is a loopback address, other machines can reach the mock.
   * @default 127.0.0.1
   */
  host?: string | undefined;
}
