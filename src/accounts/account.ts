// One account: it shares the seeded world with all others, and has its own files, clock and settings.
import type { Settings } from '../config/settings.ts';
import { ApiError } from '../errors/api-error.ts';
import type { Schemas } from '../openapi/cloudglue.ts';
import { type ApiVersion, hasValue, NEWEST } from '../openapi/versions.ts';
import type { Connector } from '../sources/source.ts';
import { Clock, type TimeSource } from '../time/clock.ts';
import { withOverlay } from '../world/overlay.ts';
import type { World } from '../world/world.ts';
import type { AccountStore } from './account-store.ts';
import type { StoreChange } from './store-change.ts';

/** The parts of a mock that all accounts share. */
export interface SharedParts {
  world: World;
  settings: Settings;
  clock: TimeSource;
  /** Real time, which passes whether or not the clock runs. */
  meter: TimeSource;
  advanced(account: Account): void;
  reserve(account: Account, records: number): void;
  hasRoom(records: number): boolean;
  /** Resolves when no save of the account is in progress; undefined if none is. */
  settled(id: string): Promise<void> | undefined;
  /** Does something that changes the account; with a shared store on its newest state, and until that is written. */
  change<T>(id: string, work: () => T): Promise<T>;
}

/** Is notified of everything that happens in accounts, whatever the cause. */
export interface AccountObserver {
  /** An account was created, or replaces a closed one with the same id after a reset or a restore. */
  opened(account: Account): void;
  /** An account was evicted, or is about to be replaced by another one with the same id. */
  closed(account: Account): void;
  /** The newest state was put in place of an account's own: another mock had changed it, or a change could not be kept. */
  adopted(account: Account): void;
  /** A record of an account changed. */
  changed(account: Account, change: StoreChange): void;
  /** An account's clock was advanced, paused or started. */
  advanced(account: Account): void;
}

/** There can be very many accounts, so each is a few small objects, and allocates other parts on first use. */
export class Account {
  /** A digest of the token, which it does not reveal. */
  readonly id: string;
  readonly store: AccountStore;
  readonly clock: Clock;
  readonly #shared: SharedParts;

  constructor(id: string, store: AccountStore, shared: SharedParts) {
    this.id = id;
    this.store = store;
    this.#shared = shared;
    this.clock = new Clock(shared.clock, {
      state: store,
      onAdvance: () => shared.advanced(this),
      meter: shared.meter,
    });
  }

  /** The mock's settings, with the account's changes. */
  get settings(): Readonly<Settings> {
    const { settings } = this.store;
    return settings ? { ...this.#shared.settings, ...settings } : this.#shared.settings;
  }

  /** The version of the API in which its requests are answered. */
  get apiVersion(): ApiVersion {
    return this.store.settings?.apiVersion ?? this.#shared.settings.apiVersion;
  }

  /**
   * Whether its version of the API has a value of a field. Its clients do not see what has another value.
   * @example account.knows('DataConnector', 'type', 'iconik')
   */
  knows(schema: keyof Schemas, field: string, value: string | undefined): boolean {
    return hasValue(this.apiVersion, { schema, field, value });
  }

  /** The mock's world, with the account's changes. */
  get world(): World {
    return withOverlay(this.#shared.world, this.store.world);
  }

  /** The connectors of its world whose type its version of the API has, by id, newest first. */
  get connectors(): World['connectors'] {
    const { connectors } = this.world;
    if (this.apiVersion === NEWEST) return connectors;
    return new Map(
      [...connectors].filter(([, { definition }]) => this.knows('DataConnector', 'type', definition.type)),
    );
  }

  /** The connector with the id, if the account's version of the API has its type. Throws ApiError if there is none. */
  connector(id: string): Connector {
    const connector = this.connectors.get(id.toLowerCase());
    if (!connector) throw ApiError.of('connector-not-found', id);
    return connector;
  }

  /**
   * Makes room for more records (default 1), and for what they hold; with 0, for what existing records will hold.
   * Throws ApiError if there is no room.
   */
  reserve(records = 1): void {
    this.#shared.reserve(this, records);
  }

  /** Whether there is room for more records without evicting other accounts. */
  hasRoom(records: number): boolean {
    return this.#shared.hasRoom(records);
  }

  /**
   * Resolves when no save of the account is in progress, whether the save succeeded or not; undefined if none is. With a
   * shared store, resolves when the account is as new as any, and rejects with ApiError while the store is away.
   */
  settled(): Promise<void> | undefined {
    return this.#shared.settled(this.id);
  }

  /**
   * Changes the account outside of a request. With a shared store, does so again where another mock was faster, and
   * resolves when the change is written; rejects with ApiError while the store is away.
   */
  change<T>(work: () => T): Promise<T> {
    return this.#shared.change(this.id, work);
  }
}
