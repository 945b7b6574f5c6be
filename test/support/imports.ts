// A client of bulk imports, for tests.
import { expect } from 'vitest';
import type { MockOptions } from '../../src/index.ts';
import type { Schemas } from '../../src/openapi/cloudglue.ts';
import { type Client, ids, setup } from './setup.ts';

export type Run = Schemas['MetadataImportRun'] & {
  id: string;
  status: string;
  progress: Required<Schemas['MetadataImportRunProgress']>;
};
export type Import = Schemas['MetadataImport'] & { id: string; latest_run: Run; error: string };

/** Files on a page of a listing. */
export const PAGE = 20;

export function importsOf({ call }: Client, collectionId: string) {
  const base = `/v1/collections/${collectionId}/imports`;
  const get = (id: string, query = '') =>
    call<Import & { runs: Run[]; total_runs: number }>('GET', `${base}/${id}${query}`);
  return {
    create: (body: object = {}) =>
      call<Import>('POST', base, { name: 'Calls', connector_id: ids.grain, ...body }),
    list: (query = '') => call<Schemas['MetadataImportList'] & { data: Import[] }>('GET', `${base}${query}`),
    get,
    remove: (id: string) => call<{ id: string; deleted: boolean }>('DELETE', `${base}/${id}`),
    run: (id: string, body?: object) => call<Run & { error: string }>('POST', `${base}/${id}/runs`, body),
    cancel: (id: string, runId: string) => call<Run>('POST', `${base}/${id}/runs/${runId}/cancel`),
    /** The newest run. */
    latest: async (id: string) => (await get(id)).body.runs[0] as Run,
  };
}

/** A mock with a collection to import into. */
export async function withImports(collection_type = 'metadata', options: MockOptions = {}) {
  const client = setup(options);
  const { body } = await client.createCollection('Library', {
    collection_type,
    ...(collection_type === 'entities' && { extract_config: { prompt: 'Decisions' } }),
  });
  const account = client.mock.account('cg-test');
  const imports = importsOf(client, body.id);
  return {
    ...client,
    ...imports,
    id: body.id,
    account,
    /** Imports, or runs an import again, and gives the run when it has ended. */
    imported: async (body: object = {}) => {
      const made = await imports.create(body);
      account.clock.settle();
      return { id: made.body.id, run: await imports.latest(made.body.id) };
    },
    runAgain: async (importId: string, body?: object) => {
      await imports.run(importId, body);
      account.clock.settle();
      return imports.latest(importId);
    },
    /** Every file of the collection. */
    members: async () => (await client.videos(body.id, { limit: 100 })).body.data,
  };
}

type Account = Awaited<ReturnType<typeof withImports>>['account'];

/** A Drive with so many files at its root, as a connector of the account; the second cannot be had. */
export function addDrive(account: Account, count: number): string {
  const items = Array.from({ length: count }, (_, nth) => ({
    id: `talk-${nth}`,
    path: `Talk ${String(nth).padStart(5, '0')}.mp4`,
    ...(nth === 1 && { error: 'item-not-found' }),
  }));
  return account.connectors.add({ type: 'google-drive', items }).id;
}

/** What holds of the counts of a run at any time; once it is completed, nothing waits to be indexed. */
export function expectToAddUp({ status, progress }: Run): void {
  const { files_listed, files_created, files_updated, files_skipped, files_failed } = progress;
  expect(files_listed).toBe(files_created + files_updated + files_skipped + files_failed);
  expect(progress.files_queued).toBe(files_created + files_updated + files_failed);
  const settled = progress.files_indexed + progress.files_imported + files_failed;
  expect(settled).toBeLessThanOrEqual(progress.files_queued);
  if (status === 'completed') expect(settled).toBe(progress.files_queued);
}
