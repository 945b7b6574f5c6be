// States in which a sync is refused: by a share link, by an item, or by the provider itself.
import * as z from 'zod';
import type { ErrorName } from '../errors/api-error.ts';
import { retryAfter } from './account-states.ts';
import { defineState } from './state-definition.ts';
import { connectorOf, putFixture, sampleOf, typeOr } from './state-items.ts';

const VALUES = ['connector_id', 'uri'] as const;

/** A state in which the connector has an item that refuses. */
const itemRefuses = (summary: string, byDefault: 'dropbox' | 'grain', name: string, error: ErrorName) =>
  defineState({
    summary,
    parameters: z.strictObject({ type: typeOr(byDefault) }),
    gives: VALUES,
    setUp: async (context, { type }) => ({
      connector_id: connectorOf(context, type),
      uri: putFixture(context, type, { name, error }),
    }),
  });

export const failureStates = {
  'the share link is gated': itemRefuses(
    'the share link needs a login or a password: 403',
    'dropbox',
    'gated',
    'share-link-gated',
  ),
  'the share link has expired': itemRefuses(
    'the share link has expired: 403',
    'dropbox',
    'expired',
    'share-link-expired',
  ),
  'the item is gone': itemRefuses(
    'the item is no longer at its source: 404',
    'grain',
    'gone',
    'item-not-found',
  ),
  'the provider rate-limits the connector': defineState({
    summary: "the provider refuses the connector's requests with 429 and Retry-After, in seconds",
    parameters: z.strictObject({
      type: typeOr('dropbox'),
      retry_after: retryAfter,
    }),
    gives: VALUES,
    async setUp(context, { type, retry_after }) {
      context.account.faults.add({ match: { connector: type }, error: 'provider-rate-limited', retry_after });
      return { connector_id: connectorOf(context, type), uri: sampleOf(context, type) };
    },
  }),
  'the provider is down': defineState({
    summary: 'the provider does not answer: syncing, browsing and source metadata get 502',
    parameters: z.strictObject({ type: typeOr('grain') }),
    gives: VALUES,
    async setUp(context, { type }) {
      context.account.faults.add({ match: { connector: type }, error: 'provider-unavailable' });
      return { connector_id: connectorOf(context, type), uri: sampleOf(context, type) };
    },
  }),
} as const;
