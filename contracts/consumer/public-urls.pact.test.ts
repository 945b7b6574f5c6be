// Public URLs: a link that anybody can open becomes a file without a connector, and each refusal has its own remedy.
import { expect, test } from 'vitest';
import { type State, state } from '../states.ts';
import { aFile, clientOf, createPact, fromState, json, withKey } from '../support/pact.ts';
import { expectRefusal } from '../support/refusal.ts';

const pact = createPact();
const talk = 'https://media.quaymark.example/talks/port-automation-keynote.mp4';
const poster = 'https://media.quaymark.example/brand/poster.png';
const tiktok = 'https://www.tiktok.com/@quaymark/video/7412036958271405317';

const urls = [
  ['a direct link', 'http', talk],
  ['a TikTok video', 'http', tiktok],
  ['a Loom recording', 'loom', 'https://www.loom.com/share/5b1d0f3c9e7a4c2f8d6b3a1e0f9c7d52'],
  [
    'a direct download of Google Drive',
    'http',
    'https://drive.google.com/uc?id=1pmSkL8-fXK1iYk_UCow3s3HyBDqWMvIf',
  ],
  ['a Dropbox share link', 'dropbox', 'https://www.dropbox.com/scl/fi/b2vrhy678t7poas4voh71/All-hands.mp4'],
] as const;

test.each(urls)('creates a pending file from %s', (what, source, url) =>
  pact
    .addInteraction()
    .given(...state('the account is fresh'))
    .uponReceiving(`a request to make a file of ${what}`)
    .withRequest('POST', '/v1/files/sync', (request) => {
      request.headers(withKey).jsonBody({ url, metadata: { speaker: 'Ana' } });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ ...aFile, status: 'pending', source, metadata: { speaker: 'Ana' } });
    })
    .executeTest(async (server) => {
      const file = await clientOf(server).syncFileFromUrl(url, { speaker: 'Ana' });
      expect(file).toMatchObject({ status: 'pending', source });
    }),
);

test('makes a pending file of an image, which is told by its media type', () =>
  pact
    .addInteraction()
    .given(...state('the account is fresh'))
    .uponReceiving('a request to make a file of an image')
    .withRequest('POST', '/v1/files/sync', (request) => {
      request.headers(withKey).jsonBody({ url: poster });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ ...aFile, status: 'pending', source: 'http', media_type: 'image' });
    })
    .executeTest(async (server) => {
      const file = await clientOf(server).syncFileFromUrl(poster);
      expect(file.media_type).toBe('image');
    }));

/** What is sent is what the state gives where `given` says so, else the URL itself. */
async function refused(title: string, status: number, url: string, given?: State): Promise<void> {
  await expectRefusal(pact, {
    given: given ?? state('the account is fresh'),
    title,
    method: 'POST',
    path: '/v1/files/sync',
    request: (request) => request.jsonBody({ url: given?.[1] ? fromState('uri', url) : url }),
    status,
    call: (client) => client.syncFileFromUrl(url),
  });
}

const wrongUrls = [
  ['a YouTube video, which collections take', 400, 'https://youtu.be/Qk7mR2dYx0E'],
  ['a page that shows a video', 400, 'https://vimeo.com/76979871'],
  ['a URI that connectors take', 400, 'grain://recording/abc123'],
  ['a shared folder', 400, 'https://www.dropbox.com/scl/fo/abc123/xyz'],
  ['something that is not a URL', 400, 'talk.mp4'],
  ['a URL that leads nowhere', 404, 'https://media.invalid/talk.mp4'],
  ['a document', 415, 'https://media.quaymark.example/handbook.pdf'],
] as const;

test.each(wrongUrls)('%s is refused with %i', async (what, status, url) => {
  await refused(`to make a file of ${what}`, status, url);
});

test('a share link that needs a password is refused with 403', async () => {
  const url = 'https://www.dropbox.com/scl/fi/fu87ong9s6yun4xsg9h05/Gated.mp4';
  await refused(
    'to make a file of a gated share link',
    403,
    url,
    state('the share link is gated', { type: 'dropbox' }),
  );
});

test('a share link that has expired is refused with 403', async () => {
  const url = 'https://www.dropbox.com/scl/fi/3aantqx0ktwwq55c18b97/Expired.mp4';
  const given = state('the share link has expired', { type: 'dropbox' });
  await refused('to make a file of an expired share link', 403, url, given);
});

test('without credits, a file that costs credits is refused with 402', async () => {
  await refused('to make a file without credits', 402, tiktok, state('the account has no credits'));
});

test('an account at its limits is refused with 429', async () => {
  await refused('to make a file beyond the limits', 429, talk, state('the account is at its limits'));
});
