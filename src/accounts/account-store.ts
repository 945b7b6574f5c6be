// The state of one account: a table for each kind of record, a clock offset and a few counters.
import type { Settings } from '../config/settings.ts';
import { ApiError } from '../errors/api-error.ts';
import {
  type AccountParts,
  type AccountState,
  type Counters,
  type Tables,
  tableNames,
} from '../records/account-state.ts';
import type { CollectionRecord } from '../records/collection.ts';
import type { CollectionFileRecord } from '../records/collection-file.ts';
import type { DeliveryRecord } from '../records/delivery.ts';
import type { FaultRecord } from '../records/fault.ts';
import type { FileRecord } from '../records/file.ts';
import type { ImportRecord } from '../records/import.ts';
import type { ImportRunRecord } from '../records/import-run.ts';
import { OWNERS } from '../records/owners.ts';
import type { TagRecord } from '../records/tag.ts';
import type { WebhookRecord } from '../records/webhook.ts';
import { weightOf, weightOfRecord } from '../records/weight.ts';
import { Table } from '../store/table.ts';
import type { ClockState } from '../time/clock.ts';
import { doAtOnce, type Parts } from '../time/slices.ts';
import type { WorldOverlay } from '../world/overlay.ts';
import type { ForeignChange, OnChange, StoreChange } from './store-change.ts';

interface Values extends Pick<AccountState, 'counters' | 'announcedAt'> {
  offset: number;
  switchedAt: number | undefined;
  settings: Partial<Settings> | undefined;
  world: WorldOverlay | undefined;
}

const NEW: Values = {
  offset: 0,
  switchedAt: undefined,
  counters: { uploads: 0, tags: 0, imports: 0, webhooks: 0, events: 0, creditsSpent: 0 },
  announcedAt: 0,
  settings: undefined,
  world: undefined,
};

const unlessEmpty = <One extends object>(one: One) => (Object.keys(one).length > 0 ? one : undefined);

const closedError = () => ApiError.of('account-reset');

/**
 * The state of an account, until the account is reset, restored or evicted. From then on the store is stale, and every
 * access throws ApiError, so that a request that still uses it cannot answer from state that no longer exists.
 */
export class AccountStore implements ClockState {
  /** Increases with every change. */
  version = 0;
  #onChange: OnChange = () => {};
  // Created on first use: most accounts have files only.
  #tables: { [Name in keyof Tables]?: Table<Tables[Name]> } = {};
  /** The store that has the tables which were created here. */
  #owner: AccountStore = this;
  #values: Values | undefined = NEW;
  #refusals: Map<string, number> | undefined;

  /** A store with a state, made in parts. */
  static *inParts(state: AccountState): Parts<AccountStore> {
    const store = new AccountStore();
    store.#loadParts(state);
    for (const name of tableNames) {
      const { rows, deletions } = state[name];
      if (rows.length + deletions.length > 0) yield* store.#table(name).load(state[name] as never);
    }
    return store;
  }

  static of(state: AccountState): AccountStore {
    return doAtOnce(AccountStore.inParts(state));
  }

  /** Calls back after each change from now on. */
  follow(onChange: OnChange): void {
    this.#onChange = onChange;
  }

  /** Puts all that another store has in place of its own, without telling of a change. Nobody else may use that one. */
  adopt(other: AccountStore): void {
    this.version++;
    this.#values = other.#values;
    this.#refusals = other.#refusals;
    this.#tables = other.#tables;
    other.#owner = this;
  }

  /** Takes over what somebody else changed, without telling of it; records are in the order in which they came. */
  adoptChanges(parts: AccountParts, changes: readonly ForeignChange[]): void {
    this.version++;
    this.#loadParts(parts);
    for (const name of tableNames) {
      const rows = changes.filter(([table]) => table === name).map(([, id, after]) => [id, after] as const);
      if (rows.length > 0) this.#table(name).adopt(rows as never);
      if (parts.deletions[name].length > 0 || this.#tables[name])
        this.#table(name).deletions = parts.deletions[name];
    }
  }

  #loadParts(parts: Omit<AccountParts, 'deletions'>): void {
    const { clock, counters, announcedAt, settings, world, refusals } = parts;
    this.#values = {
      offset: clock.offset,
      switchedAt: clock.switchedAt,
      counters,
      announcedAt,
      settings: unlessEmpty(settings as Partial<Settings>),
      world: unlessEmpty(world),
    };
    this.#refusals = refusals.length > 0 ? new Map(refusals) : undefined;
  }

  /** How far the account's clock is ahead of the mock's, in milliseconds. */
  get offset(): number {
    return this.#open.offset;
  }

  set offset(offset: number) {
    this.#set({ offset });
  }

  /** When the account's clock was paused, or started, against the mock's. */
  get switchedAt(): number | undefined {
    return this.#open.switchedAt;
  }

  set switchedAt(switchedAt: number | undefined) {
    this.#set({ switchedAt });
  }

  get counters(): Readonly<Counters> {
    return this.#open.counters;
  }

  /** The time, on the account's clock, up to which changes of status were announced to webhooks. */
  get announcedAt(): number {
    return this.#open.announcedAt;
  }

  set announcedAt(announcedAt: number) {
    if (announcedAt !== this.announcedAt) this.#set({ announcedAt });
  }

  /** Settings that differ from those of the mock. */
  get settings(): Partial<Settings> | undefined {
    return this.#open.settings;
  }

  set settings(settings: Partial<Settings> | undefined) {
    this.#set({ settings });
  }

  /** Changes to the shared world. */
  get world(): WorldOverlay | undefined {
    return this.#open.world;
  }

  set world(world: WorldOverlay | undefined) {
    this.#set({ world });
  }

  get files(): Table<FileRecord> {
    return this.#table('files');
  }

  get collections(): Table<CollectionRecord> {
    return this.#table('collections');
  }

  /** Each belongs to a collection and to a file. */
  get collectionFiles(): Table<CollectionFileRecord> {
    return this.#table('collectionFiles');
  }

  /** Each belongs to a file. */
  get tags(): Table<TagRecord> {
    return this.#table('tags');
  }

  /** Each belongs to a collection and to a connector. */
  get imports(): Table<ImportRecord> {
    return this.#table('imports');
  }

  /** Each belongs to an import and to a collection. */
  get importRuns(): Table<ImportRunRecord> {
    return this.#table('importRuns');
  }

  get webhooks(): Table<WebhookRecord> {
    return this.#table('webhooks');
  }

  get deliveries(): Table<DeliveryRecord> {
    return this.#table('deliveries');
  }

  /** In the order in which they are tried. */
  get faults(): Table<FaultRecord> {
    return this.#table('faults');
  }

  /** The number of records of one kind. Does not create the table. */
  sizeOf(name: keyof Tables): number {
    return this.#tables[name]?.size ?? 0;
  }

  /** What counts toward the mock's limit of records: records, and keys of deleted records. */
  get recordCount(): number {
    return tableNames.reduce((sum, name) => sum + (this.#tables[name]?.count ?? 0), 0);
  }

  /** The bytes of what clients sent, roughly. */
  get bytes(): number {
    return tableNames.reduce((sum, name) => sum + (this.#tables[name]?.bytes ?? 0), weightOf(this.world));
  }

  /** Increments a counter, and returns its new value. */
  count(name: keyof Counters, by = 1): number {
    const { counters } = this.#open;
    if (by !== 0) this.#set({ counters: { ...counters, [name]: counters[name] + by } });
    return this.counters[name];
  }

  /** Whether an item that fails a limited number of times fails this time too. If so, counts the failure. */
  refuses(key: string, times: number): boolean {
    const before = this.timesRefused(key);
    if (before >= times) return false;
    this.#refusals ??= new Map();
    this.#refusals.set(key, before + 1);
    this.#set({});
    return true;
  }

  /** How often an item that fails a limited number of times has failed. */
  timesRefused(key: string): number {
    return this.#open && (this.#refusals?.get(key) ?? 0);
  }

  state(): AccountState {
    const { deletions, ...parts } = this.parts();
    const tables = tableNames.map((name) => [
      name,
      { rows: [...(this.#tables[name]?.all() ?? [])], deletions: deletions[name] },
    ]);
    return { ...parts, ...(Object.fromEntries(tables) as Pick<AccountState, keyof Tables>) };
  }

  parts(): AccountParts {
    const { offset, switchedAt, counters, announcedAt, settings = {}, world = {} } = this.#open;
    const deletions = tableNames.map((name) => [name, this.#tables[name]?.deletions ?? []]);
    return {
      clock: { offset, ...(switchedAt !== undefined && { switchedAt }) },
      counters,
      announcedAt,
      settings,
      world,
      refusals: [...(this.#refusals ?? [])],
      deletions: Object.fromEntries(deletions),
    };
  }

  close(): void {
    this.#values = undefined;
    for (const name of tableNames) this.#tables[name]?.close();
  }

  get #open(): Values {
    if (!this.#values) throw closedError();
    return this.#values;
  }

  #set(changes: Partial<Values>): void {
    this.#values = { ...this.#open, ...changes };
    this.#changed();
  }

  #changed(change?: StoreChange): void {
    this.version++;
    this.#onChange(change);
  }

  #table<Name extends keyof Tables>(name: Name): Table<Tables[Name]> {
    const known = this.#open && this.#tables[name];
    if (known) return known as Table<Tables[Name]>;
    const table = new Table<Tables[Name]>({
      onChange: (before, after) => this.#owner.#changed({ table: name, before, after } as StoreChange),
      closedError,
      weightOf: weightOfRecord,
      ...(OWNERS[name] && { belongsTo: OWNERS[name] }),
    });
    Object.assign(this.#tables, { [name]: table });
    return table;
  }
}
