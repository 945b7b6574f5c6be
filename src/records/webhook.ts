// A webhook; its key is its id.
import * as z from 'zod';
import { validatorOfSchema } from '../openapi/cloudglue.ts';
import { keyed, moment } from './fields.ts';

export const webhookEvent = validatorOfSchema('WebhookEvents');
export const endpoint = z.url({ protocol: /^https?$/ });

export const webhookRecord = z.strictObject({
  ...keyed,
  endpoint,
  description: z.string().optional(),
  active: z.boolean(),
  events: z.array(webhookEvent),
  secret: z.string(),
  createdAt: moment,
  /** How the client that made it reaches this server; payloads name addresses below it. */
  origin: z.string(),
});

export type WebhookRecord = z.output<typeof webhookRecord>;
export type WebhookEvent = z.output<typeof webhookEvent>;
