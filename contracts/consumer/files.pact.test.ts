// Files: what a client reads of one in each of its statuses, how it finds them, changes them and removes them.
import { MatchersV3 } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import { state } from '../states.ts';
import { ids } from '../support/ids.ts';
import { clientOf, createPact, json, pathTo, withKey } from '../support/pact.ts';
import { expectRefusal } from '../support/refusal.ts';

const { decimal, eachLike, equal, integer, regex, string, uuid } = MatchersV3;
const pact = createPact();
const theFile = pathTo('/v1/files/{file_id}', { file_id: ids.file });

/** What a client can count on in each status: a client that waits reads the status, and then what comes with it. */
const statuses = [
  ['pending', { bytes: null }],
  ['processing', { bytes: integer(683_651_730) }],
  [
    'completed',
    {
      bytes: integer(683_651_730),
      media_info: { duration_seconds: decimal(2734.6), has_audio: true },
      thumbnail_url: regex('^https?://.+$', `http://127.0.0.1:4747/thumbnails/${ids.file}.svg`),
    },
  ],
  ['failed', {}],
  ['not_applicable', {}],
] as const;

test.each(statuses)('a file that is %s says so', (status, known) =>
  pact
    .addInteraction()
    .given(...state(`the file is ${status}`))
    .uponReceiving(`a request for a file that is ${status}`)
    .withRequest('GET', theFile, (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ id: uuid(ids.file), status, ...known });
    })
    .executeTest(async (server) => {
      const file = await clientOf(server).getFile(ids.file);
      expect(file.status).toBe(status);
    }),
);

test('lists files, with how many there are in all', () =>
  pact
    .addInteraction()
    .given(...state('files exist', { count: 3 }))
    .uponReceiving('a request for two of three files')
    .withRequest('GET', '/v1/files', (request) => {
      request.headers(withKey).query({ limit: '2' });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        data: eachLike({ id: uuid(ids.file), status: string('completed'), filename: string('Q4.mp4') }, 2),
        total: 3,
        limit: 2,
        offset: 0,
      });
    })
    .executeTest(async (server) => {
      const { data, total } = await clientOf(server).listFiles({ limit: 2 });
      expect([data.length, total]).toEqual([2, 3]);
    }));

test('finds files by their status and metadata', () => {
  const filter = JSON.stringify({ metadata: [{ path: 'speaker', operator: 'Equal', valueText: 'Ana' }] });
  return pact
    .addInteraction()
    .given(...state('a file exists', { metadata: { speaker: 'Ana' } }))
    .uponReceiving('a request for the completed files of a speaker')
    .withRequest('GET', '/v1/files', (request) => {
      // Pact takes a text that is JSON for a matcher, unless it is inside one.
      request.headers(withKey).query({ status: 'completed', filter: equal(filter) });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        data: eachLike({
          id: uuid(ids.file),
          status: 'completed',
          metadata: { speaker: 'Ana' },
        }),
      });
    })
    .executeTest(async (server) => {
      const { data } = await clientOf(server).listFiles({ status: 'completed', filter });
      expect(data[0]?.metadata).toEqual({ speaker: 'Ana' });
    });
});

test('changes the name and the metadata of a file', () => {
  const changes = { filename: 'Renewal call.mp4', metadata: { speaker: 'Ana' } };
  return pact
    .addInteraction()
    .given(...state('a file exists'))
    .uponReceiving('a request to change a file')
    .withRequest('PUT', theFile, (request) => {
      request.headers(withKey).jsonBody(changes);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ id: uuid(ids.file), ...changes });
    })
    .executeTest(async (server) => {
      expect(await clientOf(server).updateFile(ids.file, changes)).toMatchObject(changes);
    });
});

test('removes a file', () =>
  pact
    .addInteraction()
    .given(...state('a file exists'))
    .uponReceiving('a request to remove a file')
    .withRequest('DELETE', theFile, (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ id: uuid(ids.file), object: 'file' });
    })
    .executeTest(async (server) => {
      expect((await clientOf(server).deleteFile(ids.file)).id).toBe(ids.file);
    }));

test('a name that is empty is refused with 400', async () => {
  await expectRefusal(pact, {
    given: state('a file exists'),
    title: 'to give a file an empty name',
    method: 'PUT',
    path: theFile,
    request: (request) => request.jsonBody({ filename: '' }),
    status: 400,
    call: (client) => client.updateFile(ids.file, { filename: '' }),
  });
});

test('a file that does not exist is refused with 404', async () => {
  await expectRefusal(pact, {
    given: state('the account is fresh'),
    title: 'for no file',
    method: 'GET',
    path: `/v1/files/${ids.nothing}`,
    status: 404,
    call: (client) => client.getFile(ids.nothing),
  });
});

test('a file that does not exist cannot be removed: 404', async () => {
  await expectRefusal(pact, {
    given: state('the account is fresh'),
    title: 'to remove no file',
    method: 'DELETE',
    path: `/v1/files/${ids.nothing}`,
    status: 404,
    call: (client) => client.deleteFile(ids.nothing),
  });
});
