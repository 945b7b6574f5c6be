// Changes of status as they fall due, whatever made the clock move: found once, in order, and handed on.
import type { Account } from '../accounts.ts';
import type { StoreChange } from '../store/account-store.ts';
import type { CollectionFileRecord, FileRecord, FileStatus } from '../store/records.ts';
import { type Step, statusOf, stepsGone, timelineInCollection, timelineOf } from './lifecycle.ts';

/** A file, or a file in a collection, that came to a status or is gone. */
export interface StatusChange {
  /** When, in milliseconds since the Unix epoch on the account's clock. */
  at: number;
  status: FileStatus | 'deleted';
  file: FileRecord;
  /** The file's place in a collection, where it is that which changed. */
  entry?: CollectionFileRecord | undefined;
}

export type Publish = (change: StatusChange) => void;

/** Follows the statuses of one account's files. */
export class StatusWatcher {
  readonly #account: Account;
  readonly #publish: Publish;
  /** Ids of what has steps to come. */
  readonly #movingFiles = new Set<string>();
  readonly #movingEntries = new Set<string>();
  #nextDue = Number.POSITIVE_INFINITY;

  /** Goes on from where the account's changes were last announced. */
  constructor(account: Account, publish: Publish) {
    this.#account = account;
    this.#publish = publish;
    const { files, collectionFiles } = account.store;
    for (const { id } of files.all()) this.#movingFiles.add(id);
    for (const { id } of collectionFiles.all()) this.#movingEntries.add(id);
    this.#settle();
  }

  /** When the next change falls due, on the account's clock; infinity if none is to come. */
  get nextDue(): number {
    return this.#nextDue;
  }

  /** Publishes every change that fell due, the earliest first. */
  catchUp(): void {
    const { store, clock } = this.#account;
    const from = store.announcedAt;
    const to = clock.now();
    store.announcedAt = to;
    if (to < this.#nextDue) return;
    const changes = this.#stepsToCome()
      .filter(({ at }) => at > from && at <= to)
      // A stable sort: a file comes before its places in collections.
      .toSorted((a, b) => a.at - b.at);
    this.#settle();
    for (const change of changes) this.#publish(change);
  }

  /** To be called after every change of the account's records. */
  changed(change: StoreChange): void {
    if (change.table !== 'files' && change.table !== 'collectionFiles') return;
    this.catchUp();
    if (change.table === 'files') this.#fileChanged(change.before, change.after);
    else this.#entryChanged(change.before, change.after);
  }

  #fileChanged(before: FileRecord | undefined, after: FileRecord | undefined): void {
    const file = after ?? before;
    if (!file) return;
    this.#compare({ file }, before && timelineOf(before), after && timelineOf(after));
    if (!before || !after) return;
    for (const entry of this.#account.store.collectionFiles.of(file.id)) {
      this.#compare({ file, entry }, timelineInCollection(entry, before), timelineInCollection(entry, after));
    }
  }

  #entryChanged(before: CollectionFileRecord | undefined, after: CollectionFileRecord | undefined): void {
    const entry = after ?? before;
    const file = entry && this.#account.store.files.get(entry.fileId);
    if (!entry || !file) return;
    const [was, is] = [before, after].map((one) => one && timelineInCollection(one, file));
    this.#compare({ file, entry }, was, is);
  }

  /** Publishes what a change of a record did to its status at once; without `is` it was removed. */
  #compare(
    subject: Pick<StatusChange, 'file' | 'entry'>,
    was: Step[] | undefined,
    is: Step[] | undefined,
  ): void {
    const at = this.#account.clock.now();
    if (!is) {
      this.#publish({ ...subject, at, status: 'deleted' });
      return;
    }
    const next = is.find((step) => step.at > at);
    if (next) this.#track(subject, next);
    const [gone, goneNow] = [stepsGone(was ?? [], at), stepsGone(is, at)];
    for (const { status } of is.slice(gone, goneNow)) this.#publish({ ...subject, at, status });
    if (goneNow > gone) return;
    const status = statusOf(is, at);
    if (statusOf(was ?? [], at) !== status) this.#publish({ ...subject, at, status });
  }

  #track({ file, entry }: Pick<StatusChange, 'file' | 'entry'>, { at }: Step): void {
    if (entry) this.#movingEntries.add(entry.id);
    else this.#movingFiles.add(file.id);
    this.#nextDue = Math.min(this.#nextDue, at);
  }

  /** Every step, of whatever still moves. */
  #stepsToCome(): (StatusChange & Step)[] {
    const { files, collectionFiles } = this.#account.store;
    const ofFiles = [...this.#movingFiles].flatMap((id) => {
      const file = files.get(id);
      return file ? timelineOf(file).map((step) => ({ ...step, file })) : [];
    });
    const ofEntries = [...this.#movingEntries].flatMap((id) => {
      const entry = collectionFiles.get(id);
      const file = entry && files.get(entry.fileId);
      return file ? timelineInCollection(entry, file).map((step) => ({ ...step, file, entry })) : [];
    });
    return [...ofFiles, ...ofEntries];
  }

  /** Lets go of what has come to its end, and finds when the next change is due. */
  #settle(): void {
    const announced = this.#account.store.announcedAt;
    const moving = this.#stepsToCome().filter(({ at }) => at > announced);
    this.#movingFiles.clear();
    this.#movingEntries.clear();
    this.#nextDue = Number.POSITIVE_INFINITY;
    for (const step of moving) this.#track(step, step);
  }
}
