// The steps of the demo: what each shows, why it matters, and what must come of it.
import { pathTo } from '../openapi/cloudglue.ts';
import { type Answer, type DemoClient, inSeconds } from './demo-client.ts';
import { anId, type Expected, NotAsTold, textWith, wholeSeconds } from './expectation.ts';
import { inOneLine, valueAt } from './json.ts';

/** What steps find out and later ones need. */
export interface Findings {
  connectors: { dropbox: string; grain: string };
  uri: string;
  fileId: string;
}

export interface Step {
  title: string;
  why: string;
  /** Plays the step. Returns what it has proven; throws NotAsTold for what comes otherwise. */
  play(client: DemoClient, found: Findings): Promise<string>;
}

const ITEM = 'All hands.mp4';
/** How people spell the same item: by hand, in any case; or by its share link. */
const OTHER_SPELLINGS = [
  'dropbox://team/all hands.mp4',
  'https://www.dropbox.com/scl/fi/b2vrhy678t7poas4voh71/All-hands.mp4',
];
const CORRUPTED = 'grain://recording/corrupted_7Qm-2';

const syncOf = (connector: string) => pathTo('syncDataConnectorFile', { id: connector });
const folderOf = (connector: string, path: string) =>
  `${pathTo('listDataConnectorFiles', { id: connector })}?path=${encodeURI(path)}`;

/** Shows the first entry of a list with that text in a field, and returns another field of it. */
function pick(
  client: DemoClient,
  answer: Answer,
  [field, text]: [field: string, text: string],
  [wanted, expected]: [field: string, expected: Expected],
): string {
  const data = valueAt(answer.body, 'data');
  const texts = Array.isArray(data) ? data.map((entry) => String(valueAt(entry, field))) : [];
  const at = texts.findIndex((candidate) => candidate.includes(text));
  if (at < 0) {
    const expectedEntry = `an entry with ${inOneLine(text)} in its ${field}`;
    throw new NotAsTold(
      `data in the answer to ${answer.to}`,
      expectedEntry,
      texts.join(', ') || 'no entries',
    );
  }
  const path = `data[${at}].${wanted}`;
  const entry = { [`data[${at}].${field}`]: textWith(text), [path]: expected };
  return String(client.show(answer, entry)[path]);
}

/** The URI of the item in a folder of the Dropbox that has that text in its name, found by browsing. */
async function browseFor(text: string, folder: string, client: DemoClient, found: Findings): Promise<string> {
  const listing = await client.get(folderOf(found.connectors.dropbox, folder));
  return pick(client, listing, ['name', text], ['uri', textWith('dropbox:///')]);
}

export const steps: Step[] = [
  {
    title: 'Browse a connector',
    why: "A person picks a recording from what a provider holds. The world here is a small company's, so that there is something to pick with no account at any provider, and no network.",
    async play(client, found) {
      const list = await client.get(pathTo('listDataConnectors'));
      for (const type of ['dropbox', 'grain'] as const)
        found.connectors[type] = pick(client, list, ['type', type], ['id', anId]);
      found.uri = await browseFor(ITEM, '/Team', client, found);
      return 'Connectors can be browsed, and a listing gives each item the URI to sync it by.';
    },
  },
  {
    title: 'Sync an item',
    why: 'Its URI becomes a file. The answer comes at once and the work is done later, which is what a client has to be built for.',
    async play(client, found) {
      const file = await client.post(syncOf(found.connectors.dropbox), { url: found.uri });
      const { id } = client.show(file, { id: anId, status: 'pending', filename: ITEM, bytes: null });
      found.fileId = String(id);
      return 'There is a file, pending: nothing is known of its size before it is processed.';
    },
  },
  {
    title: 'Sync it again, spelled otherwise',
    why: 'One person types the path, another pastes the share link. If every spelling made a file of its own, each would be processed again, and searches would find everything twice.',
    async play(client, found) {
      for (const url of OTHER_SPELLINGS) {
        const file = await client.post(syncOf(found.connectors.dropbox), { url });
        client.show(file, { id: found.fileId, status: 'pending' });
      }
      client.show(await client.get(pathTo('listFiles')), { total: 1, 'data[0].id': found.fileId });
      return 'Three spellings, one file: each answer has the same id.';
    },
  },
  {
    title: 'Watch it go from pending to completed',
    why: 'Tests that wait for processing are slow, and fail on a bad day. Here a status is a function of a clock that the test moves.',
    async play(client, { fileId }) {
      const path = pathTo('getFile', { file_id: fileId });
      client.show(await client.get(path), { status: 'pending' });
      client.advance(2);
      client.show(await client.get(path), { status: 'processing', bytes: 943_718_400 });
      client.advance(6);
      client.show(await client.get(path), { status: 'completed', 'media_info.duration_seconds': 2712 });
      return 'Pending, processing, completed: eight seconds of processing, and nobody waited.';
    },
  },
  {
    title: 'A rate limit, and a client that tries again',
    why: 'Providers refuse whoever asks too often, and hardly ever when somebody is looking. Code for it that never ran is code that fails when it has to run.',
    async play(client, found) {
      const uri = await browseFor('Rate limited twice', '/Error cases', client, found);
      const path = syncOf(found.connectors.dropbox);
      for (let refusals = 0; refusals < 2; refusals++) {
        const refused = await client.post(path, { url: uri }, 429);
        const told = client.show(
          refused,
          { error: textWith('Retry-After') },
          { 'Retry-After': wholeSeconds },
        );
        const seconds = Number(told['Retry-After']);
        client.advance(seconds, `A good client would wait ${inSeconds(seconds)} now.`);
      }
      client.show(await client.post(path, { url: uri }), {
        id: anId,
        status: 'pending',
        filename: textWith('Rate limited twice'),
      });
      return 'Refused twice, then there is a file: a client that heeds Retry-After gets it.';
    },
  },
  {
    title: 'A share link that needs a password',
    why: 'Some things cannot be had, however often one tries. The answer says so at once, and says what a person can do about it.',
    async play(client, found) {
      const uri = await browseFor('gated', '/Share links', client, found);
      const refused = await client.post(syncOf(found.connectors.dropbox), { url: uri }, 403);
      client.show(refused, { error: textWith('needs a login or a password') });
      return 'A gated link is refused with 403, and with the way out: nothing to try again.';
    },
  },
  {
    title: 'A file whose processing fails',
    why: 'The sync succeeds, and the trouble shows later: in the status of the file, not in that of an answer. A client that looks only at the latter never learns of it.',
    async play(client, found) {
      const synced = await client.post(syncOf(found.connectors.grain), { url: CORRUPTED });
      const { id } = client.show(synced, { id: anId, status: 'pending' });
      client.advance(8);
      client.show(await client.get(pathTo('getFile', { file_id: String(id) })), {
        status: 'failed',
        'media_info.duration_seconds': null,
      });
      return 'Every answer was 200, and yet the file has failed: clients have to read its status.';
    },
  },
];
