// Files in a collection: added by id or by URL, each with a status of its own there.
import { MatchersV3 } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import type { Client } from '../client.ts';
import { type State, state } from '../states.ts';
import { asks } from '../support/asks.ts';
import { ids } from '../support/ids.ts';
import {
  aFile,
  clientOf,
  createPact,
  fromState,
  json,
  moment,
  pathTo,
  thatFile,
  theSame,
  withKey,
} from '../support/pact.ts';
import { expectRefusal } from '../support/refusal.ts';

const { string } = MatchersV3;
const pact = createPact();
const examples = { collection_id: ids.collection, file_id: ids.file };
const media = pathTo('/v1/collections/{collection_id}/media', examples);
const videos = pathTo('/v1/collections/{collection_id}/videos', examples);
const youtube = pathTo('/v1/collections/{collection_id}/youtube', examples);
const theVideo = pathTo('/v1/collections/{collection_id}/videos/{file_id}', examples);
const video = {
  collection_id: theSame('{collection_id}', { collection_id: ids.collection }),
  file_id: thatFile().id,
};

test('adds a file by its id', () =>
  pact
    .addInteraction()
    // Two states are prepared in this order, and give their values together.
    .given(...state('a collection exists'))
    .given(...state('a file exists'))
    .uponReceiving('a request to add a file to a collection')
    .withRequest('POST', media, (request) => {
      request.headers(withKey).jsonBody({ file_id: fromState('file_id', ids.file) });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ ...video, status: 'pending' });
    })
    .executeTest(async (server) => {
      const added = await clientOf(server).addMedia(ids.collection, { file_id: ids.file });
      expect(added).toMatchObject({ ...examples, status: 'pending' });
    }));

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

test('an older name adds a file too', () =>
  pact
    .addInteraction()
    .given(...state('a collection exists'))
    .given(...state('a file exists'))
    .uponReceiving('a request to add a file to a collection by the older name')
    .withRequest('POST', videos, (request) => {
      request.headers(withKey).jsonBody({ file_id: fromState('file_id', ids.file) });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ ...video, status: 'pending' });
    })
    .executeTest(async (server) => {
      const added = await clientOf(server).addVideo(ids.collection, { file_id: ids.file });
      expect(added).toMatchObject({ ...examples, status: 'pending' });
    }));

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

test('what is not on YouTube cannot be added that way: 400', async () => {
  const url = 'https://media.quaymark.example/talks/port-automation-keynote.mp4';
  await expectRefusal(pact, {
    given: state('a collection exists'),
    title: 'to add another URL as a YouTube video',
    method: 'POST',
    path: youtube,
    request: (request) => request.jsonBody({ url }),
    status: 400,
    call: (client) => client.addYouTubeVideo(ids.collection, url),
  });
});

test('a direct link cannot be added to an index of metadata: 400', async () => {
  await expectRefusal(pact, {
    ...asks.addMedia,
    given: state('a collection exists', { collection_type: 'metadata' }),
    title: 'to add a direct link to an index of metadata',
    path: media,
    status: 400,
  });
});

test('a page that shows a video cannot be added by the older name: 400', async () => {
  const body = { url: 'https://vimeo.com/76979871' };
  await expectRefusal(pact, {
    given: state('a collection exists'),
    title: 'to add a page by the older name',
    method: 'POST',
    path: videos,
    request: (request) => request.jsonBody(body),
    status: 400,
    call: (client) => client.addVideo(ids.collection, body),
  });
});

test.each(['addVideo', 'addYouTubeVideo'] as const)('%s to no collection is refused with 404', async (id) => {
  await expectRefusal(pact, {
    ...asks[id],
    given: state('the account is fresh'),
    title: `for ${id} to no collection`,
    status: 404,
  });
});

test('lists the files in a collection', () =>
  pact
    .addInteraction()
    .given(...state('a file is in a collection'))
    .uponReceiving('a request for the files in a collection')
    .withRequest('GET', videos, (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      const listed = {
        ...video,
        status: string('pending'),
        added_at: moment(1_768_467_600_000),
      };
      response.headers(json).jsonBody({ data: [listed], total: 1 });
    })
    .executeTest(async (server) => {
      const { data } = await clientOf(server).listVideos(ids.collection);
      expect(data[0]?.file_id).toBe(ids.file);
    }));

test('gets a file in a collection, with the file itself', () =>
  pact
    .addInteraction()
    .given(...state('a file is in a collection'))
    .uponReceiving('a request for a file in a collection')
    .withRequest('GET', theVideo, (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ ...video, status: string('pending'), file: thatFile() });
    })
    .executeTest(async (server) => {
      const { file } = await clientOf(server).getVideo(ids.collection, ids.file);
      expect(file?.filename).toBe('Q4 business review.mp4');
    }));

test('takes a file out of a collection', () =>
  pact
    .addInteraction()
    .given(...state('a file is in a collection'))
    .uponReceiving('a request to take a file out of a collection')
    .withRequest('DELETE', theVideo, (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ ...video, object: 'collection_file' });
    })
    .executeTest(async (server) => {
      expect((await clientOf(server).deleteVideo(ids.collection, ids.file)).file_id).toBe(ids.file);
    }));

const cannotBeAdded: [string, number, State, Parameters<Client['addMedia']>[1]][] = [
  [
    'audio to a face-analysis collection',
    400,
    state('a collection exists', { collection_type: 'face-analysis' }),
    { url: 'https://media.quaymark.example/talks/panel-berth-planning.mp3' },
  ],
  ['a page that shows a video', 400, state('a collection exists'), { url: 'https://vimeo.com/76979871' }],
  [
    'a recording that does not exist',
    404,
    state('a collection exists'),
    { url: 'grain://recording/nowhere' },
  ],
  ['a file that does not exist', 404, state('a collection exists'), { file_id: ids.nothing }],
];

test.each(cannotBeAdded)('%s cannot be added: %i', async (what, status, given, body) => {
  await expectRefusal(pact, {
    given,
    title: `to add ${what}`,
    method: 'POST',
    path: media,
    request: (request) => request.jsonBody(body),
    status,
    call: (client) => client.addMedia(ids.collection, body),
  });
});

test('an item whose connector the account does not have cannot be added: 404', async () => {
  const body = { url: 'grain://recording/abc123' };
  await expectRefusal(pact, {
    given: state('a collection exists'),
    and: state('no connector of the type exists', { type: 'grain' }),
    title: 'to add an item that no connector can read',
    method: 'POST',
    path: media,
    request: (request) => request.jsonBody(body),
    status: 404,
    call: (client) => client.addMedia(ids.collection, body),
  });
});

test('nothing can be added to an unknown collection: 404', async () => {
  const body = { url: 'grain://recording/abc123' };
  await expectRefusal(pact, {
    given: state('the account is fresh'),
    title: 'to add an item to no collection',
    method: 'POST',
    path: `/v1/collections/${ids.nothing}/media`,
    request: (request) => request.jsonBody(body),
    status: 404,
    call: (client) => client.addMedia(ids.nothing, body),
  });
});

test('an unknown collection cannot be listed: 404', async () => {
  await expectRefusal(pact, {
    given: state('the account is fresh'),
    title: 'for the files in no collection',
    method: 'GET',
    path: `/v1/collections/${ids.nothing}/videos`,
    status: 404,
    call: (client) => client.listVideos(ids.nothing),
  });
});

const notThere = [
  ['GET', 'getVideo'],
  ['DELETE', 'deleteVideo'],
] as const;

test.each(notThere)('%s of a file that is not in the collection is refused with 404', async (method, id) => {
  await expectRefusal(pact, {
    given: state('a collection exists'),
    title: `for ${id} of a file that is elsewhere`,
    method,
    path: pathTo(`/v1/collections/{collection_id}/videos/${ids.nothing}`, examples),
    status: 404,
    call: (client) => client[id](ids.collection, ids.nothing),
  });
});
