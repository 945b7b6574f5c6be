// Finds changes of status when they are due, however the clock got there, and publishes each once and in order.
import type { Account } from '../accounts/account.ts';
import type { StoreChange } from '../accounts/store-change.ts';
import type { CollectionFileRecord } from '../records/collection-file.ts';
import type { FileStatus } from '../records/fields.ts';
import type { FileRecord } from '../records/file.ts';
import { DueQueue } from './due-queue.ts';
import {
  nextStepAfter,
  type Step,
  statusOf,
  stepsBegun,
  timelineInCollection,
  timelineOf,
} from './lifecycle.ts';

/** A change of status of a file, or of a file in a collection; or its removal. */
export interface StatusChange {
  /** The time of the change on the account's clock, in milliseconds since the Unix epoch. */
  at: number;
  status: FileStatus | 'deleted';
  file: FileRecord;
  /** The entry in the collection, if the change is that of a file in a collection. */
  entry?: CollectionFileRecord | undefined;
}

export type Publish = (change: StatusChange) => void;

/** A file, or an entry in a collection, by its id. */
type Mover = `file ${string}` | `entry ${string}`;

/** Watches the statuses of one account's files. */
export class StatusWatcher {
  readonly #account: Account;
  readonly #publish: Publish;
  readonly #knownUntil: () => number;
  /** The time, on the account's clock, up to which changes were found. The store's `announcedAt` follows once they are published. */
  #foundUntil: number;
  /** The number of calls that publish changes right now: a listener may cause further changes. */
  #publishing = 0;
  #isStopped = false;
  /** Files and entries by the time of their next step. */
  readonly #due = new DueQueue<Mover>((mover) => nextStepAfter(this.#stepsOf(mover), this.#foundUntil));

  /**
   * Continues after the account's last announced change.
   * @param knownUntil the moment up to which files have been made, on the account's clock
   */
  constructor(account: Account, publish: Publish, knownUntil: () => number) {
    this.#account = account;
    this.#knownUntil = knownUntil;
    this.#publish = publish;
    const { files, collectionFiles, announcedAt } = account.store;
    this.#foundUntil = announcedAt;
    const add = (mover: Mover) => this.#due.add(nextStepAfter(this.#stepsOf(mover), announcedAt), mover);
    for (const { id } of files.all()) add(`file ${id}`);
    for (const { id } of collectionFiles.all()) add(`entry ${id}`);
  }

  /** When the next change is due, on the account's clock; infinity if there is none. */
  get nextDue(): number {
    return this.#due.next;
  }

  /** Publishes every change that is due, the earliest first. */
  catchUp(): void {
    if (this.#isStopped) return;
    const from = this.#foundUntil;
    const to = Math.max(from, Math.min(this.#account.clock.now(), this.#knownUntil()));
    this.#foundUntil = to;
    if (to >= this.#due.next) this.#tell(this.#takeChanges(from, to));
    if (this.#publishing === 0 && !this.#isStopped) this.#account.store.announcedAt = this.#foundUntil;
  }

  /** Publishes nothing more: the account was closed. */
  stop(): void {
    this.#isStopped = true;
  }

  /** The changes that fell due in a span of time, the earliest first. */
  #takeChanges(from: number, to: number): StatusChange[] {
    const movers = [...this.#due.takeUntil(to)];
    const steps = movers.flatMap((mover) => this.#stepsOf(mover));
    for (const mover of movers) this.#due.add(nextStepAfter(this.#stepsOf(mover), to), mover);
    return (
      steps
        .filter(({ at }) => at > from && at <= to)
        // A file comes before its entries in collections.
        .toSorted((a, b) => a.at - b.at || Number(a.entry !== undefined) - Number(b.entry !== undefined))
    );
  }

  #tell(changes: readonly StatusChange[]): void {
    this.#publishing++;
    try {
      for (const change of changes) if (!this.#isStopped) this.#publish(change);
    } finally {
      this.#publishing--;
    }
  }

  /** Call after every change of the account's records. */
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

  /** Publishes the immediate effect of a changed record on its status; without `is`, the record was removed. */
  #compare(
    subject: Pick<StatusChange, 'file' | 'entry'>,
    was: Step[] | undefined,
    is: Step[] | undefined,
  ): void {
    // The time up to which changes were found; later ones are left to the next catchUp().
    const at = this.#foundUntil;
    if (!is) {
      this.#tell([{ ...subject, at, status: 'deleted' }]);
      return;
    }
    const { file, entry } = subject;
    this.#due.add(nextStepAfter(is, at), entry ? `entry ${entry.id}` : `file ${file.id}`);
    const [begun, begunNow] = [stepsBegun(was ?? [], at), stepsBegun(is, at)];
    this.#tell(is.slice(begun, begunNow).map(({ status }) => ({ ...subject, at, status })));
    if (begunNow > begun) return;
    const status = statusOf(is, at);
    if (statusOf(was ?? [], at) !== status) this.#tell([{ ...subject, at, status }]);
  }

  /** Every step of a file or an entry; none if it was removed. */
  #stepsOf(mover: Mover): (StatusChange & Step)[] {
    const { files, collectionFiles } = this.#account.store;
    const id = mover.slice(mover.indexOf(' ') + 1);
    const entry = mover.startsWith('entry ') ? collectionFiles.get(id) : undefined;
    const file = files.get(entry?.fileId ?? id);
    if (!file) return [];
    const timeline = entry ? timelineInCollection(entry, file) : timelineOf(file);
    return timeline.map((step) => ({ ...step, file, entry }));
  }
}
