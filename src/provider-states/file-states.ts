// States of files, each with a status that stays the same during the interaction, whatever the clock does.
import * as z from 'zod';
import type { FilePlan } from '../control/file-plans.ts';
import { connectorTypeOf } from '../sources/connectors/connector-registry.ts';
import { publicSourceOf } from '../sources/public/public-registry.ts';
import { defineState, type StateContext } from './state-definition.ts';
import { connectorOf } from './state-items.ts';

const RECORDING = 'grain://recording/abc123';
const uri = z.string().min(1).default(RECORDING);

interface Created {
  id: string;
}

/** Makes a file from a URI at the endpoint that takes it. */
export async function makeFile(
  context: StateContext,
  given: string,
): Promise<{ id: string; connector_id?: string }> {
  const type = connectorTypeOf(given)?.type;
  if (type) {
    const connector_id = connectorOf(context, type);
    const { id } = await context.request<Created>('POST', `/data-connectors/${connector_id}/sync`, {
      url: given,
    });
    return { id, connector_id };
  }
  if (!publicSourceOf(given)?.collectionsOnly)
    return context.request<Created>('POST', '/files/sync', { url: given });
  // The file stays when its collection is deleted.
  const collection = await context.request<Created>('POST', '/collections', {
    name: `For ${given}`,
    collection_type: 'media-descriptions',
  });
  const { file_id } = await context.request<{ file_id: string }>(
    'POST',
    `/collections/${collection.id}/media`,
    {
      url: given,
    },
  );
  await context.request('DELETE', `/collections/${collection.id}`);
  return { id: file_id };
}

/** A file with a status that does not change. */
export async function fileWith(context: StateContext, given: string, status: FilePlan['status']) {
  const { id, connector_id } = await makeFile(context, given);
  context.account.files.set(id, { status });
  return { file_id: id, uri: given, ...(connector_id !== undefined && { connector_id }) };
}

const FILE_VALUES = ['file_id', 'connector_id', 'uri'] as const;

const fileIs = (status: FilePlan['status'], summary: string) =>
  defineState({
    summary,
    parameters: z.strictObject({ uri }),
    gives: FILE_VALUES,
    setUp: (context, parameters) => fileWith(context, parameters.uri, status),
  });

export const fileStates = {
  'a file exists': defineState({
    summary: 'a file was made of the URI, at whichever endpoint takes it, and is completed',
    parameters: z.strictObject({ uri, metadata: z.record(z.string(), z.unknown()).optional() }),
    gives: FILE_VALUES,
    async setUp(context, { uri, metadata }) {
      const values = await fileWith(context, uri, 'completed');
      if (metadata) await context.request('PUT', `/files/${values.file_id}`, { metadata });
      return values;
    },
  }),
  'the file is pending': fileIs('pending', 'a file was made of the URI, and nothing was done with it yet'),
  'the file is processing': fileIs('processing', 'a file was made of the URI, and is worked on'),
  'the file is completed': fileIs('completed', 'a file was made of the URI, and is ready'),
  'the file is failed': fileIs('failed', 'a file was made of the URI, and could not be processed'),
  'the file is not_applicable': fileIs(
    'not_applicable',
    'a file was made of the URI, and has nothing to process',
  ),
  'the file is removed': defineState({
    summary: 'a file was made of the URI, and deleted',
    parameters: z.strictObject({ uri }),
    gives: FILE_VALUES,
    async setUp(context, parameters) {
      const values = await fileWith(context, parameters.uri, 'completed');
      await context.request('DELETE', `/files/${values.file_id}`);
      return values;
    },
  }),
  'files exist': defineState({
    summary: 'the account has exactly so many files, all completed',
    parameters: z.strictObject({ count: z.int().min(0).max(1_000).default(3) }),
    gives: [],
    async setUp(context, { count }) {
      const missing = count - context.account.files.list().length;
      if (missing < 0) throw new Error(`another state made more than ${count} files: raise count`);
      for (let nth = 1; nth <= missing; nth++) {
        await fileWith(context, `https://example.com/contract-${nth}.mp4`, 'completed');
      }
      return {};
    },
  }),
} as const;
