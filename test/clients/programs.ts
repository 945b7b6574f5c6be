// Sound programs, whatever happens to their requests: each does a whole job and gives up where it must.
import type { Api } from './api.ts';
import { browseAll, retried, sync, untilReady, videoForm } from './sound.ts';

/** Items of the connector, of which each program takes its own. */
const ITEMS = [
  'abc123',
  '50aaef4a-e798-4c8b-bcc5-1238a9aaf33e',
  '3e90f338-efec-436a-9287-04f9626956a5',
  'corrupted_7Qm-2',
].map((id) => `grain://recording/${id}`);

async function importItem(api: Api, uri: string): Promise<void> {
  const { body } = await sync(api, uri);
  if (body?.id) await untilReady(api, body.id);
}

const isThere = async (api: Api, path: string, field: string, value: string): Promise<boolean> => {
  const { body } = await retried(api, () => api.get(`${path}?limit=100`));
  return body?.data?.some((entry: Record<string, unknown>) => entry[field] === value) ?? true;
};

/** Sends what makes something anew, and looks for it before it is sent again. */
async function makeOnce(
  api: Api,
  make: () => Promise<{ status: number; body: unknown }>,
  look: () => Promise<boolean>,
) {
  for (let tries = 0, pause = 1_000; tries < 4; tries++, pause *= 2) {
    const { status, body } = await make();
    if (body !== undefined && status < 429) return;
    await api.wait(Math.max(pause, 60_000));
    if (await look()) return;
  }
}

/** By name. `nth` makes what they work on differ. */
export const programs: Record<string, (api: Api, nth: number) => Promise<unknown>> = {
  'imports an item': (api, nth) => importItem(api, ITEMS[nth % ITEMS.length] as string),
  'imports the whole connector': async (api) => {
    const entries = (await browseAll(api, 'limit=15')) as { uri: string }[];
    for (const { uri } of entries.slice(0, 3)) await importItem(api, uri);
  },
  'lists all files': async (api) => {
    for (let offset = 0; ; ) {
      const { body } = await retried(api, () => api.get(`/files?limit=2&offset=${offset}`));
      if (!body?.data?.length) return;
      offset += body.data.length;
    }
  },
  'uploads a file': (api, nth) =>
    makeOnce(
      api,
      () => api.post('/files', { form: videoForm(`clip-${nth}.mp4`) }),
      () => isThere(api, '/files', 'filename', `clip-${nth}.mp4`),
    ),
  'has a webhook': (api, nth) => {
    const endpoint = `http://127.0.0.1:9/${nth}`;
    return makeOnce(
      api,
      () => api.post('/webhooks', { json: { endpoint, subscribed_events: ['file.job.completed'] } }),
      () => isThere(api, '/webhooks', 'endpoint', endpoint),
    );
  },
  'puts an item into a collection': async (api, nth) => {
    const json = { name: `Talks ${nth}`, collection_type: 'media-descriptions' };
    const { body } = await retried(api, () => api.post('/collections', { json }));
    const url = ITEMS[nth % ITEMS.length];
    if (!body?.id) return;
    const added = await retried(api, () => api.post(`/collections/${body.id}/media`, { json: { url } }));
    if (added.body?.file_id) await untilReady(api, added.body.file_id);
  },
  'deletes the newest file': async (api) => {
    const { body } = await retried(api, () => api.get('/files?limit=1'));
    const id = body?.data?.[0]?.id;
    if (id) await retried(api, () => api.send('DELETE', `/files/${id}`));
  },
};
