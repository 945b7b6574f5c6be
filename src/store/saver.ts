// Saves accounts as they change, and tells whoever answers a request when what it tells of is saved.
import { createAlarm, soon } from '../time/clock.ts';
import { printableLine } from '../util/printable.ts';
import { plainWords } from '../util/system-errors.ts';
import type { Backend, SavedClock } from './backend.ts';

interface SaverOptions<State> {
  backend: Backend<State>;
  /** The account as it is now; undefined if there is none. */
  stateOf(id: string): State | undefined;
  clock(): SavedClock;
  /** Puts an account back to the state that was last saved, or drops it if none was. */
  undo(id: string, saved: State | undefined): void;
}

/** One save of an account, from the first change that it will hold until it is done. */
interface Save {
  /** Whether the state was taken: what changes from then on is for the next save. */
  isTaken: boolean;
  /** Whether a request waits for it. */
  isAwaited: boolean;
  /** Set when the change was undone together with the one before. */
  undone?: Error;
  done: Promise<void>;
}

/** Stands for the mock's own clock; no account has this id. */
const CLOCK = '';
/** Real milliseconds after which a save that failed is tried again, if nobody asks for it before. */
const RETRY_PAUSE = 1_000;

/** The path of a data file is any text. */
const warn = (text: string): void => console.error(printableLine(`cloudglue-mock: ${text}`));

export class Saver<State> {
  readonly #options: SaverOptions<State>;
  /** By account: the save that holds its latest change, until it is done. */
  readonly #latest = new Map<string, Save>();
  /** Accounts whose changes could not be saved, and that nobody waited for. */
  readonly #unsaved = new Set<string>();
  readonly #alarm = createAlarm(() => void this.#retry().catch(() => {}));
  #trouble: Error | undefined;
  #closed: Promise<void> | undefined;

  constructor(options: SaverOptions<State>) {
    this.#options = options;
  }

  /** To be told of each change of an account. */
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

  /** Before an account is read: resolves when no save of it is under way; undefined if none is. */
  settled(id: string): Promise<void> | undefined {
    return this.#latestOf(id) && this.#settled(id);
  }

  /**
   * Before an account is changed: resolves when no save of it is under way; undefined if none is, and all is well.
   * Rejects as long as nothing can be saved, after it tried again.
   */
  writable(id: string): Promise<void> | undefined {
    return this.#trouble || this.#latest.get(id)?.isTaken ? this.#writable(id) : undefined;
  }

  /** After a change: resolves when it is saved; undefined if it is. Rejects if it is not; then it was undone. */
  saved(id: string): Promise<void> | undefined {
    const save = this.#latestOf(id);
    if (!save) return undefined;
    save.isAwaited = true;
    return save.done;
  }

  /** Saves what is left to be saved. Rejects if it cannot be. */
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
      // Whoever only reads comes first, or it would wait as long as others write.
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
    // What is changed at the same time is saved together.
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

  /** Undoes what a request was about to tell, and whatever came after it. */
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
      warn(`cannot write ${name}: ${plainWords(error)}; changes get 503 until it can be written`);
    }
    this.#trouble = error;
    this.#alarm.ringWithin(RETRY_PAUSE);
  }

  #recover(): void {
    if (this.#closed) return;
    if (this.#trouble) warn(`${this.#options.backend.name} is written again`);
    this.#trouble = undefined;
  }
}
