// The events of an account as they happen: requests, and changes of status.
import type { Account } from '../accounts/account.ts';
import { entryBody } from '../journal/entry-body.ts';
import type { AdminSchemas } from '../openapi/admin.ts';
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

/** Calls back for each event from now on. Returns a function that stops it. */
export function followEvents(
  { journal, feed }: MockParts,
  account: Account,
  listener: (event: ControlEvent) => void,
): () => void {
  const unfollow = [
    journal.follow(account.id, (entry) => listener({ type: 'request', data: entryBody(entry) })),
    feed.follow(account, ({ at, status, file, entry }) =>
      listener({
        type: 'status',
        data: {
          at,
          file_id: file.id,
          filename: file.filename,
          status,
          ...(entry && { collection_id: entry.collectionId }),
        },
      }),
    ),
  ];
  return () => {
    for (const end of unfollow) end();
  };
}
