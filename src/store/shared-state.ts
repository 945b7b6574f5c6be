// The accounts that this mock works on, out of a store that it shares with others. A request looks for the newest state,
// changes it here, and what all requests of a moment changed is written at once, unless another mock was faster.
import { soon } from '../time/clock.ts';
import type { Changes, Fields, Found, SharedStore } from './shared-store.ts';

interface SharedStateOptions {
  store: SharedStore;
  /** What changed of an account since the last call or `adopt`; undefined if it is not in this process. */
  takeChanges(id: string): Changes | undefined;
  /**
   * Reads what the store has of an account: all fields, or those that differ from what was read or written before.
   * Resolves to what puts it in the account's place, and answers whether it did: if not, all fields are needed.
   */
  read(id: string, fields: Fields): Promise<() => boolean>;
  /** Is told the time of the mocks' clock, in milliseconds since the Unix epoch. */
  onTime(at: number): void;
  /** An account in this process was found to be the newest. */
  looked(id: string, isWatched: boolean): void;
  /** An account is about to be written, and waits for what this resolves to. */
  beforeWrite(id: string): Promise<void> | undefined;
  afterWrite(id: string): void;
}

/** One write, from the first change that it includes until it is done. */
interface Save {
  isTaken: boolean;
  epoch: number;
  done: Promise<void>;
}

/** What is known of an account in the store. */
interface Held {
  /** The version that was read or written last; undefined if there is none. */
  version: string | undefined;
  /** Whether the state in this process is that version, with changes since. */
  isUsable: boolean;
  /** Changes whenever the state in this process is replaced, or is to be: what was done on it does not count then. */
  epoch: number;
  /** The look that was not sent yet. */
  look: Promise<void> | undefined;
  /** The write that includes the latest change, until it is done. */
  save: Save | undefined;
  /** Resolves when what a look found is in the account's place, or is outdated: many fields take many turns. */
  adoption: Promise<void> | undefined;
  /** Events of the changes since the last write. */
  messages: string[];
  interaction: string;
}

/** Another mock changed the account first. */
class Outdated extends Error {
  override name = 'Outdated';
  override message = 'another mock changed the account at the same moment';
}

export class SharedState {
  readonly #options: SharedStateOptions;
  readonly #held = new Map<string, Held>();
  #epochs = 0;

  constructor(options: SharedStateOptions) {
    this.#options = options;
  }

  /** The name of this mock in the store. */
  get mock(): string {
    return this.#options.store.mock;
  }

  /** Call after each change of an account. */
  changed(id: string): void {
    const held = this.#heldOf(id);
    if (held.save && !held.save.isTaken) return;
    const save: Save = { isTaken: false, epoch: held.epoch, done: Promise.resolve() };
    save.done = this.#save(id, { held, save, previous: held.save?.done });
    save.done.catch(() => {});
    held.save = save;
  }

  /** Publishes an event when the latest change of the account is written, and not if that fails. */
  publish(id: string, message: string): void {
    this.#heldOf(id).messages.push(message);
  }

  /** Resolves when the account in this process is as new as any at the moment of the call. Rejects with StoreAway. */
  newest(id: string): Promise<void> {
    const held = this.#heldOf(id);
    held.look ??= this.#look(id, held);
    return held.look;
  }

  /** Whether the state in this process is that of a look, with changes since. */
  isUsable(id: string): boolean {
    return this.#held.get(id)?.isUsable ?? false;
  }

  /** What tells later, by `holds`, whether what is done from now on counts. */
  epochOf(id: string): number {
    return this.#heldOf(id).epoch;
  }

  /**
   * Resolves when all changes are written, or cannot be: to whether what was done since `epoch` counts. If not, it is to
   * be done again on the newest state. Rejects with StoreAway.
   */
  async holds(id: string, epoch: number): Promise<boolean> {
    try {
      await this.#held.get(id)?.save?.done;
    } catch (error) {
      if (!(error instanceof Outdated)) throw error;
    }
    return this.#held.get(id)?.epoch === epoch;
  }

  /** Whether provider states were set up since the last request, as the last look found it. */
  isInInteraction(id: string): boolean {
    return this.#held.get(id)?.interaction !== '';
  }

  /** The account is no longer in this process. */
  drop(id: string): void {
    this.#held.delete(id);
  }

  #heldOf(id: string): Held {
    let held = this.#held.get(id);
    if (!held) {
      held = {
        version: undefined,
        isUsable: false,
        epoch: ++this.#epochs,
        look: undefined,
        save: undefined,
        adoption: undefined,
        messages: [],
        interaction: '',
      };
      this.#held.set(id, held);
    }
    return held;
  }

  /** Looks until the state here is the newest, or has changes that will be written or refused. */
  async #look(id: string, held: Held): Promise<void> {
    const { store, onTime, looked } = this.#options;
    // Requests of the same turn share a look.
    await new Promise<void>(soon);
    for (;;) {
      if (this.#held.get(id) !== held) return this.newest(id);
      while (held.save || held.adoption) await (held.save?.done ?? held.adoption)?.catch(() => {});
      // From here on, what is found may be older than a further call.
      held.look = undefined;
      const known = held.version;
      const found = await store.read(id, known);
      onTime(found.at);
      held.interaction = found.interaction;
      const isNewest = found.version === held.version && held.isUsable;
      if (!isNewest) {
        // What changed since a version can be put in place of that one only.
        if (held.save || held.adoption || held.version !== known) continue;
        held.adoption = this.#adopt(id, held, found);
        await held.adoption;
      }
      if (isNewest || (held.isUsable && held.version === found.version)) return looked(id, found.isWatched);
    }
  }

  /** Puts what was found in an account's place, unless the account changed meanwhile. */
  async #adopt(id: string, held: Held, found: Found): Promise<void> {
    const { store, read } = this.#options;
    const before = held.version;
    try {
      const { version, fields } = await store.complete(id, found);
      const adopt = await read(id, fields);
      if (held.save || held.version !== before || this.#held.get(id) !== held) return;
      held.version = version;
      this.#renew(held, true);
      if (adopt()) return;
      held.version = undefined;
      held.isUsable = false;
    } finally {
      held.adoption = undefined;
    }
  }

  async #save(
    id: string,
    { held, save, previous }: { held: Held; save: Save; previous: Promise<void> | undefined },
  ): Promise<void> {
    await previous?.catch(() => {});
    // Changes made in the same turn are written together.
    await new Promise<void>(soon);
    save.isTaken = true;
    try {
      const { store, takeChanges, beforeWrite, afterWrite } = this.#options;
      if (held.epoch !== save.epoch || !held.isUsable || held.version === undefined) throw new Outdated();
      const changes = takeChanges(id);
      if (!changes) throw new Outdated();
      const version = store.nextVersion();
      const messages = held.messages.splice(0);
      const prepared = beforeWrite(id);
      const written = store.write(id, { base: held.version, version, changes, messages });
      const [isWritten] = await Promise.all([written, prepared]);
      if (!isWritten) throw new Outdated();
      held.version = version;
      changes.written();
      afterWrite(id);
    } catch (error) {
      if (held.epoch === save.epoch) this.#renew(held, false);
      throw error;
    } finally {
      if (held.save === save) held.save = undefined;
    }
  }

  #renew(held: Held, isUsable: boolean): void {
    held.epoch = ++this.#epochs;
    held.messages = [];
    held.isUsable = isUsable;
  }
}
