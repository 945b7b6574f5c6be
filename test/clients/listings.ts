// Clients that read listings: not to the end, with a token that is not good, or webhooks that nobody looks after.
import { type Api, type Pair, times } from './api.ts';
import { BROWSE, browseAll, sync, untilReady } from './sound.ts';

const TEAM = '11111111-2222-4333-8444-555555555555';

/** A connector whose listing has the given oddity. */
function oddListing({ account }: Api, listing: 'empty-page' | 'expiring-tokens'): string {
  const items = [1, 2, 3, 4, 5, 6].map((nth) => ({ id: `odd-${nth}`, title: `Odd ${nth}`, listing }));
  account.connectors.add({ type: 'grain', id: TEAM, items });
  return `/data-connectors/${TEAM}/files`;
}

/** Every entry of a listing, page by page; `goesOn` says whether to ask for another one. */
async function pagesOf(
  { get, wait }: Api,
  path: string,
  goesOn: (page: { data: unknown[]; has_more: boolean }) => boolean = ({ has_more }) => has_more,
  pause = 0,
): Promise<number> {
  let entries = 0;
  for (let token = ''; ; await wait(pause)) {
    const { status, body } = await get(`${path}?limit=2${token && `&page_token=${token}`}`);
    if (status !== 200) return -1;
    entries += body.data.length;
    if (!goesOn(body)) return entries;
    token = body.next_page_token;
  }
}

export const firstPageOnly: Pair = {
  rule: 'first-page-only',
  async sloppy(api) {
    const { body } = await api.get(BROWSE);
    for (const { uri } of body.data) {
      const synced = await sync(api, uri);
      if (synced.status === 200) await untilReady(api, synced.body.id);
    }
  },
  sound: {
    async 'reads every page'(api) {
      await browseAll(api);
    },
    async 'wants the newest five'({ get }) {
      await get(`${BROWSE}?limit=5`);
    },
    async 'finds what it looks for on the first page'(api) {
      const { body } = await api.get(BROWSE);
      await untilReady(api, (await sync(api, body.data[0].uri)).body.id);
    },
    async 'is a suite of a client that reads every page, and looks at a first page in one test'(api) {
      await browseAll(api);
      await api.get(BROWSE);
    },
    async 'reads a listing that has one page'({ get }) {
      await get('/files');
      await get('/collections');
    },
    async 'narrows the listing down'({ get }) {
      await get(BROWSE);
      await get(`${BROWSE}?title_search=no-such-title`);
    },
  },
};

export const stopAtEmptyPage: Pair = {
  rule: 'stop-at-empty-page',
  async sloppy(api) {
    await pagesOf(api, oddListing(api, 'empty-page'), ({ data, has_more }) => has_more && data.length > 0);
  },
  sound: {
    async 'goes on while has_more is true'(api) {
      await pagesOf(api, oddListing(api, 'empty-page'));
    },
    async 'stops before, for it has found what it wanted'(api) {
      await pagesOf(api, oddListing(api, 'empty-page'), () => false);
    },
    async 'begins again after it was cut off there'(api) {
      const path = oddListing(api, 'empty-page');
      await pagesOf(api, path, ({ data }) => data.length > 0);
      await pagesOf(api, path);
    },
  },
};

export const pageTokenOfOtherListing: Pair = {
  rule: 'page-token-of-other-listing',
  async sloppy({ get }) {
    const { body } = await get(`${BROWSE}?limit=5&from=2025-01-01`);
    await get(`${BROWSE}?limit=5&page_token=${body.next_page_token}`);
  },
  sound: {
    async 'sends the same filters with each page'(api) {
      await browseAll(api, 'limit=5&from=2025-01-01');
    },
    async 'begins anew when a filter changes'(api) {
      await browseAll(api, 'limit=10&from=2025-01-01');
      await browseAll(api, 'limit=10');
    },
    async 'changes what does not count'({ get }) {
      const { body } = await get(`${BROWSE}?limit=5&bucket=a`);
      await get(`${BROWSE}?limit=9&bucket=b&page_token=${body.next_page_token}`);
    },
    async 'is a test of the error for a broken token'({ get }) {
      await get(`${BROWSE}?limit=5&page_token=broken`);
    },
  },
};

export const listingNotRestarted: Pair = {
  rule: 'listing-not-restarted',
  async sloppy(api) {
    await pagesOf(api, oddListing(api, 'expiring-tokens'), undefined, 11_000);
  },
  sound: {
    async 'begins again'(api) {
      const path = oddListing(api, 'expiring-tokens');
      await pagesOf(api, path, undefined, 11_000);
      await pagesOf(api, path);
    },
    async 'is quick enough'(api) {
      await pagesOf(api, oddListing(api, 'expiring-tokens'), undefined, 5_000);
    },
  },
};

const HOOK = { endpoint: 'http://127.0.0.1:9/hook', subscribed_events: ['file.job.completed'] };

export const duplicateWebhook: Pair = {
  rule: 'duplicate-webhook',
  async sloppy({ post }) {
    await times(4, () => post('/webhooks', { json: HOOK }));
  },
  sound: {
    async 'looks whether it is there'({ get, post }) {
      await times(4, async () => {
        const { body } = await get('/webhooks');
        const isThere = body.data.some(({ endpoint }: typeof HOOK) => endpoint === HOOK.endpoint);
        if (!isThere) await post('/webhooks', { json: HOOK });
      });
    },
    async 'makes one for each kind of event'({ post }) {
      for (const event of ['file.job.completed', 'file.job.failed', 'file.job.processing'])
        await post('/webhooks', { json: { ...HOOK, subscribed_events: [event] } });
    },
    async 'is started again while the old one ends'({ post }) {
      await times(2, () => post('/webhooks', { json: HOOK }));
    },
    async 'is a suite that deletes what it makes'({ post, send }) {
      await times(4, async () => {
        const { body } = await post('/webhooks', { json: HOOK });
        await send('DELETE', `/webhooks/${body.id}`);
      });
    },
  },
};
