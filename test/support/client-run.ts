// A run of the reference client through everything that it can do, as a sound client goes about it.
import { readFileSync } from 'node:fs';
import { type Client, createClient } from '../../contracts/client.ts';
import { UNKNOWN_ID } from '../../src/errors/cases/error-case.ts';
import { ids } from './ids.ts';

const TALK = 'https://example.com/talk.mp4';

/** Asks for a file until it has ended; the mock's lifecycle must be `polled`. */
async function waitFor(client: Client, id: string) {
  for (;;) {
    const file = await client.getFile(id);
    if (file.status !== 'pending' && file.status !== 'processing') return file;
  }
}

/** What is refused is a part of the run. */
const refused = (asked: Promise<unknown>): Promise<number> =>
  asked.then(
    () => {
      throw new Error('it was not refused');
    },
    ({ status }: { status: number }) => status,
  );

async function connectors(client: Client): Promise<string> {
  await client.listDataConnectors();
  const synced: string[] = [];
  let page_token: string | undefined;
  do {
    const page = await client.listDataConnectorFiles(ids.grain, {
      limit: 2,
      from: '2001-01-01',
      ...(page_token && { page_token }),
    });
    for (const { name, uri } of page.data) {
      if (uri === null || name.startsWith('Error case')) continue;
      const { id } = await client.syncDataConnectorFile(ids.grain, uri);
      synced.push((await waitFor(client, id)).id);
      await client.getDataConnectorSourceMetadata(ids.grain, uri);
    }
    page_token = page.next_page_token ?? undefined;
  } while (page_token && synced.length < 5);
  await client.listDataConnectorFiles(ids['google-drive'], { path: '/', title_search: 'review' });
  await refused(client.syncDataConnectorFile(ids.grain, 'grain://recording/no-such-recording'));
  await refused(client.listDataConnectorFiles(UNKNOWN_ID));
  return synced[0] ?? '';
}

async function files(client: Client, fileId: string): Promise<void> {
  await waitFor(client, (await client.syncFileFromUrl(TALK, { speaker: 'Ana', parts: [1, 2] })).id);
  const media = new File([readFileSync('contracts/fixtures/interview.mp4')], 'interview.mp4');
  const { id } = await client.uploadFile(media, { kind: 'interview' });
  await waitFor(client, id);
  await client.listFiles({ limit: 2, offset: 1, status: 'completed', order: 'filename', sort: 'asc' });
  await client.listFiles({ created_after: '2026-01-01' });
  await client.updateFile(fileId, { filename: 'Renewal call.mp4', metadata: { speaker: 'Bo' } });
  await client.syncFileSourceMetadata(fileId);
  const tag = await client.createTag({ label: 'topic', value: 'pricing', file_id: fileId });
  await client.listFileTags(fileId);
  await client.listTags({ type: 'file' });
  await client.getTag(tag.id);
  await client.updateTag(tag.id, { value: 'discount' });
  await client.deleteTag(tag.id);
  await client.deleteFile(id);
  await refused(client.getFile(id));
}

async function collections(client: Client, fileId: string): Promise<void> {
  const { id } = await client.createCollection({
    collection_type: 'media-descriptions',
    name: 'Talks',
    describe_config: { enable_summary: true },
  });
  await refused(client.createCollection({ collection_type: 'rich-transcripts', name: 'Talks' }));
  await client.listCollections({ limit: 5 });
  await client.updateCollection(id, { name: 'Calls' });
  await client.getCollection(id);
  const added = await client.addMedia(id, { file_id: fileId });
  await client.addMedia(id, { url: 'https://www.youtube.com/watch?v=Qk7mR2dYx0E' });
  await client.listVideos(id, { limit: 10, status: 'completed' });
  for (let status = ''; status !== 'completed'; )
    status = (await client.getVideo(id, added.file_id)).status ?? '';
  await client.deleteVideo(id, added.file_id);
  await client.deleteCollection(id);
}

async function imports(client: Client): Promise<void> {
  const { id } = await client.createCollection({ collection_type: 'metadata', name: 'All calls' });
  const body = { name: 'Calls', connector_id: ids.grain, filters: [{ title_search: 'call' }], start: false };
  const { id: importId = '' } = await client.createMetadataImport(id, body);
  await client.listMetadataImports(id, { limit: 10 });
  const { id: runId = '' } = await client.createMetadataImportRun(id, importId, { mode: 'append' });
  await client.getMetadataImport(id, importId);
  await client.cancelMetadataImportRun(id, importId, runId);
  await client.deleteMetadataImport(id, importId);
}

async function webhooks(client: Client): Promise<void> {
  const { id } = await client.createWebhook({
    endpoint: 'http://127.0.0.1:9/hooks',
    subscribed_events: ['file.job.completed'],
  });
  await client.listWebhooks();
  await client.getWebhookById(id);
  await client.updateWebhook(id, { endpoint: 'http://127.0.0.1:9/hooks', active: false });
  await client.deleteWebhook(id);
}

/**
 * Goes through every operation that is not deprecated, and some refusals.
 * @param baseUrl of a mock whose lifecycle is `polled`, with the base path
 */
export async function runClient(baseUrl: string, apiKey = 'cg-test'): Promise<void> {
  const client = createClient({ baseUrl, apiKey });
  const fileId = await connectors(client);
  await files(client, fileId);
  await collections(client, fileId);
  await imports(client);
  await webhooks(client);
}
