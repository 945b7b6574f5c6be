// States of bulk imports.
import * as z from 'zod';
import { collectionOf } from './collection-states.ts';
import { defineState, type StateContext } from './state-definition.ts';
import { connectorOf } from './state-items.ts';

const parameters = z.strictObject({
  name: z.string().min(1).default('Interviews'),
  collection_type: z.enum(['metadata', 'media-descriptions']).default('metadata'),
});

interface Made {
  id: string;
  latest_run: { id: string } | null;
}

/** Makes an import into a collection of that name. */
async function importInto(
  context: StateContext,
  { name, collection_type }: z.output<typeof parameters>,
  start: boolean,
) {
  const collection_id = await collectionOf(context, name, collection_type);
  const connector_id = connectorOf(context, 'grain');
  const made = await context.request<Made>('POST', `/collections/${collection_id}/imports`, {
    name: 'Calls',
    connector_id,
    start,
  });
  return {
    collection_id,
    connector_id,
    import_id: made.id,
    ...(made.latest_run && { run_id: made.latest_run.id }),
  };
}

const GIVES = ['collection_id', 'connector_id', 'import_id'] as const;

export const importStates = {
  'an import exists': defineState({
    summary: 'a collection has an import of what a connector lists, of which there was no run yet',
    parameters,
    gives: GIVES,
    setUp: (context, given) => importInto(context, given, false),
  }),
  'an import is running': defineState({
    summary: 'a collection has an import of what a connector lists, and a run of it has just begun',
    parameters,
    gives: [...GIVES, 'run_id'],
    setUp: (context, given) => importInto(context, given, true),
  }),
  'an import has run': defineState({
    summary: 'a collection has an import of what a connector lists, of which one run is completed',
    parameters,
    gives: [...GIVES, 'run_id'],
    async setUp(context, given) {
      const values = await importInto(context, given, true);
      context.account.clock.settle();
      return values;
    },
  }),
} as const;
