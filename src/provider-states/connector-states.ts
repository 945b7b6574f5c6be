// States of connectors and of the items behind them.
import * as z from 'zod';
import type { Schemas } from '../openapi/cloudglue.ts';
import { grain } from '../sources/connectors/grain.ts';
import { hasItem } from '../sources/find-item.ts';
import { defineState } from './state-definition.ts';
import { connectorOf, ownerOf, sampleOf, typeOr } from './state-items.ts';

type Page = Pick<Schemas['DataConnectorFileList'], 'data' | 'next_page_token'>;

/** The bucket of the first item, for providers that list one bucket at a time. */
const bucketOf = (seed: Record<string, unknown> | undefined): Record<string, string> =>
  typeof seed?.bucket === 'string' ? { bucket: seed.bucket } : {};

export const connectorStates = {
  'a connector exists': defineState({
    summary: 'the account has a connector of the type',
    parameters: z.strictObject({ type: typeOr('grain') }),
    gives: ['connector_id'],
    setUp: async (context, { type }) => ({ connector_id: connectorOf(context, type) }),
  }),
  'no connector of the type exists': defineState({
    summary: 'the account has no connector of the type; uri is one that such a connector could read',
    parameters: z.strictObject({ type: typeOr('grain') }),
    gives: ['uri'],
    async setUp(context, { type }) {
      const uri = sampleOf(context, type);
      const { connectors } = context.account;
      for (const { id } of connectors.list().filter((one) => one.type === type)) connectors.remove(id);
      return { uri };
    },
  }),
  'a grain recording exists': defineState({
    summary: 'Grain has the recording, and no file was made of it yet',
    parameters: z.strictObject({ recording_id: z.string().min(1).default('abc123') }),
    gives: ['connector_id', 'recording_id', 'uri'],
    async setUp(context, { recording_id }) {
      const connector_id = connectorOf(context, 'grain');
      const uri = `grain://recording/${recording_id}`;
      const seeds = context.account.connectors.items(connector_id).map(({ seed }) => seed);
      if (!hasItem({ definition: grain, items: seeds.map((seed) => grain.item(seed as never)) }, uri)) {
        context.account.connectors.put(connector_id, {
          id: recording_id,
          title: `Recording ${recording_id}`,
        });
      }
      return { connector_id, recording_id, uri };
    },
  }),
  'an item exists': defineState({
    summary: 'the source has an item that can be synced, and no file was made of it yet',
    parameters: z.strictObject({ type: typeOr('grain'), uri: z.string().min(1).optional() }),
    gives: ['connector_id', 'uri'],
    setUp: async (context, { type, uri }) =>
      uri === undefined
        ? { connector_id: connectorOf(context, type), uri: sampleOf(context, type) }
        : { connector_id: ownerOf(context, uri), uri },
  }),
  'a listing goes on': defineState({
    summary: 'the listing of a connector, with these filters, has a second page, which begins with next_name',
    parameters: z.strictObject({
      type: typeOr('grain'),
      limit: z.int().min(1).max(100).default(2),
      filters: z.record(z.string(), z.string()).default({}),
    }),
    gives: ['connector_id', 'page_token', 'next_name'],
    async setUp(context, { type, limit, filters }) {
      const connector_id = connectorOf(context, type);
      const { seed } = context.account.connectors.items(connector_id)[0] ?? {};
      const query = new URLSearchParams({ ...bucketOf(seed), ...filters, limit: String(limit) });
      const path = `/data-connectors/${connector_id}/files?${query}`;
      const { next_page_token: page_token } = await context.request<Page>('GET', path);
      if (page_token) {
        const { data } = await context.request<Page>(
          'GET',
          `${path}&page_token=${encodeURIComponent(page_token)}`,
        );
        return { connector_id, page_token, ...(data[0] && { next_name: data[0].name }) };
      }
      throw new Error(`a listing of ${type} by ${limit} ends at its first page: choose a smaller limit`);
    },
  }),
} as const;
