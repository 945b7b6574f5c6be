// The steps of the tour, which `demo` plays in a terminal and the console on its page: what each shows, why it matters,
// and the answers it must get.
import { pathTo } from '../openapi/operation-places.ts';
import { anId, type Expected, textWith, UnexpectedAnswer, wholeSeconds } from './expectation.ts';
import { inOneLine, valueAt } from './json.ts';
import { type Answer, inSeconds, type TourClient } from './tour-client.ts';

/** Values that steps find and later steps need. */
export interface Findings {
  connectors: { dropbox: string; grain: string };
  uri: string;
  fileId: string;
}

export const nothingFound = (): Findings => ({
  connectors: { dropbox: '', grain: '' },
  uri: '',
  fileId: '',
});

export interface Step {
  title: string;
  /** What it is about and why it matters, in one sentence. */
  why: string;
  /** Runs the step. Returns what it has proven; throws UnexpectedAnswer if an answer differs. */
  play(client: TourClient, found: Findings): Promise<string>;
}

const ITEM = 'All hands.mp4';
/** Other ways to write the same item: typed by hand in another case, and its share link. */
const OTHER_SPELLINGS = [
  'dropbox://team/all hands.mp4',
  'https://www.dropbox.com/scl/fi/b2vrhy678t7poas4voh71/All-hands.mp4',
];
const CORRUPTED = 'grain://recording/corrupted_7Qm-2';

const syncOf = (connector: string) => pathTo('syncDataConnectorFile', { id: connector });
const folderOf = (connector: string, path: string) =>
  `${pathTo('listDataConnectorFiles', { id: connector })}?path=${encodeURI(path)}`;

/** Prints the first entry of a list whose field contains a text, and returns another field of it. */
function pick(
  client: TourClient,
  answer: Answer,
  [field, text]: [field: string, text: string],
  [wanted, expected]: [field: string, expected: Expected],
): string {
  const data = valueAt(answer.body, 'data');
  const texts = Array.isArray(data) ? data.map((entry) => String(valueAt(entry, field))) : [];
  const at = texts.findIndex((candidate) => candidate.includes(text));
  if (at < 0) {
    const expectedEntry = `an entry whose ${field} contains ${inOneLine(text)}`;
    throw new UnexpectedAnswer(
      `data in the answer to ${answer.to}`,
      expectedEntry,
      texts.join(', ') || 'no entries',
    );
  }
  const path = `data[${at}].${wanted}`;
  const entry = { [`data[${at}].${field}`]: textWith(text), [path]: expected };
  return String(client.show(answer, entry)[path]);
}

/** Browses a Dropbox folder for the item whose name contains a text, and returns its URI. */
async function browseFor(text: string, folder: string, client: TourClient, found: Findings): Promise<string> {
  const listing = await client.get(folderOf(found.connectors.dropbox, folder));
  return pick(client, listing, ['name', text], ['uri', textWith('dropbox:///')]);
}

export const steps: Step[] = [
  {
    title: 'Browse a connector',
    why: 'A user picks a recording from a provider; the world here is that of a small company, so there is something to pick without an account at any provider.',
    async play(client, found) {
      const list = await client.get(pathTo('listDataConnectors'));
      for (const type of ['dropbox', 'grain'] as const)
        found.connectors[type] = pick(client, list, ['type', type], ['id', anId]);
      found.uri = await browseFor(ITEM, '/Team', client, found);
      return 'Connectors can be browsed, and a listing gives the URI to sync each item with.';
    },
  },
  {
    title: 'Sync an item',
    why: 'The URI of the recording becomes a file: the answer comes at once and the work is done later, and clients have to be built for that.',
    async play(client, found) {
      const file = await client.post(syncOf(found.connectors.dropbox), { url: found.uri });
      const { id } = client.show(file, { id: anId, status: 'pending', filename: ITEM, bytes: null });
      found.fileId = String(id);
      return 'There is a pending file: its size is unknown until it is processed.';
    },
  },
  {
    title: 'Sync it again, spelled differently',
    why: 'One person types the path, another pastes the share link: if each spelling made a file of its own, searches would find everything twice.',
    async play(client, found) {
      for (const url of OTHER_SPELLINGS) {
        const file = await client.post(syncOf(found.connectors.dropbox), { url });
        client.show(file, { id: found.fileId, status: 'pending' });
      }
      client.show(await client.get(pathTo('listFiles')), { total: 1, 'data[0].id': found.fileId });
      return 'Three spellings, one file: every answer has the same id.';
    },
  },
  {
    title: 'Watch it go from pending to completed',
    why: 'Tests that wait for processing are slow and flaky, so here the status follows a clock that the test itself advances.',
    async play(client, { fileId }) {
      const path = pathTo('getFile', { file_id: fileId });
      client.show(await client.get(path), { status: 'pending' });
      await client.advance(2);
      client.show(await client.get(path), { status: 'processing', bytes: 943_718_400 });
      await client.advance(6);
      client.show(await client.get(path), { status: 'completed', 'media_info.duration_seconds': 2712 });
      return 'Pending, processing, completed: eight seconds of processing without any waiting.';
    },
  },
  {
    title: 'A rate limit, and a client that retries',
    why: 'Providers refuse clients that ask too often, but rarely while anyone is watching, and code that has never run fails when it is needed.',
    async play(client, found) {
      const uri = await browseFor('Rate limited twice', '/Error cases', client, found);
      const path = syncOf(found.connectors.dropbox);
      for (let refusals = 0; refusals < 2; refusals++) {
        const refused = await client.post(path, { url: uri }, 429);
        const shown = client.show(
          refused,
          { error: textWith('Retry-After') },
          { 'Retry-After': wholeSeconds },
        );
        const seconds = Number(shown['Retry-After']);
        await client.advance(seconds, `A good client would wait ${inSeconds(seconds)} now.`);
      }
      client.show(await client.post(path, { url: uri }), {
        id: anId,
        status: 'pending',
        filename: textWith('Rate limited twice'),
      });
      return 'Refused twice, then there is a file: a client that honours Retry-After gets it.';
    },
  },
  {
    title: 'A share link that needs a password',
    why: 'Some requests fail however often they are retried, and the answer says so at once, with what a person can do about it.',
    async play(client, found) {
      const uri = await browseFor('gated', '/Share links', client, found);
      const refused = await client.post(syncOf(found.connectors.dropbox), { url: uri }, 403);
      client.show(refused, { error: textWith('needs a login or a password') });
      return 'A gated link is refused with 403 and a remedy: there is no point in retrying.';
    },
  },
  {
    title: 'A file whose processing fails',
    why: 'The sync succeeds and the failure shows later, in the status of the file and not in that of an answer: a client that checks only the latter never notices.',
    async play(client, found) {
      const synced = await client.post(syncOf(found.connectors.grain), { url: CORRUPTED });
      const { id } = client.show(synced, { id: anId, status: 'pending' });
      await client.advance(8);
      client.show(await client.get(pathTo('getFile', { file_id: String(id) })), {
        status: 'failed',
        'media_info.duration_seconds': null,
      });
      return 'Every answer was 200, yet the file has failed: clients have to read its status.';
    },
  },
];
