// Files: what a client reads of one in each of its statuses, how it finds them, changes them and removes them.
import { MatchersV3 } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import { state } from '../states.ts';
import { ids } from '../support/ids.ts';
import { aFile, clientOf, createPact, json, pathTo, thatFile, withKey } from '../support/pact.ts';
import { expectRefusal } from '../support/refusal.ts';

const { decimal, equal, integer, regex } = MatchersV3;
const pact = createPact();
const theFile = pathTo('/v1/files/{file_id}', { file_id: ids.file });
const talk = 'https://media.quaymark.example/talks/port-automation-keynote.mp4';

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
      response.headers(json).jsonBody({ ...thatFile(), status, ...known });
    })
    .executeTest(async (server) => {
      const file = await clientOf(server).getFile(ids.file);
      expect(file.status).toBe(status);
    }),
);

const pages = [
  ['the first', 0, 2],
  ['the last', 2, 1],
] as const;

test.each(pages)('%s page of files says how many there are in all', (which, offset, length) =>
  pact
    .addInteraction()
    .given(...state('files exist', { count: 3 }))
    .uponReceiving(`a request for ${which} page of three files`)
    .withRequest('GET', '/v1/files', (request) => {
      request.headers(withKey).query({ limit: '2', offset: String(offset) });
    })
    .willRespondWith(200, (response) => {
      // An array without a matcher must have exactly so many entries.
      const data = Array.from({ length }, () => ({ ...aFile, status: 'completed' }));
      // The limit that the API tells is the length of the page.
      response.headers(json).jsonBody({ object: 'list', data, total: 3, limit: length, offset });
    })
    .executeTest(async (server) => {
      const page = await clientOf(server).listFiles({ limit: 2, offset });
      expect([page.data.length, page.total]).toEqual([length, 3]);
    }),
);

test('finds files by their status, and no others', () =>
  pact
    .addInteraction()
    .given(...state('a file exists'))
    .given(...state('the file is pending', { uri: talk }))
    .uponReceiving('a request for the files that are pending')
    .withRequest('GET', '/v1/files', (request) => {
      request.headers(withKey).query({ status: 'pending' });
    })
    .willRespondWith(200, (response) => {
      // Of two states that give a value of the same name, the last one counts.
      response.headers(json).jsonBody({ data: [{ ...thatFile(ids.talk), status: 'pending' }], total: 1 });
    })
    .executeTest(async (server) => {
      const { data } = await clientOf(server).listFiles({ status: 'pending' });
      expect(data.map(({ status }) => status)).toEqual(['pending']);
    }));

test('finds files by their metadata, and no others', () => {
  const filter = JSON.stringify({ metadata: [{ path: 'speaker', operator: 'Equal', valueText: 'Ana' }] });
  return pact
    .addInteraction()
    .given(...state('a file exists', { uri: talk, metadata: { speaker: 'Luis' } }))
    .given(...state('a file exists', { metadata: { speaker: 'Ana' } }))
    .uponReceiving('a request for the files of a speaker')
    .withRequest('GET', '/v1/files', (request) => {
      // Pact takes a text that is JSON for a matcher, unless it is inside one.
      request.headers(withKey).query({ filter: equal(filter) });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ data: [{ ...thatFile(), metadata: { speaker: 'Ana' } }], total: 1 });
    })
    .executeTest(async (server) => {
      const { data } = await clientOf(server).listFiles({ filter });
      expect(data.map(({ metadata }) => metadata)).toEqual([{ speaker: 'Ana' }]);
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
      response.headers(json).jsonBody({ ...thatFile(), ...changes });
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
      response.headers(json).jsonBody({ id: thatFile().id, object: 'file' });
    })
    .executeTest(async (server) => {
      expect((await clientOf(server).deleteFile(ids.file)).id).toBe(ids.file);
    }));

test('an empty name is refused with 400', async () => {
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

test('a removed file is no longer found: 404', async () => {
  await expectRefusal(pact, {
    given: state('the file is removed'),
    title: 'for a file that was removed',
    method: 'GET',
    path: theFile,
    status: 404,
    call: (client) => client.getFile(ids.file),
  });
});
