// States of collections and of what is in them.
import * as z from 'zod';
import type { Schemas } from '../openapi/cloudglue.ts';
import type { FileStatus } from '../records/fields.ts';
import { fileWith } from './file-states.ts';
import { defineState, type StateContext } from './state-definition.ts';

type CollectionType = Schemas['Collection']['collection_type'];
type Collection = Pick<Schemas['Collection'], 'id' | 'name'>;

const name = z.string().min(1).default('Interviews');
const TYPES = [
  'media-descriptions',
  'entities',
  'rich-transcripts',
  'face-analysis',
  'metadata',
  'moments',
] as const satisfies CollectionType[];

/** What some types cannot do without. */
const NEEDED: { [Type in CollectionType]?: Partial<Schemas['NewCollection']> } = {
  entities: { extract_config: { prompt: 'What was decided' } },
  moments: {
    moments_config: { criteria: [{ criterion: { name: 'decision', instructions: 'What was decided' } }] },
  },
};

/** The collection of that name, new if there is none. */
export async function collectionOf(
  context: StateContext,
  name: string,
  collection_type: CollectionType,
): Promise<string> {
  const { data } = await context.request<{ data: Collection[] }>('GET', '/collections?limit=100');
  const known = data.find((collection) => collection.name === name);
  if (known) return known.id;
  const wanted = { name, collection_type, ...NEEDED[collection_type] };
  return (await context.request<Collection>('POST', '/collections', wanted)).id;
}

const fileInCollection = z.strictObject({
  uri: z.string().min(1).default('grain://recording/abc123'),
  name,
});

const STATUSES = ['pending', 'processing', 'completed', 'failed', 'not_applicable'] as const;

async function addFile(
  context: StateContext,
  { uri, name }: z.output<typeof fileInCollection>,
  status: FileStatus,
) {
  const { file_id } = await fileWith(context, uri, 'completed');
  const collection_id = await collectionOf(context, name, 'media-descriptions');
  await context.request('POST', `/collections/${collection_id}/media`, { file_id });
  if (status !== 'pending') {
    // In a collection, a file gets as far as it is itself.
    if (status !== 'completed') context.account.files.set(file_id, { status });
    context.account.clock.settle();
  }
  return { collection_id, file_id };
}

export const collectionStates = {
  'a collection exists': defineState({
    summary: 'the account has a collection of that name, which is empty',
    parameters: z.strictObject({ name, collection_type: z.enum(TYPES).default('media-descriptions') }),
    gives: ['collection_id'],
    setUp: async (context, { name, collection_type }) => ({
      collection_id: await collectionOf(context, name, collection_type),
    }),
  }),
  'a file is in a collection': defineState({
    summary: 'exactly one file is in a collection of that name, and has that status there',
    parameters: fileInCollection.extend({ status: z.enum(STATUSES).default('pending') }),
    gives: ['collection_id', 'file_id'],
    setUp: (context, { status, ...given }) => addFile(context, given, status),
  }),
  'a file of a collection is completed': defineState({
    summary: 'exactly one file is in a collection of that name, which has processed it',
    parameters: fileInCollection,
    gives: ['collection_id', 'file_id'],
    setUp: (context, given) => addFile(context, given, 'completed'),
  }),
} as const;
