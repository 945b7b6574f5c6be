// An account in which something has happened: what the screenshots show.
import type { Mock } from '../../../src/index.ts';
import { pathTo } from '../../../src/openapi/operation-places.ts';

const GRAIN = '6f1c2b7e-3a54-4d0b-9c1e-2f7a8b9c0d15';
const DROPBOX = '4ef1830b-a6c5-47d2-8b97-e10d5c3f629a';
const RECALL = 'd3542f9e-68b1-4970-8c0d-a95f17e3b264';

/** What happened, by its ids. */
export interface Scene {
  /** The files, the first one first. */
  files: string[];
  collection: string;
}

/** Plays a morning with a client: files in every status, errors, a collection, a webhook, armed rules. */
export async function playScene(mock: Mock, key = 'cg-demo'): Promise<Scene> {
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    'user-agent': 'our-importer/2.4',
  };
  const send = async (method: string, path: string, json?: object) => {
    const body = json ? JSON.stringify(json) : null;
    return (await (await mock.fetch(path, { method, headers, body })).json()) as Record<string, string>;
  };
  const sync = (id: string, url: string) => send('POST', pathTo('syncDataConnectorFile', { id }), { url });
  const { clock, faults } = mock.account(key);
  await send('GET', pathTo('listDataConnectors'));
  await send('POST', pathTo('createWebhook'), {
    endpoint: 'http://127.0.0.1:3000/hooks/cloudglue',
    subscribed_events: ['file.job.completed', 'file.job.failed'],
  });
  const made = [
    await sync(GRAIN, 'grain://recording/abc123'),
    await sync(DROPBOX, 'dropbox:///Team/All hands.mp4'),
    await sync(GRAIN, 'grain://recording/corrupted_7Qm-2'),
  ];
  clock.advance('8s');
  made.push(
    await send('POST', pathTo('syncFileFromUrl'), { url: 'https://example.com/talk.mp4' }),
    await sync(RECALL, 'recall://recording/f8229cd3-a1a3-48ae-93ce-18372b92c2e5'),
    await sync(GRAIN, 'grain://recording/e170c330-791c-4170-a59b-f7a244f30711'),
  );
  clock.advance('3s');
  made.push(await sync(GRAIN, 'grain://recording/f69dfdb5-8f03-409e-9020-80f5fcb46e8e'));
  made.push(await sync(DROPBOX, 'dropbox:///Field visits/Aarhus/Dock 4.mp4'));
  await sync(GRAIN, 's3://quaymark-recordings/demos/talk.mp4');
  await sync(DROPBOX, 'dropbox:///Team/Gone.mp4');
  await send('GET', `${pathTo('listFiles')}?status=done`);
  const collection = await send('POST', pathTo('createCollection'), {
    name: 'Customer calls',
    collection_type: 'media-descriptions',
  });
  for (const file of made.slice(0, 3)) {
    await send('POST', pathTo('addMedia', { collection_id: String(collection.id) }), { file_id: file.id });
  }
  faults.add({ match: { operation: 'syncDataConnectorFile' }, error: 'provider-rate-limited', times: 1 });
  await sync(GRAIN, 'grain://recording/abc123');
  faults.add({ match: { operation: 'listFiles' }, error: 'server-error', times: 3 });
  for (const { id } of made) if (id) await send('GET', pathTo('getFile', { file_id: id }));
  return { files: made.flatMap(({ id }) => id ?? []), collection: String(collection.id) };
}
