// A webhook. Its key is its id.
import * as z from 'zod';
import { validatorOfSchema } from '../openapi/cloudglue.ts';
import { keyed, moment } from './fields.ts';

export const webhookEvent = validatorOfSchema('WebhookEvents');
export const endpoint = z.url({ protocol: /^https?$/ });

export const webhookRecord = z.lazy(() =>
  z.strictObject({
    ...keyed,
    endpoint,
    description: z.string().optional(),
    active: z.boolean(),
    events: z.array(webhookEvent),
    secret: z.string(),
    createdAt: moment,
    /** The origin at which the client that created it reached this server; URLs in payloads begin with it. */
    origin: z.string(),
  }),
);

export type WebhookRecord = z.output<typeof webhookRecord>;
export type WebhookEvent = z.output<typeof webhookEvent>;
