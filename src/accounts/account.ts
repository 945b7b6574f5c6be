// One account: the same seeded world as every other, with files, a clock and settings of its own.
import type { Settings } from '../config/settings.ts';
import { ApiError } from '../errors/api-error.ts';
import type { Connector } from '../sources/source.ts';
import { Clock, type TimeSource } from '../time/clock.ts';
import { withOverlay } from '../world/overlay.ts';
import type { World } from '../world/world.ts';
import type { AccountStore, StoreChange } from './account-store.ts';

/** What all accounts of a mock share. */
export interface SharedParts {
  world: World;
  settings: Settings;
  clock: TimeSource;
  advanced(account: Account): void;
  reserve(account: Account, records: number): void;
  /** Resolves when no save of an account is under way; undefined if none is. */
  settled(id: string): Promise<void> | undefined;
}

/** Who follows what happens in accounts, whatever makes it happen. */
export interface AccountObserver {
  /** An account is new; or it was reset or restored, and what was closed before has its id. */
  opened(account: Account): void;
  /** An account was forgotten, or is about to be replaced by another one with its id. */
  closed(account: Account): void;
  /** A record of an account changed. */
  changed(account: Account, change: StoreChange): void;
  /** An account's clock was advanced. */
  advanced(account: Account): void;
}

/** There may be very many accounts: each is a few small objects, and what it does not use costs nothing. */
export class Account {
  /** Does not reveal the token. */
  readonly id: string;
  readonly store: AccountStore;
  readonly clock: Clock;
  readonly #shared: SharedParts;

  constructor(id: string, store: AccountStore, shared: SharedParts) {
    this.id = id;
    this.store = store;
    this.#shared = shared;
    this.clock = new Clock(shared.clock, { state: store, onAdvance: () => shared.advanced(this) });
  }

  /** The mock's, with what the account changed of them. */
  get settings(): Readonly<Settings> {
    const { settings } = this.store;
    return settings ? { ...this.#shared.settings, ...settings } : this.#shared.settings;
  }

  /** The mock's, with what the account changed of it. */
  get world(): World {
    return withOverlay(this.#shared.world, this.store.world);
  }

  /** The connector with that id. Throws ApiError if the account has none. */
  connector(id: string): Connector {
    const connector = this.world.connectors.get(id.toLowerCase());
    if (!connector) throw ApiError.of('connector-not-found', id);
    return connector;
  }

  /**
   * Makes room for more records, one unless given, and for what they hold; with 0, for what existing ones will hold.
   * Throws ApiError if there is none.
   */
  reserve(records = 1): void {
    this.#shared.reserve(this, records);
  }

  /** Resolves when no save of it is under way, whatever became of it; undefined if none is. */
  settled(): Promise<void> | undefined {
    return this.#shared.settled(this.id);
  }
}
