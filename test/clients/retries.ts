// Clients that try again: too early, without pause, in vain, at a risk, or not at all.
import { type Pair, times, untilTold } from './api.ts';
import { GRAIN, retried, SYNC, sync, untilReady, videoForm } from './sound.ts';

const HOOK = { endpoint: 'http://127.0.0.1:9/hook', subscribed_events: ['file.job.completed'] };

export const retryTooEarly: Pair = {
  rule: 'retry-too-early',
  async sloppy({ get, account }) {
    account.faults.add({ match: { operation: 'listFiles' }, error: 'rate-limited', times: 3 });
    await times(4, () => get('/files'));
  },
  sound: {
    async 'waits as long as it is told'(api) {
      api.account.faults.add({ match: { operation: 'listFiles' }, error: 'rate-limited', times: 3 });
      await retried(api, () => api.get('/files'));
    },
    async 'does something else meanwhile'(api) {
      api.account.faults.add({ match: { operation: 'listFiles' }, error: 'rate-limited', times: 1 });
      await api.get('/files');
      await times(30, () => api.get('/collections'));
    },
    async 'has four workers, each of which waits'(api) {
      api.account.faults.add({ rate_limit: { requests: 2, window: '30s' } });
      await Promise.all([1, 2, 3, 4].map(() => retried(api, () => api.get('/files'), 10)));
    },
    async 'has workers that know nothing of each other, and give up'(api) {
      api.account.faults.add({ match: { operation: 'listFiles' }, error: 'rate-limited', times: 3 });
      const worker = async (nth: number) => {
        await times(nth, () => api.get('/collections'));
        await api.get('/files');
      };
      await Promise.all([1, 5, 9, 13].map(worker));
    },
    async 'asks for other things, of which each has a worker'(api) {
      api.account.faults.add({ match: { operation: 'getFile' }, error: 'rate-limited', times: 8 });
      await Promise.all([...'abcdefgh'].map((id) => retried(api, () => api.get(`/files/${id}`))));
    },
    async 'shares its key with a program that was not refused'(api) {
      const other = { headers: { 'user-agent': 'another/1.0' } };
      api.account.faults.add({ match: { operation: 'listFiles' }, error: 'rate-limited', times: 1 });
      await api.get('/files');
      await api.get('/files', other);
    },
    async 'is a test that chooses the answer'({ post }) {
      const forced = { json: { url: GRAIN }, headers: { prefer: 'code=429' } };
      await times(3, () => post(SYNC, forced));
    },
  },
};

export const retryWithoutPause: Pair = {
  rule: 'retry-without-pause',
  options: { lifecycle: 'timed' },
  async sloppy(api) {
    api.account.faults.add({ match: { operation: 'listFiles' }, status: 500 });
    await untilTold(api, () => api.get('/files'));
  },
  sound: {
    async 'waits longer each time'(api) {
      api.account.faults.add({ match: { operation: 'listFiles' }, status: 500, times: 5 });
      await retried(api, () => api.get('/files'), 6);
    },
    async 'tries three times'({ get, account }) {
      account.faults.add({ match: { operation: 'listFiles' }, status: 500 });
      await times(3, () => get('/files'));
    },
    async 'asks for other things, each of which fails'({ get, account }) {
      account.faults.add({ match: { operation: 'getFile' }, status: 500 });
      await times(30, (nth) => get(`/files/${nth}`));
    },
    async 'is a suite that does other things between'({ get, account }) {
      account.faults.add({ match: { operation: 'listFiles' }, status: 500 });
      await times(10, () => get('/files').then(() => get('/collections')));
    },
  },
};

export const hopelessRetry: Pair = {
  rule: 'hopeless-retry',
  async sloppy({ get }) {
    await times(5, () => get('/files/no-such-file'));
  },
  sound: {
    async 'asks once, for each of several files'({ get }) {
      await times(20, (nth) => get(`/files/no-such-file-${nth}`));
    },
    async 'waits for what is not there yet'({ post, wait }) {
      await times(6, () => post(SYNC, { json: { url: 'grain://recording/later' } }).then(() => wait(30_000)));
    },
    async 'mends what was wrong'({ post }) {
      const json = { name: 'Talks', collection_type: 'media-descriptions' };
      await times(2, () => post('/collections', { json }));
      await post('/collections', { json: { ...json, name: 'More talks' } });
    },
  },
};

export const unsafeRetry: Pair = {
  rule: 'unsafe-retry',
  async sloppy({ post, account }) {
    account.faults.add({ match: { operation: 'uploadFile' }, network: 'answer-lost', times: 1 });
    await post('/files', { form: videoForm() });
    await post('/files', { form: videoForm() });
  },
  sound: {
    async 'looks for the file first'({ get, post, account }) {
      account.faults.add({ match: { operation: 'uploadFile' }, network: 'reset-in-body', times: 1 });
      await post('/files', { form: videoForm() });
      const { body } = await get('/files');
      if (body.total === 0) await post('/files', { form: videoForm() });
    },
    async 'looks for the file, does not trust what it finds, and has other requests under way'({
      get,
      post,
      account,
    }) {
      await Promise.all([get('/collections'), get('/tags')]);
      account.faults.add({ match: { operation: 'uploadFile' }, network: 'answer-lost', times: 1 });
      await post('/files', { form: videoForm() });
      await get('/files');
      await post('/files', { form: videoForm() });
    },
    async 'shows the error, and uploads another file'({ post, account }) {
      account.faults.add({ match: { operation: 'uploadFile' }, network: 'answer-lost', times: 1 });
      await post('/files', { form: videoForm('one.mp4') });
      await post('/files', { form: videoForm('two.mp4') });
    },
    async 'has a worker beside it that uploads the same file'({ get, post, account }) {
      await Promise.all([get('/collections'), get('/tags')]);
      account.faults.add({ match: { operation: 'uploadFile' }, network: 'answer-lost', times: 1 });
      await post('/files', { form: videoForm() });
      await post('/files', { form: videoForm() });
    },
    async 'uploads the same file twice, and wants it so'({ post }) {
      await times(3, () => post('/files', { form: videoForm() }));
    },
    async 'repeats a sync, which is safe'(api) {
      api.account.faults.add({
        match: { operation: 'syncDataConnectorFile' },
        network: 'answer-lost',
        times: 1,
      });
      await sync(api);
    },
    async 'makes a collection again, whose name is taken'({ post, account }) {
      const json = { name: 'Talks', collection_type: 'media-descriptions' };
      account.faults.add({ match: { operation: 'createCollection' }, network: 'answer-lost', times: 1 });
      await times(2, () => post('/collections', { json }));
    },
    async 'lists the webhooks before it makes one again'({ get, post, account }) {
      account.faults.add({ match: { operation: 'createWebhook' }, network: 'malformed-json', times: 1 });
      await post('/webhooks', { json: HOOK });
      const { body } = await get('/webhooks');
      if (body.total === 0) await post('/webhooks', { json: HOOK });
    },
  },
};

export const missingRetry: Pair = {
  rule: 'missing-retry',
  async sloppy({ post, account }) {
    account.faults.add({ match: { operation: 'syncDataConnectorFile' }, status: 502, times: 1 });
    await post(SYNC, { json: { url: GRAIN } });
  },
  sound: {
    async 'tries again after a pause'(api) {
      api.account.faults.add({ match: { operation: 'syncDataConnectorFile' }, status: 502, times: 2 });
      const { body } = await sync(api);
      await untilReady(api, body.id);
    },
    async 'tries three times, and gives up'(api) {
      api.account.faults.add({ match: { operation: 'syncDataConnectorFile' }, status: 502 });
      await sync(api);
    },
    async 'finds the file of a lost answer in the list'({ get, post, account }) {
      account.faults.add({ match: { operation: 'syncDataConnectorFile' }, network: 'answer-lost', times: 1 });
      await post(SYNC, { json: { url: GRAIN } });
      await get('/files');
    },
    async 'tries again another day, spelled otherwise'({ post, account, wait }) {
      const path = '/data-connectors/4ef1830b-a6c5-47d2-8b97-e10d5c3f629a/sync';
      account.faults.add({ match: { operation: 'syncDataConnectorFile' }, status: 502, times: 1 });
      await post(path, { json: { url: 'dropbox:///Team/All hands.mp4' } });
      await wait(86_400_000);
      await post(path, { json: { url: 'dropbox://team/All%20hands.mp4' } });
    },
    async 'does not wait for an hour'({ post, account }) {
      account.faults.add({ match: { operation: 'syncFileFromUrl' }, error: 'plan-limit', times: 1 });
      await post('/files/sync', { json: { url: 'https://example.com/talk.mp4' } });
    },
    async 'shows an error that does not pass'({ post }) {
      await post(SYNC, { json: { url: 'grain://recording/no-such-recording' } });
    },
    async 'is a test that chooses the answer'({ post }) {
      await post(SYNC, { json: { url: GRAIN }, headers: { prefer: 'code=502' } });
    },
    async 'reads an answer that says it is HTML'(api) {
      api.account.faults.add({
        match: { operation: 'syncDataConnectorFile' },
        network: 'wrong-content-type',
        times: 1,
      });
      const { body } = await api.post(SYNC, { json: { url: GRAIN } });
      await untilReady(api, body.id);
    },
  },
};
