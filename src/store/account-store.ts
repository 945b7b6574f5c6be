// All that is kept of one account: a table for each kind of record, a clock and a few counts.

import type { Settings } from '../config/settings.ts';
import type { ClockState } from '../time/clock.ts';
import type { WorldOverlay } from '../world/overlay.ts';
import type { AccountChanges } from './changes.ts';
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
import { WatchedClock } from './watched-clock.ts';

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

export const NO_COUNTERS: Readonly<Counters> = { uploads: 0, webhooks: 0, events: 0, creditsSpent: 0 };
export const NAMES = ['files', 'collections', 'collectionFiles', 'webhooks', 'deliveries', 'faults'] as const;

/** How much an account holds that counts for the store's limits: its records, and the keys of those deleted. */
export const countRecords = (snapshot: AccountSnapshot): number =>
  NAMES.reduce((sum, name) => sum + snapshot[name].rows.length + snapshot[name].deletions.length, 0);

export class AccountStore {
  /** One object for the account's life, which its clock changes. */
  readonly clock: ClockState = new WatchedClock(this);
  /** Told of every change of a record. */
  onChange: ((change: StoreChange) => void) | undefined;
  /** Where whatever changes is noted, if somebody keeps it. */
  changes: (() => AccountChanges) | undefined;
  #counters: Readonly<Counters> = NO_COUNTERS;
  #announcedAt = 0;
  #settings: Partial<Settings> | undefined;
  #world: WorldOverlay | undefined;
  readonly #usage: Usage;
  /** How often an item has refused that does so a few times only, by its key. */
  #refusals: Map<string, number> | undefined;
  // Most accounts have files only: what is not used costs nothing.
  #tables: { [Name in keyof Tables]?: Table<Tables[Name]> } | undefined;

  constructor(usage: Usage) {
    this.#usage = usage;
  }

  clockMoved(): void {
    this.changes?.().fields.add('clock');
  }

  get counters(): Readonly<Counters> {
    return this.#counters;
  }

  /** Up to when, on the account's clock, changes of status were told to webhooks. */
  get announcedAt(): number {
    return this.#announcedAt;
  }

  set announcedAt(moment: number) {
    this.#announcedAt = moment;
    this.changes?.().fields.add('announcedAt');
  }

  /** Settings that differ from the mock's. */
  get settings(): Partial<Settings> | undefined {
    return this.#settings;
  }

  set settings(settings: Partial<Settings> | undefined) {
    if (settings === this.#settings) return;
    this.#settings = settings;
    this.changes?.().fields.add('settings');
  }

  /** What differs from the world that all accounts share. */
  get world(): WorldOverlay | undefined {
    return this.#world;
  }

  set world(world: WorldOverlay | undefined) {
    this.#world = world;
    this.changes?.().fields.add('world');
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
    return this.#tables?.[name]?.size ?? 0;
  }

  /** How much the account holds, of every kind. */
  get kept(): number {
    return NAMES.reduce((sum, name) => sum + (this.#tables?.[name]?.kept ?? 0), 0);
  }

  /** Counts on, and says how many there are now. */
  count(name: keyof Counters, by = 1): number {
    if (by === 0) return this.#counters[name];
    this.#counters = { ...this.#counters, [name]: this.#counters[name] + by };
    this.changes?.().fields.add('counters');
    return this.#counters[name];
  }

  /** Whether the item of a key, which refuses so many times, refuses this time too; if so, it is counted. */
  refuses(key: string, times: number): boolean {
    const before = this.timesRefused(key);
    if (before >= times) return false;
    this.#refusals ??= new Map();
    this.#refusals.set(key, before + 1);
    this.changes?.().refusals.add(key);
    return true;
  }

  /** How often the item of a key has refused that does so a few times only. */
  timesRefused(key: string): number {
    return this.#refusals?.get(key) ?? 0;
  }

  snapshot(): AccountSnapshot {
    return {
      clock: { offset: this.clock.offset },
      counters: this.#counters,
      announcedAt: this.#announcedAt,
      settings: this.#settings ?? {},
      world: this.#world ?? {},
      refusals: [...(this.#refusals ?? [])],
      ...(Object.fromEntries(
        NAMES.map((name) => [name, this.#tables?.[name]?.snapshot() ?? { rows: [], deletions: [] }]),
      ) as Pick<AccountSnapshot, keyof Tables>),
    };
  }

  restore(snapshot: AccountSnapshot): void {
    this.changes?.().replaceAll();
    this.clock.offset = snapshot.clock.offset;
    this.#counters = snapshot.counters;
    this.#announcedAt = snapshot.announcedAt;
    const isEmpty = (value: object) => Object.keys(value).length === 0;
    this.#settings = isEmpty(snapshot.settings) ? undefined : snapshot.settings;
    this.#world = isEmpty(snapshot.world) ? undefined : snapshot.world;
    this.#refusals = snapshot.refusals.length > 0 ? new Map(snapshot.refusals) : undefined;
    for (const name of NAMES) {
      const holdsNothing = snapshot[name].rows.length + snapshot[name].deletions.length === 0;
      if (holdsNothing) this.#tables?.[name]?.clear();
      else (this[name] as unknown as Table<never>).restore(snapshot[name] as never);
    }
    this.onChange?.({ table: 'all' });
  }

  reset(): void {
    this.changes?.().replaceAll();
    this.clock.offset = 0;
    this.#counters = NO_COUNTERS;
    this.#announcedAt = 0;
    this.#settings = undefined;
    this.#world = undefined;
    this.#refusals = undefined;
    for (const name of NAMES) this.#tables?.[name]?.clear();
    this.onChange?.({ table: 'all' });
  }

  #table<Name extends keyof Tables>(
    name: Name,
    belongsTo?: (row: Tables[Name]) => string[],
  ): Table<Tables[Name]> {
    const table = this.#tables?.[name] as Table<Tables[Name]> | undefined;
    if (table) return table;
    const made = new Table<Tables[Name]>({
      usage: this.#usage,
      onChange: (before, after) => {
        // Files in collections are listed by what the files themselves are, and ordered by their names.
        if (name === 'files') {
          const [old, file] = [before, after] as (FileRecord | undefined)[];
          const id = (file ?? old)?.id ?? '';
          this.#tables?.collectionFiles?.ownerChanged(id, old?.filename !== file?.filename);
        }
        this.changes?.().record(name, before, after);
        this.onChange?.({ table: name, before, after } as StoreChange);
      },
      onForget: ({ id }) => this.changes?.().forgotten(name, id),
      ...(belongsTo && { belongsTo }),
    });
    this.#tables = { ...this.#tables, [name]: made };
    return made;
  }
}
