// One account's files: found by id or by what they were made of.
import type { ClockState } from '../clock.ts';
import type { AccountRecord, AccountSnapshot, FileRecord } from './records.ts';

/** What all accounts of a store hold together, in files and keys of deleted files. */
export interface Usage {
  kept: number;
}

export class AccountStore {
  readonly #record: AccountRecord;
  readonly #idsByKey = new Map<string, string>();
  readonly #usage: Usage;

  constructor(record: AccountRecord, usage: Usage) {
    this.#record = record;
    this.#usage = usage;
    for (const { key, id } of record.files.values()) this.#idsByKey.set(key, id);
  }

  /** How much the account holds: its files, and the keys of those deleted. */
  get size(): number {
    return this.#record.files.size + this.#record.deletions.size;
  }

  /** The clock's state: one object for the account's life, which its clock changes. */
  get clock(): ClockState {
    return this.#record.clock;
  }

  get(id: string): FileRecord | undefined {
    return this.#record.files.get(id);
  }

  /** The file that was made of what the key stands for. */
  find(key: string): FileRecord | undefined {
    const id = this.#idsByKey.get(key);
    return id === undefined ? undefined : this.get(id);
  }

  /** The file of a key, or the one that `make` makes: one step, so a key never has two files. */
  findOrInsert(key: string, make: (timesDeleted: number) => FileRecord): FileRecord {
    const existing = this.find(key);
    if (existing) return existing;
    const made = make(this.#record.deletions.get(key) ?? 0);
    this.insert(made);
    return made;
  }

  insert(file: FileRecord): void {
    this.#record.files.set(file.id, file);
    this.#usage.kept += 1;
    this.#idsByKey.set(file.key, file.id);
  }

  /** Changes some fields of a file. Undefined if there is none with that id. */
  update(id: string, changes: Partial<Omit<FileRecord, 'id' | 'key'>>): FileRecord | undefined {
    const file = this.get(id);
    if (!file) return undefined;
    const changed = { ...file, ...changes };
    this.#record.files.set(id, changed);
    return changed;
  }

  remove(id: string): FileRecord | undefined {
    const file = this.get(id);
    if (!file) return undefined;
    const deletions = this.#record.deletions.get(file.key) ?? 0;
    this.#record.files.delete(id);
    this.#idsByKey.delete(file.key);
    this.#record.deletions.set(file.key, deletions + 1);
    if (deletions > 0) this.#usage.kept -= 1;
    return file;
  }

  /** Every file, oldest first. */
  all(): IterableIterator<FileRecord> {
    return this.#record.files.values();
  }

  snapshot(): AccountSnapshot {
    const { clock, files, deletions } = this.#record;
    return { clock: { ...clock }, files: [...files.values()], deletions: [...deletions] };
  }

  restore({ clock, files, deletions }: AccountSnapshot): void {
    this.reset();
    Object.assign(this.#record.clock, clock);
    for (const file of files) this.insert(file);
    for (const [key, times] of deletions) this.#record.deletions.set(key, times);
    this.#usage.kept += deletions.length;
  }

  reset(): void {
    this.#usage.kept -= this.size;
    this.#record.clock.offset = 0;
    this.#record.files.clear();
    this.#record.deletions.clear();
    this.#idsByKey.clear();
  }
}
