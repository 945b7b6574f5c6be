// What happens in an account, as it happens: requests, and changes of status.
import type { Account } from '../accounts/account.ts';
import { entryBody } from '../journal/entry-body.ts';
import type { AdminSchemas } from '../openapi/admin.ts';
import type { MockParts } from './mock-control.ts';

/** A request that was answered, or a status that a file came to. */
export type ControlEvent =
  | { type: 'request'; data: AdminSchemas['RecordedRequest'] }
  | { type: 'status'; data: StatusEvent };

export interface StatusEvent {
  /** Milliseconds since the Unix epoch, on the account's clock. */
  at: number;
  file_id: string;
  filename: string;
  /** Of a file, or of a file in a collection; `deleted` if it is gone. */
  status: string;
  /** Where it is the file's place in a collection that changed. */
  collection_id?: string;
}

/** Calls back for each event from now on. Returns what ends that. */
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
