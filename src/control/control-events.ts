// The events of an account as they happen: requests, and changes of status.
import type { Account } from '../accounts/account.ts';
import type { StatusChange } from '../files/status-watcher.ts';
import { entryBody } from '../journal/entry-body.ts';
import type { AdminSchemas } from '../openapi/admin.ts';
import { Listeners } from '../util/listeners.ts';
import type { MockParts } from './mock-control.ts';

/** A request that was answered, or a change of a file's status. */
export type ControlEvent =
  | { type: 'request'; data: AdminSchemas['RecordedRequest'] }
  | { type: 'status'; data: StatusEvent };

export interface StatusEvent {
  /** Milliseconds since the Unix epoch, on the account's clock. */
  at: number;
  file_id: string;
  filename: string;
  /** The new status of a file, or of a file in a collection; `deleted` if it was removed. */
  status: string;
  /** The collection, if the status is that of the file in a collection. */
  collection_id?: string;
}

/** Whose events are followed. */
export interface FollowOptions {
  /** True: the requests without a key, which belong to no account, instead of the events of this one. */
  keyless?: boolean | undefined;
  /** Whether headers and bodies of requests are left out; default false. */
  brief?: boolean | undefined;
}

/** Calls back for each event from now on. Returns a function that stops it. */
export function followEvents(
  { journal, feed }: MockParts,
  account: Account,
  listener: (event: ControlEvent) => void,
  { keyless = false, brief = false }: FollowOptions = {},
): () => void {
  const listeners = new Listeners<ControlEvent>();
  const remove = listeners.add(listener, 'a listener that follow() was given');
  const unfollow = [
    remove,
    journal.follow(keyless ? null : account.id, (entry) =>
      listeners.tell({ type: 'request', data: entryBody(entry, { brief }) }),
    ),
  ];
  if (!keyless) {
    unfollow.push(
      feed.follow(account, (change) => listeners.tell({ type: 'status', data: statusEvent(change) })),
    );
  }
  return () => {
    for (const end of unfollow) end();
  };
}

/** A change of status as the control plane shows it. */
export const statusEvent = ({ at, status, file, entry }: StatusChange): StatusEvent => ({
  at,
  file_id: file.id,
  filename: file.filename,
  status,
  ...(entry && { collection_id: entry.collectionId }),
});
