// Collections: made once by name, then read and removed. What is in them is in media.pact.test.ts.
import { MatchersV3 } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import { state } from '../states.ts';
import { asks } from '../support/asks.ts';
import { ids } from '../support/ids.ts';
import { clientOf, createPact, json, moment, pathTo, theSame, withKey } from '../support/pact.ts';
import { expectRefusal } from '../support/refusal.ts';

const { uuid } = MatchersV3;
const pact = createPact();
const theCollection = pathTo('/v1/collections/{collection_id}', { collection_id: ids.collection });
const thatCollection = theSame('{collection_id}', { collection_id: ids.collection });
const interviews = { collection_type: 'media-descriptions', name: 'Interviews' } as const;

test('creates a collection, which is empty', () =>
  pact
    .addInteraction()
    .given(...state('the account is fresh'))
    .uponReceiving('a request to create a collection')
    .withRequest('POST', '/v1/collections', (request) => {
      request.headers(withKey).jsonBody(interviews);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ id: uuid(ids.collection), ...interviews, file_count: 0 });
    })
    .executeTest(async (server) => {
      expect(await clientOf(server).createCollection(interviews)).toMatchObject({ file_count: 0 });
    }));

test('lists the collections of a type', () =>
  pact
    .addInteraction()
    .given(...state('a collection exists', { name: 'Calls', collection_type: 'rich-transcripts' }))
    .given(...state('a collection exists', { name: 'Interviews' }))
    .uponReceiving('a request for the collections of a type')
    .withRequest('GET', '/v1/collections', (request) => {
      request.headers(withKey).query({ collection_type: 'media-descriptions' });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        data: [{ id: thatCollection, ...interviews, created_at: moment(1_768_467_600_000) }],
        total: 1,
      });
    })
    .executeTest(async (server) => {
      const { data } = await clientOf(server).listCollections({ collection_type: 'media-descriptions' });
      expect(data[0]?.name).toBe('Interviews');
    }));

test('gets a collection, with how many files it holds', () =>
  pact
    .addInteraction()
    .given(...state('a file is in a collection', { name: 'Interviews' }))
    .uponReceiving('a request for a collection')
    .withRequest('GET', theCollection, (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        id: thatCollection,
        name: 'Interviews',
        file_count: 1,
      });
    })
    .executeTest(async (server) => {
      expect((await clientOf(server).getCollection(ids.collection)).file_count).toBe(1);
    }));

test('removes a collection', () =>
  pact
    .addInteraction()
    .given(...state('a collection exists'))
    .uponReceiving('a request to remove a collection')
    .withRequest('DELETE', theCollection, (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ id: thatCollection, object: 'collection' });
    })
    .executeTest(async (server) => {
      expect((await clientOf(server).deleteCollection(ids.collection)).id).toBe(ids.collection);
    }));

test('a type without the settings it needs is refused with 400', async () => {
  const reports = { collection_type: 'entities', name: 'Damage reports' } as const;
  await expectRefusal(pact, {
    ...asks.createCollection,
    given: state('the account is fresh'),
    title: 'to create a collection without the settings of its type',
    request: (request) => request.jsonBody(reports),
    status: 400,
    call: (client) => client.createCollection(reports),
  });
});

test('a name that is taken is refused with 409', async () => {
  await expectRefusal(pact, {
    ...asks.createCollection,
    given: state('a collection exists', { name: 'Interviews' }),
    title: 'to create a collection of a name that is taken',
    status: 409,
  });
});

test('an account at its limits is refused with 429', async () => {
  await expectRefusal(pact, {
    ...asks.createCollection,
    given: state('the account is at its limits'),
    title: 'to create a collection beyond the limits',
    status: 429,
  });
});

test.each(['getCollection', 'deleteCollection'] as const)(
  '%s of an unknown collection is refused with 404',
  async (id) => {
    await expectRefusal(pact, {
      ...asks[id],
      given: state('the account is fresh'),
      title: `for ${id} of no collection`,
      path: `/v1/collections/${ids.nothing}`,
      status: 404,
      call: (client) => client[id](ids.nothing),
    });
  },
);
