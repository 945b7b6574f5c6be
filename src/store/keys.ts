// The keys and channels of a shared store. Those of one account have its id in braces, and so one hash slot.

const PREFIX = 'cloudglue-mock:';
/** In place of the account's id, for requests without a key. No account has it: ids are digests. */
const KEYLESS = 'keyless';

/** The types of keys that are not hashes, by their last part. */
const TYPES: Record<string, string> = { due: 'zset', log: 'list', journal: 'stream' };

/** The engine's name of the type of a key. */
export const keyTypeOf = (key: string): string => TYPES[key.slice(key.lastIndexOf(':') + 1)] ?? 'hash';

/** What of a command's arguments is a key or a channel. */
export const placesOf = (given: readonly unknown[]): string[] =>
  given.filter((one): one is string => typeof one === 'string' && one.startsWith(PREFIX));

const ofAccount = (id: string | null, part: string) => `${PREFIX}{${id ?? KEYLESS}}:${part}`;

export const keys = {
  /** A hash: what all mocks of the store must agree on, and the number of mocks that there were. */
  header: `${PREFIX}header`,
  /**
   * A sorted set: ids of accounts with events to find or to send, by the time at which a mock should look after them, in
   * milliseconds on the engine's clock. While a mock does, that is when its lease ends.
   */
  due: `${PREFIX}{work}:due`,
  /** A hash: the mock that has the lease of an account, by the account's id. */
  holders: `${PREFIX}{work}:holders`,
  /** A hash: when a mock was about to write work of an account whose lease another one had, by the account's id. */
  marks: `${PREFIX}{work}:marks`,
  /** A hash: the fields of an account, a JSON text for each record and for what else there is, its version, and marks. */
  account: (id: string | null) => ofAccount(id, 'account'),
  /** A list: the last versions of an account, the newest first, each with the names of the fields that it changed. */
  log: (id: string) => ofAccount(id, 'log'),
  /** A stream: the journal of an account, by the numbers of its entries. */
  journal: (id: string | null) => ofAccount(id, 'journal'),
  /** A hash: the last number of the journal, and its bytes. */
  journalSize: (id: string | null) => ofAccount(id, 'journal-size'),
} as const;

export const channels = {
  /** Requests and changes of status of an account. */
  events: (id: string | null) => ofAccount(id, 'events'),
  /** Ids of accounts for whose work the mock has the lease, when there is more of it. */
  wake: (mock: string) => `${PREFIX}wake:${mock}`,
} as const;
