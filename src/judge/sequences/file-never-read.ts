// A file that was synced, and that nothing ever asked for.
import { quote } from '../../errors/cases/error-case.ts';
import type { OperationId } from '../../openapi/cloudglue.ts';
import { fileIdIn } from '../../sources/uri.ts';
import { BoundedMap } from '../../util/bounded-map.ts';
import { isUnderWay, MOST_FOLLOWED, textIn } from '../facts.ts';
import { defineSequenceRule, type Seen, seen } from '../rule.ts';

interface Synced {
  where: Seen;
  uri: string;
}

interface State {
  /** The files that nothing asked for yet, by id. */
  unread: BoundedMap<string, Synced>;
  /** Whether the account ever had a webhook that may tell the end. */
  isTold: boolean;
}

const SYNCS: readonly OperationId[] = ['syncDataConnectorFile', 'syncFileFromUrl'];
/** They show all files, or may. */
const LISTINGS: readonly OperationId[] = ['listFiles', 'listVideos'];
const WEBHOOKS: readonly OperationId[] = ['createWebhook', 'updateWebhook'];

export const fileNeverRead = defineSequenceRule({
  name: 'file-never-read',
  severity: 'warning',
  summary: 'A client asks how the processing of a file ended that it synced',
  reason:
    'A sync answers before the media is fetched. Whether that fails shows in the status of the file only.',
  source: 'opinion',
  examples: {
    broken: 'syncs an item, takes 200 as success, and ends',
    sound: 'polls the file, lists the files later, or has a webhook',
  },
  start: (): State => ({ unread: new BoundedMap<string, Synced>(MOST_FOLLOWED), isTold: false }),
  observe(state, exchange) {
    const { unread } = state;
    const operation = exchange.operation as OperationId;
    if (SYNCS.includes(operation)) {
      const { answer, body } = exchange;
      const id = textIn(answer, 'id');
      if (id === undefined) return;
      // Where the clock stands still, nothing happens to the file by itself.
      if (!isUnderWay(answer)) unread.delete(id);
      else if (exchange.isTimed && !unread.has(id))
        unread.set(id, { where: seen(exchange), uri: (textIn(body, 'url') ?? id).slice(0, 300) });
    } else if (WEBHOOKS.includes(operation)) state.isTold ||= exchange.status === 200;
    else if (unread.size === 0) return;
    else if (LISTINGS.includes(operation)) unread.clear();
    else {
      const { params, body } = exchange;
      const used = params.file_id ?? textIn(body, 'file_id') ?? fileIdIn(textIn(body, 'url') ?? '');
      if (used !== undefined) unread.delete(used.toLowerCase());
    }
  },
  end({ unread, isTold }, { webhooks }, tell) {
    if (isTold || webhooks > 0) return;
    for (const [id, { where, uri }] of unread) {
      tell(
        {
          text: `${quote(uri)} became the file ${id}, and nothing ever asked how its processing ended`,
          remedy:
            'ask for the file until its status is completed or failed, list the files later, or let a webhook tell the end',
        },
        where,
      );
    }
  },
});
