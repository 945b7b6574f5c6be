// States in which the API sends an event, for contracts about messages.
import * as z from 'zod';
import { collectionOf } from './collection-states.ts';
import { makeFile } from './file-states.ts';
import { defineState, type StateContext } from './state-definition.ts';

/** The events that are sent of a file, each with how it comes to that. */
const HAPPENS: Record<string, (context: StateContext, id: string) => unknown> = {
  // By then it has begun, and not ended.
  processing: ({ account }) => account.clock.advance('3s'),
  completed: ({ account }) => account.clock.settle(),
  failed: ({ account }, id) => {
    account.files.set(id, { steps: [{ after: '1s', status: 'failed' }] });
    account.clock.settle();
  },
  deleted: (context, id) => context.request('DELETE', `/files/${id}`),
};

/** Those of a file in a collection. */
const OF_COLLECTION = 'collection.';
const events = [...Object.keys(HAPPENS), ...Object.keys(HAPPENS)].map(
  (status, nth) => `${nth < Object.keys(HAPPENS).length ? '' : OF_COLLECTION}file.job.${status}`,
) as [string, ...string[]];

/** The events that a message can be, in the order of the catalogue. */
export const sentEvents: readonly string[] = events;

export const messageStates = {
  'an event is sent': defineState({
    summary: 'a webhook is told of an event, which is the message of the interaction',
    parameters: z.strictObject({
      event: z.enum(events).default('file.job.completed'),
      uri: z.string().min(1).default('grain://recording/abc123'),
    }),
    gives: ['webhook_id', 'file_id', 'uri'],
    async setUp(context, { event, uri }) {
      const { id: webhook_id } = await context.request<{ id: string }>('POST', '/webhooks', {
        // Nobody listens there: it is the message itself that the contract is about.
        endpoint: 'http://127.0.0.1:9/hooks',
        subscribed_events: [event],
      });
      const { id: file_id } = await makeFile(context, uri);
      if (event.startsWith(OF_COLLECTION)) {
        const collection = await collectionOf(context, 'Interviews', 'media-descriptions');
        await context.request('POST', `/collections/${collection}/media`, { file_id });
      }
      await HAPPENS[event.slice(event.lastIndexOf('.') + 1)]?.(context, file_id);
      return { webhook_id, file_id, uri };
    },
  }),
} as const;
