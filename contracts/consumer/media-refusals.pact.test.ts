// What cannot be added to a collection.
import { test } from 'vitest';
import type { Client } from '../client.ts';
import { type State, state } from '../states.ts';
import { asks } from '../support/asks.ts';
import { ids } from '../support/ids.ts';
import { media, videos, youtube } from '../support/member-paths.ts';
import { createPact } from '../support/pact.ts';
import { expectRefusal } from '../support/refusal.ts';

const pact = createPact();

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
