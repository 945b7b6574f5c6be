// The journal of mocks that share a store: each account's entries are there, from whichever mock they came.
import { refuseAway } from '../accounts/on-newest.ts';
import { channels, keys } from '../store/keys.ts';
import { ADD_ENTRY, CLEAR_ENTRIES } from '../store/scripts.ts';
import type { SharedStore } from '../store/shared-store.ts';
import type { Bytes } from '../util/kept-bodies.ts';
import type { Entry, KeptEntry } from './entry.ts';
import type { Bounds } from './journal.ts';

/** Entries that are read at once: so few that other requests do not wait, however large they are. */
const PAGE = 100;

/** What an entry has at least, with values of the same types. */
const SAMPLE = {
  ...{ id: '', at: 0, durationMs: 0, method: '', url: '', status: 0, ignored: [], faults: [], findings: [] },
  ...{ requestHeaders: [], responseHeaders: {} },
} satisfies Partial<Entry>;

const kindOf = (value: unknown) => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);

/**
 * The entry of a text with its number before it, as it is published.
 * @throws SyntaxError if no mock made it
 */
export function readEntry(message: string): Entry {
  const space = message.indexOf(' ');
  const entry = { number: Number(message.slice(0, space)), ...JSON.parse(message.slice(space + 1)) };
  for (const [name, value] of Object.entries(SAMPLE)) {
    if (kindOf(entry[name]) !== kindOf(value)) throw new SyntaxError(`an entry has the wrong ${name}`);
  }
  return entry;
}

const asText = (bytes: Bytes | null) => bytes && Buffer.from(bytes).toString('utf8');

function textOf({ responseBody, findings, ...rest }: Omit<Entry, 'number'>): string {
  return JSON.stringify({
    ...rest,
    findings: findings.map(({ rule, severity, text }) => ({ rule, severity, text })),
    responseBody: typeof responseBody === 'object' ? asText(responseBody) : responseBody,
  });
}

export class SharedJournal {
  readonly #store: SharedStore;
  readonly #bounds: Bounds;
  #removal: Promise<unknown> | undefined;

  /** @param bounds those of each account */
  constructor(store: SharedStore, bounds: Bounds) {
    this.#store = store;
    this.#bounds = bounds;
  }

  /** There may be a follower at another mock. */
  readonly isOpen = true;

  /** Resolves when every mock sees the entry. An entry is lost while the store is away. */
  async add(entry: Omit<Entry, 'number'>): Promise<void> {
    const { accountId: id } = entry;
    const { entries, bytes } = this.#bounds;
    const places = [keys.journal(id), keys.journalSize(id), keys.account(id)];
    const given = [textOf(entry), entries, bytes, this.#store.longest, channels.events(id)];
    // The request itself was answered, and its answer must not depend on its being noted.
    await this.#store.engine.run(ADD_ENTRY, places, given).catch(() => {});
  }

  /**
   * The entries of an account, oldest first. Rejects with ApiError while the store is away.
   * @param id null for the requests without a key, which belong to no account
   */
  async of(id: string | null): Promise<KeptEntry[]> {
    const found: KeptEntry[] = [];
    for (let from = '-'; ; ) {
      const command = ['XRANGE', keys.journal(id), from, '+', 'COUNT', PAGE] as const;
      const page = (await this.#store.engine.call(...command).catch(refuseAway)) as [string, string[]][];
      for (const [name, [, text]] of page) {
        const entry = this.#read(id, `${Number.parseInt(name, 10)} ${text}`);
        found.push({ ...entry, read: () => entry });
      }
      if (page.length < PAGE) return found;
      from = `(${page.at(-1)?.[0]}`;
    }
  }

  #read(id: string | null, message: string): Entry {
    try {
      return readEntry(message);
    } catch (error) {
      return refuseAway(this.#store.refusal(keys.journal(id), error));
    }
  }

  /** Removes the entries of an account; of null, those without a key. `removed` says when. */
  forget(id: string | null): void {
    this.#removal = this.#store.engine.run(CLEAR_ENTRIES, [keys.journal(id), keys.journalSize(id)], []);
    this.#removal.catch(() => {});
  }

  /** Resolves when no mock sees what was removed. Rejects with ApiError if the store was away. */
  async removed(): Promise<void> {
    await this.#removal?.catch(refuseAway);
  }
}
