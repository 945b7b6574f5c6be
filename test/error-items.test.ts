// The items of the seeded world that go wrong on purpose: each does what its name says, in every connector.
import { describe, expect, test } from 'vitest';
import { definitions, registry } from '../src/sources/connectors/connector-registry.ts';
import type { ConnectorDefinition } from '../src/sources/definition.ts';
import type { ListingQuirk } from '../src/sources/item.ts';
import { type Client, ids, setup } from './support/setup.ts';
import { type Entry, pagesOf, placeOf, rootsOf, walkAll } from './support/walk.ts';

const TWICE = 'provider down twice then succeeds';

/** What comes of syncing an item again and again, by what its name says. */
const EVERYWHERE = {
  'not found at the source': [404, 404, 404],
  'provider down': [502, 502, 502],
  [TWICE]: [502, 502, 200],
  'processing fails': [200],
  'processing never ends': [200],
};
const WITH_SHARE_LINKS = { 'share link gated': [403, 403, 403], 'share link expired': [403, 403, 403] };
const WITH_RATE_LIMIT = {
  'rate limited': [429, 429, 429],
  'rate limited twice then succeeds': [429, 429, 200],
};

const expectedOf = ({ type, forms }: ConnectorDefinition): Record<string, number[]> => ({
  ...EVERYWHERE,
  ...(forms.some((form) => form.startsWith('https:')) && WITH_SHARE_LINKS),
  // The providers that the API's document names for its 429.
  ...(['dropbox', 'zoom'].includes(type) && WITH_RATE_LIMIT),
});

/** `Error case: rate limited`, `Rate limited.mp4` and `rate-limited.mp4` say the same. */
const wordsOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/^error case: |\.mp4$/g, '')
    .replace(/[ ,-]+/g, ' ');

const byType = definitions.map((definition) => [definition.type, definition] as const);
const connectorOf = ({ type, seeded }: ConnectorDefinition) => {
  const connector = seeded.find(({ id }) => id === ids[type]);
  if (!connector) throw new Error(`no seeded connector of type ${type}`);
  return connector;
};

/** The URI of the file that says something. */
function find(files: Entry[], words: string): string {
  const found = files.filter(({ name }) => wordsOf(name) === words);
  expect(found, words).toHaveLength(1);
  return found[0]?.uri ?? '';
}

const statusesOf = async (times: number, ask: () => Promise<{ status: number }>) => {
  const statuses: number[] = [];
  for (let time = 0; time < times; time++) statuses.push((await ask()).status);
  return statuses;
};

/** What a page token holds: a seal, the place of the last entry, and a note where the listing has a quirk. */
const partsOf = (token: string | null | undefined): string[] =>
  JSON.parse(Buffer.from(token ?? '', 'base64url').toString());

describe.each(byType)('%s', (type, definition) => {
  const id = ids[type];

  test('has an item for each error, and each does what its name says', async () => {
    const { mock, ...client } = setup();
    const files = await walkAll(client, connectorOf(definition));
    for (const [words, statuses] of Object.entries(expectedOf(definition))) {
      const uri = find(files, words);
      expect(await statusesOf(statuses.length, () => client.sync(id, uri)), words).toEqual(statuses);
    }
    mock.clock.advance('1d');
    const ends = Object.fromEntries(
      (await client.files()).body.data.map(({ filename, status }) => [wordsOf(filename ?? ''), status]),
    );
    expect(ends).toMatchObject({
      [TWICE]: 'completed',
      'processing fails': 'failed',
      'processing never ends': 'processing',
    });
  });

  test('lists them last, as the oldest, and never suggests one as the item to try', async () => {
    const { mock, ...client } = setup();
    const files = await walkAll(client, connectorOf(definition));
    const [ours, others] = [true, false].map((isOurs) =>
      files.filter(({ created_at }) => (created_at ?? 0) < Date.parse('2025-06-09') === isOurs),
    );
    expect(ours?.length).toBeGreaterThanOrEqual(Object.keys(expectedOf(definition)).length);
    expect(others?.length).toBeGreaterThan(10);
    expect(others?.filter(({ name }) => wordsOf(name) in expectedOf(definition))).toEqual([]);
    const { sampleUri } = mock.connectors.find((connector) => connector.id === id) ?? {};
    expect(others?.map(({ uri }) => uri)).toContain(sampleUri);
  });

  test('fails twice in each account, however the URI is spelled, and then succeeds', async () => {
    const { as, ...client } = setup();
    const uri = find(await walkAll(client, connectorOf(definition)), TWICE);
    const loud = uri.replace(/^[^:]+/, (scheme) => scheme.toUpperCase());
    const [ana, ben] = [as('ana'), as('ben')];
    expect((await ana.sync(id, uri)).status).toBe(502);
    expect((await ben.sync(id, uri)).status).toBe(502);
    expect((await ana.sync(id, loud)).status).toBe(502);
    expect((await ana.sync(id, uri)).status).toBe(200);
    expect((await ana.sync(id, loud)).status).toBe(200);
    expect((await ben.sync(id, loud)).status).toBe(502);
    expect((await ben.sync(id, loud)).status).toBe(200);
  });
});

describe('an error that occurs a limited number of times', () => {
  const GRAIN = 'grain://recording/error-provider-down-twice-then-succeeds';
  const DROPBOX = 'dropbox:///Error cases/Rate limited twice, then succeeds.mp4';
  const SHARED = 'https://www.dropbox.com/scl/fi/error-rate-limited-twice-then-succeeds/x.mp4';

  test('counts at every endpoint and for every form of the URI', async () => {
    const { sync, syncUrl, createCollection, addMedia } = setup();
    const { id } = (await createCollection('Calls')).body;
    expect((await syncUrl(SHARED)).status).toBe(429);
    // The media endpoint documents no 429.
    expect((await addMedia(id, { url: DROPBOX })).status).toBe(400);
    expect((await sync(ids.dropbox, DROPBOX.toLowerCase())).status).toBe(200);
    expect((await addMedia(id, { url: SHARED })).status).toBe(200);
  });

  test('counts requests for source metadata', async () => {
    const { sync, sourceMetadata } = setup();
    expect((await sourceMetadata(ids.grain, GRAIN)).status).toBe(502);
    expect((await sync(ids.grain, GRAIN)).status).toBe(502);
    expect((await sourceMetadata(ids.grain, GRAIN)).status).toBe(200);
  });

  test('does not count a request that is refused for another reason', async () => {
    const { sync } = setup();
    await sync(ids.gong, GRAIN);
    await sync(ids.grain.replace(/.$/, '0'), GRAIN);
    await sync(ids.grain, `${GRAIN}?x=1`);
    expect(await statusesOf(3, () => sync(ids.grain, GRAIN))).toEqual([502, 502, 200]);
  });

  test('does not occur again after the file is deleted', async () => {
    const { sync, remove } = setup();
    await statusesOf(2, () => sync(ids.grain, GRAIN));
    await remove((await sync(ids.grain, GRAIN)).body.id);
    expect((await sync(ids.grain, GRAIN)).status).toBe(200);
  });

  test('occurs again after a reset, and after a restore with the count of the snapshot', async () => {
    const { mock, sync } = setup();
    const ask = () => sync(ids.grain, GRAIN);
    const fresh = mock.account('cg-test').snapshot();
    await ask();
    const metOnce = JSON.parse(JSON.stringify(mock.snapshot()));
    expect(await statusesOf(2, ask)).toEqual([502, 200]);
    mock.restore(metOnce);
    expect(mock.snapshot()).toEqual(metOnce);
    expect(await statusesOf(2, ask)).toEqual([502, 200]);
    for (const begin of [
      () => mock.reset(),
      () => mock.account('cg-test').reset(),
      () => mock.account('cg-test').restore(fresh),
    ]) {
      begin();
      expect(await statusesOf(3, ask)).toEqual([502, 502, 200]);
    }
  });
});

/** The parameters of browsing that show the files of a quirk and nothing else. */
async function placesOf(client: Client, definition: ConnectorDefinition, quirk: ListingQuirk) {
  const { filters, item } = definition;
  const own = connectorOf(definition)
    .items.map((seed) => item(seed))
    .filter(({ listing }) => listing === quirk);
  const [{ createdAt, name } = { createdAt: 0, name: '' }] = own;
  const day = new Date(createdAt).toISOString().slice(0, 10);
  const hasFolders = 'folder_id' in filters || 'path' in filters || 'bucket' in filters;
  const searchesTitles = !hasFolders && filters.title_search?.isMatchedWhileListing === undefined;
  const places = [
    ...(hasFolders ? [await folderOf(client, definition, quirk)] : [{ from: day, to: day }]),
    ...(searchesTitles ? [{ title_search: name.slice(0, -2) }] : []),
  ];
  return { places, uris: own.map(({ uri }) => uri).toSorted() };
}

async function folderOf(client: Client, definition: ConnectorDefinition, quirk: ListingQuirk) {
  const connector = connectorOf(definition);
  const inside = async (place: object) =>
    (await client.browse(connector.id, { ...place, limit: 100 })).body.data;
  const called = (words: string) => (entry: Entry) =>
    entry.type === 'folder' && wordsOf(entry.name) === words;
  const roots = (await Promise.all(rootsOf(connector).map(inside))).flat();
  const outer = roots.find(called('error cases'));
  const inner = outer && (await inside(placeOf(outer))).find(called(wordsOf(quirk)));
  return inner ? placeOf(inner) : {};
}

const hasQuirks = (definition: ConnectorDefinition) =>
  connectorOf(definition).items.some((seed) => definition.item(seed).listing !== null);

describe.each(byType.filter(([, definition]) => hasQuirks(definition)))(
  'listings of %s',
  (type, definition) => {
    const id = ids[type];

    test.each([1, 2, 3])('have one that pages through an empty page, %i at a time', async (limit) => {
      const client = setup();
      const { places, uris } = await placesOf(client, definition, 'empty-page');
      expect(uris.length).toBeGreaterThan(3);
      for (const place of places) {
        const pages = await pagesOf(client, id, { ...place, limit });
        expect(pages[1]).toMatchObject({ data: [], has_more: true, next_page_token: expect.any(String) });
        expect(pages.filter(({ data }) => data.length === 0)).toHaveLength(1);
        expect(pages.flatMap(({ data }) => data.map(({ uri }) => uri)).toSorted()).toEqual(uris);
      }
    });

    test("have one whose page tokens expire after 10 seconds on the account's clock", async () => {
      const { mock, as, ...client } = setup();
      const { places, uris } = await placesOf(client, definition, 'expiring-tokens');
      for (const place of places) {
        const pages = await pagesOf(client, id, { ...place, limit: 1 });
        expect(pages.map(({ data }) => data.length)).toEqual(uris.map(() => 1));
        expect(pages.flatMap(({ data }) => data.map(({ uri }) => uri)).toSorted()).toEqual(uris);
        const page_token = pages[0]?.next_page_token ?? '';
        mock.account('cg-test').clock.advance('10s');
        expect((await client.browse(id, { ...place, page_token })).status).toBe(200);
        mock.account('cg-test').clock.advance('1ms');
        const late = await client.browse(id, { ...place, page_token });
        expect(late.status).toBe(400);
        expect(late.body.error).toContain('page_token has expired');
        expect((await as('other').browse(id, { ...place, page_token })).status).toBe(200);
        expect(await pagesOf(client, id, { ...place, limit: 2 })).toHaveLength(uris.length / 2);
      }
    });

    test('refuse a page token that was changed, or belongs to another listing', async () => {
      const client = setup();
      const [empty, expiring] = [
        await placesOf(client, definition, 'empty-page'),
        await placesOf(client, definition, 'expiring-tokens'),
      ].map(({ places }) => places[0] ?? {});
      const { body } = await client.browse(id, { ...expiring, limit: 1 });
      const [seal, after, note] = partsOf(body.next_page_token);
      expect(Number(note)).toBeGreaterThan(0);
      const later = Buffer.from(JSON.stringify([seal, after, '9999999999999'])).toString('base64url');
      for (const [place, page_token] of [
        [expiring, later],
        [empty, body.next_page_token ?? ''],
      ] as const) {
        const answer = await client.browse(id, { ...place, page_token });
        expect(answer.status).toBe(400);
        expect(answer.body.error).toContain('does not belong to this listing');
      }
    });

    test('have no quirk if they contain other items too, and their tokens never expire', async () => {
      const { mock, ...client } = setup();
      const [root = {}] = rootsOf(connectorOf(definition));
      const [first, ...others] = await pagesOf(client, id, { ...root, limit: 1 });
      expect(others.length).toBeGreaterThan(1);
      expect(others.every(({ data }) => data.length > 0)).toBe(true);
      mock.clock.advance('30d');
      const page_token = first?.next_page_token ?? '';
      expect((await client.browse(id, { ...root, page_token, limit: 1 })).body).toEqual(others[0]);
    });
  },
);

test('the tokens of other listings are the same in every mock, and contain no time', async () => {
  const [one, other] = [setup(), setup({ startTime: '2027-01-01T00:00:00Z' })];
  const tokens = await Promise.all(
    [one, other].map(async ({ browse }) => (await browse(ids.grain, { limit: 1 })).body.next_page_token),
  );
  expect(tokens[0]).toBe(tokens[1]);
  expect(partsOf(tokens[0])).toHaveLength(2);
});

test('all seeded items of a connector have different keys', () => {
  for (const { seeded, item } of Object.values<ConnectorDefinition>(registry)) {
    for (const { items } of seeded) {
      expect(new Set(items.map((seed) => item(seed).key)).size).toBe(items.length);
    }
  }
});
