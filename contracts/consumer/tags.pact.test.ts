// Tags: put on a file, read, changed and removed.
import { MatchersV3 } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import { state } from '../states.ts';
import { asks } from '../support/asks.ts';
import { ids } from '../support/ids.ts';
import { clientOf, createPact, fromState, json, pathTo, theSame, withKey } from '../support/pact.ts';
import { expectRefusal } from '../support/refusal.ts';

const { uuid } = MatchersV3;
const pact = createPact();
const label = { label: 'topic', value: 'pricing' };
const theTag = pathTo('/v1/tags/{tag_id}', { tag_id: ids.tag });
const ofFile = { ...label, type: 'file', file_id: theSame('{file_id}', { file_id: ids.file }) };
const thatTag = { id: theSame('{tag_id}', { tag_id: ids.tag }), ...ofFile };

test('tags a file', () =>
  pact
    .addInteraction()
    .given(...state('a file exists'))
    .uponReceiving('a request to tag a file')
    .withRequest('POST', '/v1/tags', (request) => {
      request.headers(withKey).jsonBody({ ...label, file_id: fromState('file_id', ids.file) });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ id: uuid(ids.tag), ...ofFile });
    })
    .executeTest(async (server) => {
      expect(await clientOf(server).createTag({ ...label, file_id: ids.file })).toMatchObject(label);
    }));

test('lists the tags of files', () =>
  pact
    .addInteraction()
    .given(...state('a file is tagged'))
    .uponReceiving('a request for the tags of files')
    .withRequest('GET', '/v1/tags', (request) => {
      request.headers(withKey).query({ type: 'file' });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ data: [thatTag], total: 1 });
    })
    .executeTest(async (server) => {
      expect((await clientOf(server).listTags({ type: 'file' })).data?.[0]?.id).toBe(ids.tag);
    }));

test('lists no tags of segments where only a file is tagged', () =>
  pact
    .addInteraction()
    .given(...state('a file is tagged'))
    .uponReceiving('a request for the tags of segments')
    .withRequest('GET', '/v1/tags', (request) => {
      request.headers(withKey).query({ type: 'segment' });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ data: [], total: 0 });
    })
    .executeTest(async (server) => {
      expect((await clientOf(server).listTags({ type: 'segment' })).data).toEqual([]);
    }));

test('lists the tags of a file', () =>
  pact
    .addInteraction()
    .given(...state('a file is tagged'))
    .uponReceiving('a request for the tags of a file')
    .withRequest('GET', pathTo('/v1/files/{file_id}/tags', { file_id: ids.file }), (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ data: [thatTag], total: 1 });
    })
    .executeTest(async (server) => {
      expect((await clientOf(server).listFileTags(ids.file)).total).toBe(1);
    }));

test('gets a tag', () =>
  pact
    .addInteraction()
    .given(...state('a file is tagged'))
    .uponReceiving('a request for a tag')
    .withRequest('GET', theTag, (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody(thatTag);
    })
    .executeTest(async (server) => {
      expect((await clientOf(server).getTag(ids.tag)).value).toBe('pricing');
    }));

test('changes the value of a tag, and only that', () =>
  pact
    .addInteraction()
    .given(...state('a file is tagged'))
    .uponReceiving('a request to change a tag')
    .withRequest('PUT', theTag, (request) => {
      request.headers(withKey).jsonBody({ value: 'discount' });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ ...thatTag, value: 'discount' });
    })
    .executeTest(async (server) => {
      const tag = await clientOf(server).updateTag(ids.tag, { value: 'discount' });
      expect(tag).toMatchObject({ label: 'topic', value: 'discount' });
    }));

test('removes a tag', () =>
  pact
    .addInteraction()
    .given(...state('a file is tagged'))
    .uponReceiving('a request to remove a tag')
    .withRequest('DELETE', theTag, (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ id: thatTag.id });
    })
    .executeTest(async (server) => {
      expect((await clientOf(server).deleteTag(ids.tag)).id).toBe(ids.tag);
    }));

test('a tag that says nothing is refused with 400', async () => {
  const empty = { ...label, label: ' ', file_id: ids.file };
  await expectRefusal(pact, {
    ...asks.createTag,
    given: state('a file exists'),
    title: 'to tag a file with nothing',
    request: (request) => request.jsonBody(empty),
    status: 400,
    call: (client) => client.createTag(empty),
  });
});

test('a file that does not exist cannot be tagged: 404', async () => {
  await expectRefusal(pact, {
    ...asks.createTag,
    given: state('the account is fresh'),
    title: 'to tag a file that does not exist',
    status: 404,
  });
});

test('an account at its limits cannot tag: 429', async () => {
  await expectRefusal(pact, {
    ...asks.createTag,
    given: state('the account is at its limits'),
    title: 'to tag a file beyond the limits',
    status: 429,
  });
});

test.each(['getTag', 'deleteTag'] as const)('%s of nothing is refused with 404', async (id) => {
  await expectRefusal(pact, {
    ...asks[id],
    given: state('the account is fresh'),
    title: `for ${id} of nothing`,
    status: 404,
  });
});
