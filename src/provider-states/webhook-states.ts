// States of webhooks.
import * as z from 'zod';
import { defineState } from './state-definition.ts';

export const webhookStates = {
  'a webhook exists': defineState({
    summary: 'the account has a webhook; the default endpoint takes no events',
    parameters: z.strictObject({
      endpoint: z.string().min(1).default('http://127.0.0.1:9/hooks'),
      events: z.array(z.string()).min(1).default(['file.job.completed']),
    }),
    gives: ['webhook_id'],
    async setUp(context, { endpoint, events }) {
      const { id } = await context.request<{ id: string }>('POST', '/webhooks', {
        endpoint,
        subscribed_events: events,
      });
      return { webhook_id: id };
    },
  }),
} as const;
