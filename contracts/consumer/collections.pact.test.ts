// Collections: made once by name, then read and removed. What is in them is in members.pact.test.ts.
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
const criterion = { name: 'decision', instructions: 'What was decided' };
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

test('changes the name of a collection', () =>
  pact
    .addInteraction()
    .given(...state('a file is in a collection', { name: 'Interviews' }))
    .uponReceiving('a request to rename a collection')
    .withRequest('PUT', theCollection, (request) => {
      request.headers(withKey).jsonBody({ name: 'Calls', description: 'All of them' });
    })
    .willRespondWith(200, (response) => {
      response
        .headers(json)
        .jsonBody({ id: thatCollection, name: 'Calls', description: 'All of them', file_count: 1 });
    })
    .executeTest(async (server) => {
      const changes = { name: 'Calls', description: 'All of them' };
      expect(await clientOf(server).updateCollection(ids.collection, changes)).toMatchObject(changes);
    }));

const kinds = [
  ['metadata', {}],
  ['moments', { moments_config: { criteria: [{ criterion }] } }],
] as const;

test.each(kinds)('creates a collection of type %s', (collection_type, config) =>
  pact
    .addInteraction()
    .given(...state('the account is fresh'))
    .uponReceiving(`a request to create a collection of type ${collection_type}`)
    .withRequest('POST', '/v1/collections', (request) => {
      request.headers(withKey).jsonBody({ collection_type, name: 'Interviews', ...config });
    })
    .willRespondWith(200, (response) => {
      const criteria = [{ attachment_id: uuid(ids.nothing), criterion_name: 'decision', criterion }];
      response.headers(json).jsonBody({
        id: uuid(ids.collection),
        collection_type,
        ...(collection_type === 'moments' && { moments_config: { criteria } }),
      });
    })
    .executeTest(async (server) => {
      const body = { collection_type, name: 'Interviews', ...config };
      expect((await clientOf(server).createCollection(body as never)).collection_type).toBe(collection_type);
    }),
);

test('keeps the prompt of descriptions', () => {
  const describe_config = { enable_summary: true, prompt: 'Name every person.' };
  return pact
    .addInteraction()
    .given(...state('the account is fresh'))
    .uponReceiving('a request to create a collection with a prompt')
    .withRequest('POST', '/v1/collections', (request) => {
      request.headers(withKey).jsonBody({ ...interviews, describe_config });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ id: uuid(ids.collection), describe_config });
    })
    .executeTest(async (server) => {
      const made = await clientOf(server).createCollection({ ...interviews, describe_config });
      expect(made.describe_config).toEqual(describe_config);
    });
});

test('a type of moments without criteria, and entities of metadata and transcript, are refused with 400', async () => {
  const extract_config = { prompt: 'Prices', enable_metadata_mode: true, enable_transcript_mode: true };
  const wrong = [
    ['without criteria', { collection_type: 'moments', name: 'Decisions' }],
    ['of two modes', { collection_type: 'entities', name: 'Prices', extract_config }],
  ] as const;
  for (const [what, body] of wrong) {
    await expectRefusal(pact, {
      ...asks.createCollection,
      given: state('the account is fresh'),
      title: `to create a collection ${what}`,
      request: (request) => request.jsonBody(body),
      status: 400,
      call: (client) => client.createCollection(body),
    });
  }
});

test('a name that is taken cannot be given to another collection: 400', async () => {
  await expectRefusal(pact, {
    ...asks.updateCollection,
    given: state('a collection exists', { name: 'Interviews' }),
    and: state('a collection exists', { name: 'Calls' }),
    title: 'to give a collection the name of another',
    path: theCollection,
    request: (request) => request.jsonBody({ name: 'Interviews' }),
    status: 400,
    call: (client) => client.updateCollection(ids.collection, { name: 'Interviews' }),
  });
});

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

test.each(['getCollection', 'updateCollection', 'deleteCollection'] as const)(
  '%s of an unknown collection is refused with 404',
  async (id) => {
    await expectRefusal(pact, {
      ...asks[id],
      given: state('the account is fresh'),
      title: `for ${id} of no collection`,
      path: `/v1/collections/${ids.nothing}`,
      status: 404,
      call: (client) =>
        id === 'updateCollection' ? client[id](ids.nothing, { name: 'Calls' }) : client[id](ids.nothing),
    });
  },
);
