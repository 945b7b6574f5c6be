// lowdb's adapter for a data file: appends what changed since the last write; many at once share one write.
import type { Adapter } from 'lowdb';
import { type ClockState, createAlarm, soon, type TimeSource } from '../time/clock.ts';
import { plainWords } from '../util/system-errors.ts';
import type { AccountStore } from './account-store.ts';
import { AccountChanges } from './changes.ts';
import type { DataFile } from './data-file.ts';
import { linesOf, type Patch, patchOf } from './patch.ts';
import { rewrite, type State } from './rewrite.ts';

/** What the store keeps. */
export interface Data {
  accounts: Map<string, AccountStore>;
  /** What the mock's own clock keeps. */
  clock: ClockState;
}

/** Where changes of the mock itself are noted; no account has this id. */
const MOCK = '';

/** Real milliseconds after which a write that failed is tried again, if nobody asks for it before. */
const RETRY_PAUSE = 1_000;

/** A file is written anew when it is so many times as long as it was when it held nothing else but what counts. */
const MOST_GROWTH = 4;
const SMALLEST = 1_048_576;

export class DataLog implements Adapter<Data> {
  /** Called when something changed and nobody is about to write it. */
  onChange: () => void = () => {};
  readonly #data: DataFile;
  readonly #time: TimeSource;
  readonly #alarm = createAlarm(() => this.onChange());
  /** By account: what is to be written next. */
  #changes = new Map<string, AccountChanges>();
  /** What is being written, or could not be. */
  #unwritten: Patch[] = [];
  #unwrittenIds = new Set<string>();
  /** One thing is done to the file at a time. */
  #queue: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;
  #underWay: Promise<void> | undefined;
  #trouble: Error | undefined;
  #isClosed = false;
  #closed: Promise<void> | undefined;
  #rewriting: Promise<void> | undefined;
  /** The length of the file at which it is written anew. */
  #rewriteAt: number;

  constructor(data: DataFile, time: TimeSource) {
    this.#data = data;
    this.#time = time;
    const { file, replay } = data;
    this.#rewriteAt =
      MOST_GROWTH * Math.max(SMALLEST, (file.end * replay.size) / Math.max(1, replay.entries));
  }

  /** Why nothing can be written, as long as that is so. */
  get trouble(): Error | undefined {
    return this.#trouble;
  }

  /** Where to note changes of an account. */
  changesOf(id: string): AccountChanges {
    let changes = this.#changes.get(id);
    if (!changes) {
      changes = new AccountChanges();
      this.#changes.set(id, changes);
      if (!this.#next) this.onChange();
    }
    return changes;
  }

  /** Notes that the mock's own clock was moved. */
  clockMoved(): void {
    this.changesOf(MOCK).fields.add('clock');
  }

  /** createMock() waits for nothing: what the file held was read when it was opened. */
  async read(): Promise<null> {
    return null;
  }

  /** Resolves when every change up to now is on the disk. */
  write(data: Data): Promise<void> {
    if (this.#isClosed) return Promise.reject(new Error('the mock was closed'));
    this.#next ??= this.#alone(async () => {
      // What is asked for at the same time is written together.
      await new Promise<void>(soon);
      this.#underWay = this.#next;
      this.#next = undefined;
      await this.#flush(data);
    });
    return this.#next;
  }

  /** Resolves when what is known of an account is on the disk; undefined if it is. */
  kept(id: string, data: Data): Promise<void> | undefined {
    if (this.#changes.has(id) || this.#changes.has(MOCK)) return this.write(data);
    if (!this.#unwrittenIds.has(id) && !this.#unwrittenIds.has(MOCK)) return undefined;
    return this.#trouble ? this.write(data) : this.#underWay;
  }

  /** Writes what is left, and lets the next process have the file. Rejects if something could not be written. */
  close(data: Data): Promise<void> {
    this.#closed ??= this.#close(data);
    return this.#closed;
  }

  async #close(data: Data): Promise<void> {
    try {
      await this.write(data);
    } finally {
      this.#isClosed = true;
      this.#trouble ??= new Error('the mock was closed');
      this.#alarm.stop();
      await this.#rewriting;
      await this.#queue;
      this.#data.file.close();
      this.#data.unlock();
    }
  }

  #alone(step: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(step);
    this.#queue = done.catch(() => {});
    return done;
  }

  async #flush(data: Data): Promise<void> {
    // What could not be written comes first; until it can, nothing more is taken.
    if (this.#unwritten.length > 0) await this.#writeTaken(data);
    this.#take(data);
    if (this.#unwritten.length === 0) return;
    const { file } = this.#data;
    const isDue = file.end > this.#rewriteAt && !this.#rewriting;
    // Records are replaced, never changed: what is taken here stays as it is while it is written.
    const state = isDue ? this.#stateOf(data) : undefined;
    await this.#writeTaken(data);
    if (state) this.#rewriting = this.#compact(state, file.end);
  }

  async #writeTaken(data: Data): Promise<void> {
    const { file } = this.#data;
    try {
      // A file that is about to be written anew comes back by itself.
      if (file.isThere() || this.#rewriting) await file.append(textsOf(this.#unwritten));
      else await this.#rewrite(this.#stateOf(data), { isAlone: true });
    } catch (error) {
      this.#fail(error as Error);
      throw error;
    }
    this.#unwritten = [];
    this.#unwrittenIds.clear();
    this.#recover();
  }

  /** Takes over what changed, as it is now. */
  #take({ accounts, clock }: Data): void {
    const at = this.#time.runs ? { at: this.#time.now() } : {};
    const changes = this.#changes;
    this.#changes = new Map();
    for (const [id, changed] of changes) {
      this.#unwrittenIds.add(id);
      const store = accounts.get(id);
      if (id === MOCK) this.#unwritten.push({ ...at, mock: { clock: { offset: clock.offset } } });
      else if (store) this.#unwritten.push({ ...at, ...patchOf(id, store, changed) });
      else this.#unwritten.push({ ...at, account: id, forgotten: true });
    }
  }

  #fail(error: Error): void {
    if (!this.#trouble) {
      console.error(
        `cloudglue-mock: cannot write the data file ${this.#data.file.path}: ${plainWords(error)}; what would change something gets 503 until it can`,
      );
    }
    this.#trouble = error;
    this.#alarm.ringWithin(RETRY_PAUSE);
  }

  #recover(): void {
    if (this.#trouble)
      console.error(`cloudglue-mock: the data file ${this.#data.file.path} is written again`);
    this.#trouble = undefined;
  }

  #stateOf({ accounts, clock }: Data): State {
    const header = { ...this.#data.header, at: this.#time.now(), clock: { offset: clock.offset } };
    return { header, accounts: [...accounts].map(([id, store]) => [id, store.snapshot()]) };
  }

  /** Shortens the file while all else goes on. If that fails, the longer one is as good. */
  async #compact(state: State, since: number): Promise<void> {
    try {
      await this.#rewrite(state, { isAlone: false, since });
    } catch {
      this.#rewriteAt = this.#data.file.end * 2;
    } finally {
      this.#rewriting = undefined;
    }
  }

  async #rewrite(state: State, { isAlone, since }: { isAlone: boolean; since?: number }): Promise<void> {
    const { file } = this.#data;
    await rewrite(file, state, {
      ...(since !== undefined && { since }),
      alone: (step) => (isAlone ? step() : this.#alone(step)),
      isStopped: () => this.#isClosed,
    });
    this.#rewriteAt = MOST_GROWTH * Math.max(SMALLEST, file.end);
  }
}

function* textsOf(patches: Patch[]): Generator<string> {
  for (const patch of patches) for (const line of linesOf(patch)) yield JSON.stringify(line);
}
