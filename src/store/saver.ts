// Saves accounts as they change, and lets a request wait until the state that its answer shows is saved.
import { createAlarm, soon } from '../time/clock.ts';
import { printableLine } from '../util/printable.ts';
import { plainWords } from '../util/system-errors.ts';
import type { Backend, SavedClock } from './backend.ts';

interface SaverOptions<State> {
  backend: Backend<State>;
  /** The current state of an account; undefined if it does not exist. */
  stateOf(id: string): State | undefined;
  clock(): SavedClock;
  /** Puts an account back to its last saved state, or drops it if it was never saved. */
  undo(id: string, saved: State | undefined): void;
}

/** One save of an account, from the first change that it includes until it is done. */
interface Save {
  /** Whether the state was taken: later changes belong to the next save. */
  isTaken: boolean;
  /** Whether a request is waiting for it. */
  isAwaited: boolean;
  /** Set if its changes were undone together with those of the previous save. */
  undone?: Error;
  done: Promise<void>;
}

/** The id under which the mock's own clock is saved; no account has it. */
const CLOCK = '';
/** Real milliseconds before a failed save is retried, unless a request retries it earlier. */
const RETRY_PAUSE = 1_000;

/** The path of a data file is any text. */
const warn = (text: string): void => console.error(printableLine(`cloudglue-mock: ${text}`));

export class Saver<State> {
  readonly #options: SaverOptions<State>;
  /** By account: the save that includes its latest change, until it is done. */
  readonly #latest = new Map<string, Save>();
  /** Accounts with changes that could not be saved, and that no request waited for. */
  readonly #unsaved = new Set<string>();
  readonly #alarm = createAlarm(() => void this.#retry().catch(() => {}));
  #trouble: Error | undefined;
  #closed: Promise<void> | undefined;

  constructor(options: SaverOptions<State>) {
    this.#options = options;
  }

  /** Call after each change of an account. */
  changed(id: string): void {
    const latest = this.#latest.get(id);
    if (latest && !latest.isTaken) return;
    const save: Save = { isTaken: false, isAwaited: false, done: Promise.resolve() };
    save.done = this.#save(id, save, latest?.done);
    save.done.catch(() => {});
    this.#latest.set(id, save);
  }

  clockMoved(): void {
    this.changed(CLOCK);
  }

  /** Call before reading an account. Resolves when no save of it is in progress; undefined if none is. */
  settled(id: string): Promise<void> | undefined {
    return this.#latestOf(id) && this.#settled(id);
  }

  /**
   * Call before changing an account. Resolves when no save of it is in progress; undefined if none is and the last save
   * succeeded. Retries a failed save first, and rejects if that fails too.
   */
  writable(id: string): Promise<void> | undefined {
    return this.#trouble || this.#latest.get(id)?.isTaken ? this.#writable(id) : undefined;
  }

  /** Call after a change. Resolves when it is saved; undefined if it is already. If it rejects, the change was undone. */
  saved(id: string): Promise<void> | undefined {
    const save = this.#latestOf(id);
    if (!save) return undefined;
    save.isAwaited = true;
    return save.done;
  }

  /** Flushes unsaved changes. Rejects if they cannot be saved. */
  close({ withClock }: { withClock: boolean }): Promise<void> {
    this.#closed ??= this.#close(withClock);
    return this.#closed;
  }

  async #close(withClock: boolean): Promise<void> {
    try {
      if (withClock) this.clockMoved();
      await this.#allDone();
      if (this.#unsaved.size > 0) await this.#retry();
    } finally {
      this.#alarm.stop();
      await this.#options.backend.close();
      this.#trouble = new Error('the mock was closed');
    }
  }

  #latestOf(id: string): Save | undefined {
    return this.#latest.get(id) ?? this.#latest.get(CLOCK);
  }

  async #settled(id: string): Promise<void> {
    for (let save = this.#latestOf(id); save; save = this.#latestOf(id)) await save.done.catch(() => {});
  }

  async #writable(id: string): Promise<void> {
    if (this.#trouble) await this.#retry();
    for (let save = this.#latest.get(id); save?.isTaken; save = this.#latest.get(id)) {
      await save.done.catch(() => {});
      // Lets readers go first: otherwise they would wait for as long as others write.
      await new Promise<void>(soon);
    }
    if (this.#trouble) await this.#retry();
  }

  async #allDone(): Promise<void> {
    while (this.#latest.size > 0) {
      await Promise.allSettled([...this.#latest.values()].map(({ done }) => done));
    }
  }

  async #save(id: string, save: Save, previous: Promise<void> | undefined): Promise<void> {
    await previous?.catch(() => {});
    // Changes made in the same turn are saved together.
    await new Promise<void>(soon);
    save.isTaken = true;
    try {
      if (save.undone) throw save.undone;
      await this.#write(id);
      this.#unsaved.delete(id);
      this.#recover();
    } catch (error) {
      this.#fail(error as Error);
      if (save.undone || save.isAwaited) this.#undo(id, save, error as Error);
      else this.#unsaved.add(id);
      throw error;
    } finally {
      if (this.#latest.get(id) === save) this.#latest.delete(id);
    }
  }

  #write(id: string): Promise<void> {
    const { backend, stateOf, clock } = this.#options;
    if (id === CLOCK) return backend.saveClock(clock());
    const state = stateOf(id);
    return state === undefined ? backend.forget(id, clock()) : backend.save(id, state, clock());
  }

  /** Undoes the changes that a request was about to answer with, and all later ones. */
  #undo(id: string, save: Save, error: Error): void {
    if (id === CLOCK || save.undone) {
      this.#unsaved.add(id);
      return;
    }
    const next = this.#latest.get(id);
    if (next && next !== save) next.undone = error;
    const { backend, undo } = this.#options;
    this.#unsaved.delete(id);
    undo(id, backend.saved.get(id));
  }

  async #retry(): Promise<void> {
    if (this.#closed && this.#trouble) throw this.#trouble;
    const ids = [CLOCK, ...this.#unsaved];
    for (const id of ids) this.changed(id);
    await Promise.all(ids.map((id) => this.#latest.get(id)?.done));
  }

  #fail(error: Error): void {
    if (this.#closed) return;
    if (!this.#trouble) {
      const { name } = this.#options.backend;
      warn(
        `cannot write ${name}: ${plainWords(error)}; requests that change anything get 503 until it can be written`,
      );
    }
    this.#trouble = error;
    this.#alarm.ringWithin(RETRY_PAUSE);
  }

  #recover(): void {
    if (this.#closed) return;
    if (this.#trouble) warn(`${this.#options.backend.name} can be written again`);
    this.#trouble = undefined;
  }
}
