// Files in a collection: each has a status of its own there.
import { MatchersV3 } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import { state } from '../states.ts';
import { ids } from '../support/ids.ts';
import { video, videoPath, videos } from '../support/member-paths.ts';
import { clientOf, createPact, json, moment, thatFile, withKey } from '../support/pact.ts';
import { expectRefusal } from '../support/refusal.ts';

const { string } = MatchersV3;
const pact = createPact();

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
    .withRequest('GET', videoPath(), (request) => {
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
    .withRequest('DELETE', videoPath(), (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ ...video, object: 'collection_file' });
    })
    .executeTest(async (server) => {
      expect((await clientOf(server).deleteVideo(ids.collection, ids.file)).file_id).toBe(ids.file);
    }));

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
    path: videoPath(ids.nothing),
    status: 404,
    call: (client) => client[id](ids.collection, ids.nothing),
  });
});
