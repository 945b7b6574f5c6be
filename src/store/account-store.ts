// All that is kept of one account: a table for each kind of record, a clock and a few counts.
import type { ClockState } from '../clock.ts';
import type { Settings } from '../settings.ts';
import type { WorldOverlay } from '../world/overlay.ts';
import type {
  AccountSnapshot,
  CollectionFileRecord,
  CollectionRecord,
  Counters,
  DeliveryRecord,
  FaultRecord,
  FileRecord,
  Tables,
  WebhookRecord,
} from './records.ts';
import { Table, type Usage } from './table.ts';

/** What happened to an account's records. */
export type StoreChange =
  | {
      [Name in keyof Tables]: {
        table: Name;
        before: Tables[Name] | undefined;
        after: Tables[Name] | undefined;
      };
    }[keyof Tables]
  /** Everything was replaced or forgotten. */
  | { table: 'all' };

const NO_COUNTERS: Readonly<Counters> = { uploads: 0, webhooks: 0, events: 0, creditsSpent: 0 };
const NAMES = ['files', 'collections', 'collectionFiles', 'webhooks', 'deliveries', 'faults'] as const;

export class AccountStore {
  /** One object for the account's life, which its clock changes. */
  readonly clock: ClockState = { offset: 0 };
  counters: Readonly<Counters> = NO_COUNTERS;
  /** Up to when, on the account's clock, changes of status were told to webhooks. */
  announcedAt = 0;
  /** Settings that differ from the mock's. */
  settings: Partial<Settings> | undefined;
  /** What differs from the world that all accounts share. */
  world: WorldOverlay | undefined;
  /** Told of every change of a record. */
  onChange: ((change: StoreChange) => void) | undefined;
  readonly #usage: Usage;
  /** How often an item has refused that does so a few times only, by its key. */
  #refusals: Map<string, number> | undefined;
  // Most accounts have files only: what is not used costs nothing.
  readonly #tables: { [Name in keyof Tables]?: Table<Tables[Name]> } = {};

  constructor(usage: Usage) {
    this.#usage = usage;
  }

  get files(): Table<FileRecord> {
    return this.#table('files');
  }

  get collections(): Table<CollectionRecord> {
    return this.#table('collections');
  }

  /** Found by collection and by file. */
  get collectionFiles(): Table<CollectionFileRecord> {
    return this.#table('collectionFiles', ({ collectionId, fileId }) => [collectionId, fileId]);
  }

  get webhooks(): Table<WebhookRecord> {
    return this.#table('webhooks');
  }

  get deliveries(): Table<DeliveryRecord> {
    return this.#table('deliveries');
  }

  /** In the order in which the rules are tried. */
  get faults(): Table<FaultRecord> {
    return this.#table('faults');
  }

  /** Records of one kind, without making their table. */
  sizeOf(name: keyof Tables): number {
    return this.#tables[name]?.size ?? 0;
  }

  /** How much the account holds, of every kind. */
  get kept(): number {
    return NAMES.reduce((sum, name) => sum + (this.#tables[name]?.kept ?? 0), 0);
  }

  /** Counts on, and says how many there are now. */
  count(name: keyof Counters, by = 1): number {
    this.counters = { ...this.counters, [name]: this.counters[name] + by };
    return this.counters[name];
  }

  /** Whether the item of a key, which refuses so many times, refuses this time too; if so, it is counted. */
  refuses(key: string, times: number): boolean {
    const before = this.#refusals?.get(key) ?? 0;
    if (before >= times) return false;
    this.#refusals ??= new Map();
    this.#refusals.set(key, before + 1);
    return true;
  }

  snapshot(): AccountSnapshot {
    return {
      clock: { ...this.clock },
      counters: this.counters,
      announcedAt: this.announcedAt,
      settings: this.settings ?? {},
      world: this.world ?? {},
      refusals: [...(this.#refusals ?? [])],
      ...(Object.fromEntries(NAMES.map((name) => [name, this[name].snapshot()])) as Pick<
        AccountSnapshot,
        keyof Tables
      >),
    };
  }

  restore(snapshot: AccountSnapshot): void {
    Object.assign(this.clock, snapshot.clock);
    this.counters = snapshot.counters;
    this.announcedAt = snapshot.announcedAt;
    const isEmpty = (value: object) => Object.keys(value).length === 0;
    this.settings = isEmpty(snapshot.settings) ? undefined : snapshot.settings;
    this.world = isEmpty(snapshot.world) ? undefined : snapshot.world;
    this.#refusals = snapshot.refusals.length > 0 ? new Map(snapshot.refusals) : undefined;
    for (const name of NAMES) (this[name] as unknown as Table<never>).restore(snapshot[name] as never);
    this.onChange?.({ table: 'all' });
  }

  reset(): void {
    this.clock.offset = 0;
    this.counters = NO_COUNTERS;
    this.announcedAt = 0;
    this.settings = undefined;
    this.world = undefined;
    this.#refusals = undefined;
    for (const name of NAMES) this.#tables[name]?.clear();
    this.onChange?.({ table: 'all' });
  }

  #table<Name extends keyof Tables>(
    name: Name,
    belongsTo?: (row: Tables[Name]) => string[],
  ): Table<Tables[Name]> {
    const table = this.#tables[name] as Table<Tables[Name]> | undefined;
    if (table) return table;
    const made = new Table<Tables[Name]>({
      usage: this.#usage,
      onChange: (before, after) => {
        // Files in collections are listed by what the files themselves are.
        if (name === 'files' && before) this.#tables.collectionFiles?.dropListings();
        this.onChange?.({ table: name, before, after } as StoreChange);
      },
      ...(belongsTo && { belongsTo }),
    });
    Object.assign(this.#tables, { [name]: made });
    return made;
  }
}
