// Files that are added to a collection, by id or by URL. What is there is in members.pact.test.ts.
import { expect, test } from 'vitest';
import { state } from '../states.ts';
import { ids } from '../support/ids.ts';
import { examples, media, video, videos, youtube } from '../support/member-paths.ts';
import { aFile, clientOf, createPact, fromState, json, withKey } from '../support/pact.ts';

const pact = createPact();

const byId = [
  ['a file', 'addMedia', media, 'a request to add a file to a collection'],
  [
    'a file by an older name',
    'addVideo',
    videos,
    'a request to add a file to a collection by the older name',
  ],
] as const;

test.each(byId)('adds %s by its id', (_, id, path, title) =>
  pact
    .addInteraction()
    // Two states are prepared in this order, and give their values together.
    .given(...state('a collection exists'))
    .given(...state('a file exists'))
    .uponReceiving(title)
    .withRequest('POST', path, (request) => {
      request.headers(withKey).jsonBody({ file_id: fromState('file_id', ids.file) });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ ...video, status: 'pending' });
    })
    .executeTest(async (server) => {
      const added = await clientOf(server)[id](ids.collection, { file_id: ids.file });
      expect(added).toMatchObject({ ...examples, status: 'pending' });
    }),
);

const urls = [
  ['a YouTube video', 'https://www.youtube.com/watch?v=Qk7mR2dYx0E'],
  ['an item of a connector', 'grain://recording/abc123'],
  ['a direct link', 'https://media.quaymark.example/talks/port-automation-keynote.mp4'],
] as const;

test.each(urls)('adds %s, which becomes a file', (what, url) =>
  pact
    .addInteraction()
    .given(...state('a collection exists'))
    .uponReceiving(`a request to add ${what} to a collection`)
    .withRequest('POST', media, (request) => {
      request.headers(withKey).jsonBody({ url });
    })
    .willRespondWith(200, (response) => {
      response
        .headers(json)
        .jsonBody({ collection_id: video.collection_id, file_id: aFile.id, status: 'pending' });
    })
    .executeTest(async (server) => {
      expect((await clientOf(server).addMedia(ids.collection, { url })).file_id).toBe(ids.file);
    }),
);

test('adds a recording to an index of metadata, with notes', () => {
  const metadata = { owner: 'Ana' };
  const url = 'grain://recording/abc123';
  return pact
    .addInteraction()
    .given(...state('a collection exists', { collection_type: 'metadata' }))
    .uponReceiving('a request to add a recording to an index of metadata')
    .withRequest('POST', media, (request) => {
      request.headers(withKey).jsonBody({ url, metadata });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        collection_id: video.collection_id,
        file_id: aFile.id,
        status: 'pending',
        searchable_status: 'pending',
        file: { metadata },
      });
    })
    .executeTest(async (server) => {
      const added = await clientOf(server).addMedia(ids.collection, { url, metadata });
      expect(added.file?.metadata).toEqual(metadata);
    });
});

test('adds a YouTube video by the older way', () => {
  const url = 'https://www.youtube.com/watch?v=Qk7mR2dYx0E';
  return pact
    .addInteraction()
    .given(...state('a collection exists'))
    .uponReceiving('a request to add a YouTube video by the older way')
    .withRequest('POST', youtube, (request) => {
      request.headers(withKey).jsonBody({ url });
    })
    .willRespondWith(200, (response) => {
      response
        .headers(json)
        .jsonBody({ collection_id: video.collection_id, file_id: aFile.id, status: 'pending' });
    })
    .executeTest(async (server) => {
      expect((await clientOf(server).addYouTubeVideo(ids.collection, url)).status).toBe('pending');
    });
});
