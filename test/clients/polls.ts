// Clients that wait for a file: too fast, too long, too short, in a wrong way, or not at all.
import { type Api, type Pair, times, untilTold } from './api.ts';
import { GRAIN, SYNC, sync, untilReady } from './sound.ts';

const HOOK = { endpoint: 'http://127.0.0.1:9/hook', subscribed_events: ['file.job.completed'] };

const synced = async (api: Api): Promise<string> => (await sync(api)).body.id;

/** A file whose processing never ends. */
async function endless(api: Api): Promise<string> {
  const id = await synced(api);
  api.account.files.set(id, { status: 'processing' });
  return id;
}

export const pollTooFast: Pair = {
  rule: 'poll-too-fast',
  options: { lifecycle: 'timed' },
  async sloppy(api) {
    const id = await endless(api);
    await untilTold(api, () => api.get(`/files/${id}`));
  },
  sound: {
    async 'polls every two seconds'(api) {
      await untilReady(api, await synced(api));
    },
    async 'polls five times a second'(api) {
      const id = await endless(api);
      await times(100, () => api.get(`/files/${id}`).then(() => api.wait(200)));
    },
    async 'looks a few times at once'(api) {
      const id = await synced(api);
      await times(10, () => api.get(`/files/${id}`));
      await untilReady(api, id);
    },
    async 'polls many files, each every two seconds'(api) {
      const { body } = await api.get(`/data-connectors/6f1c2b7e-3a54-4d0b-9c1e-2f7a8b9c0d15/files?limit=10`);
      const made = [];
      for (const { uri } of body.data) made.push((await sync(api, uri)).body.id);
      for (const id of made.filter(Boolean)) await untilReady(api, id);
    },
  },
};

export const pollAfterEnd: Pair = {
  rule: 'poll-after-end',
  async sloppy(api) {
    const { body } = await api.post(SYNC, { json: { url: 'grain://recording/corrupted_7Qm-2' } });
    for (let polls = 0; polls < 15; polls++) {
      if ((await api.get(`/files/${body.id}`)).body.status === 'completed') return;
      await api.wait(2_000);
    }
  },
  sound: {
    async 'stops at failed'(api) {
      const { body } = await sync(api, 'grain://recording/corrupted_7Qm-2');
      await untilReady(api, body.id);
    },
    async 'reads the file again whenever it needs it'(api) {
      const id = await synced(api);
      await untilReady(api, id);
      await times(20, () => api.get(`/files/${id}`).then(() => api.get(`/files/${id}/tags`)));
    },
    async 'reads the file again every ten minutes'(api) {
      const id = await synced(api);
      await untilReady(api, id);
      await times(20, () => api.get(`/files/${id}`).then(() => api.wait(600_000)));
    },
    async 'shows the file to many at once'(api) {
      const id = await synced(api);
      await untilReady(api, id);
      await times(3, () => Promise.all([1, 2, 3, 4, 5, 6].map(() => api.get(`/files/${id}`))));
    },
  },
};

export const pollStoppedEarly: Pair = {
  rule: 'poll-stopped-early',
  options: { lifecycle: 'timed' },
  async sloppy(api) {
    const id = await synced(api);
    await times(4, () => api.get(`/files/${id}`).then(() => api.wait(500)));
  },
  sound: {
    async 'polls until the end'(api) {
      await untilReady(api, await synced(api));
    },
    async 'gives up after a minute'(api) {
      const id = await synced(api);
      api.account.files.set(id, { steps: [{ after: '10m', status: 'completed' }] });
      await times(31, () => api.get(`/files/${id}`).then(() => api.wait(2_000)));
    },
    async 'gives up when the API fails again and again'(api) {
      const id = await synced(api);
      await times(3, () => api.get(`/files/${id}`).then(() => api.wait(500)));
      api.account.faults.add({ match: { operation: 'getFile' }, status: 500 });
      await untilReady(api, id);
    },
    async 'gives up soon on what never ends'(api) {
      const id = await endless(api);
      await times(5, () => api.get(`/files/${id}`).then(() => api.wait(500)));
    },
    async 'looks, and is told the end by a webhook'(api) {
      await api.post('/webhooks', { json: HOOK });
      const id = await synced(api);
      await times(4, () => api.get(`/files/${id}`));
    },
    async 'looks once'(api) {
      await api.get(`/files/${await synced(api)}`);
    },
    async 'is a suite that looks once in each test'(api) {
      await times(6, async () => api.get(`/files/${await synced(api)}`));
    },
    async 'has workers of which each looks once'(api) {
      const id = await synced(api);
      await Promise.all([1, 2, 3, 4, 5].map(() => api.get(`/files/${id}`)));
    },
    async 'lists the files later'(api) {
      const id = await synced(api);
      await times(4, () => api.get(`/files/${id}`));
      await api.get('/files?status=completed');
    },
    async 'deletes the file'(api) {
      const id = await synced(api);
      await times(4, () => api.get(`/files/${id}`));
      await api.send('DELETE', `/files/${id}`);
    },
    async 'stops where the file is gone'(api) {
      const id = await synced(api);
      await times(4, () => api.get(`/files/${id}`));
      api.account.faults.add({ match: { operation: 'getFile' }, status: 404 });
      await api.get(`/files/${id}`);
    },
  },
};

export const syncAsPoll: Pair = {
  rule: 'sync-as-poll',
  async sloppy({ post, wait }) {
    for (let status = 'pending'; status !== 'completed'; await wait(1_000))
      ({ status } = (await post(SYNC, { json: { url: GRAIN } })).body);
  },
  sound: {
    async 'syncs again to get the id, then polls'(api) {
      await times(3, () => sync(api));
      await api.wait(60_000);
      await untilReady(api, await synced(api));
    },
    async 'syncs everything each night'(api) {
      await times(10, () => sync(api).then(() => api.wait(86_400_000)));
    },
    async 'is a suite that syncs the same item in each test'(api) {
      await times(25, () => sync(api));
    },
    async 'is a suite that syncs the same item in each test while its file is processed'(api) {
      await times(40, () => sync(api).then(() => api.get('/collections').then(() => api.wait(1_000))));
    },
    async 'has forty workers that sync the same item'(api) {
      await Promise.all(Array.from({ length: 40 }, () => sync(api)));
      await api.wait(60_000);
      await Promise.all(Array.from({ length: 40 }, () => sync(api)));
    },
    async 'syncs at each start, and looks at the file'(api) {
      await times(12, async () => {
        await api.get(`/files/${await synced(api)}`);
        await api.wait(1_000);
      });
    },
  },
};

export const fileNeverRead: Pair = {
  rule: 'file-never-read',
  options: { lifecycle: 'timed' },
  async sloppy({ post }) {
    await post(SYNC, { json: { url: GRAIN } });
  },
  sound: {
    async 'polls the file'(api) {
      await untilReady(api, await synced(api));
    },
    async 'lists what is completed later'(api) {
      await synced(api);
      await api.wait(60_000);
      await api.get('/files?status=completed');
    },
    async 'is told by a webhook'(api) {
      await api.post('/webhooks', { json: HOOK });
      await synced(api);
    },
    async 'was told by a webhook, and deleted it'(api) {
      const { body } = await api.post('/webhooks', { json: HOOK });
      await synced(api);
      await api.send('DELETE', `/webhooks/${body.id}`);
    },
    async 'adds the file to a collection'(api) {
      const json = { name: 'Talks', collection_type: 'media-descriptions' };
      const { body } = await api.post('/collections', { json });
      const url = `cloudglue://files/${await synced(api)}`;
      await api.post(`/collections/${body.id}/media`, { json: { url } });
    },
    async 'syncs until the file has ended'(api) {
      await synced(api);
      await api.wait(60_000);
      await synced(api);
    },
    async 'leaves the reading to another program'(api) {
      const id = await synced(api);
      await api.get(`/files/${id}`, { headers: { 'user-agent': 'another/1.0' } });
    },
  },
};
