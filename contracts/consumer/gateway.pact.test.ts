// Answers that come before an operation has its say, which the document lists apart (`x-gateway-responses`): hence a
// pact of its own, for a comparison with the operations would refuse them. A client that is right meets few of them.
import { MatchersV3 } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import { state } from '../states.ts';
import { asks } from '../support/asks.ts';
import { ids } from '../support/ids.ts';
import { createPact, errorBody, GATEWAY, json, pathTo, withKey } from '../support/pact.ts';
import { expectRefusal } from '../support/refusal.ts';

const { equal, regex } = MatchersV3;
const pact = createPact(GATEWAY);

const hook = { endpoint: 'nonsense', subscribed_events: ['file.job.completed' as const] };
const fresh = state('the account is fresh');

test('a malformed filter is refused with 400', async () => {
  await expectRefusal(pact, {
    ...asks.listFiles,
    given: fresh,
    title: 'for files with a filter that is no JSON',
    request: (request) => request.query({ filter: equal('speaker=Ana') }),
    status: 400,
    call: (client) => client.listFiles({ filter: 'speaker=Ana' }),
  });
});

test('a page that is too large is refused with 400', async () => {
  await expectRefusal(pact, {
    ...asks.listCollections,
    given: fresh,
    title: 'for more collections than a page may have',
    request: (request) => request.query({ limit: '1000' }),
    status: 400,
    call: (client) => client.listCollections({ limit: 1000 }),
  });
});

test('an endpoint that is not a URL is refused with 400', async () => {
  await expectRefusal(pact, {
    ...asks.createWebhook,
    given: fresh,
    title: 'to register a webhook without a URL',
    request: (request) => request.jsonBody(hook),
    status: 400,
    call: (client) => client.createWebhook(hook),
  });
});

test('a webhook cannot be changed to an empty endpoint: 400', async () => {
  await expectRefusal(pact, {
    ...asks.updateWebhook,
    given: state('a webhook exists'),
    title: 'to change a webhook to no URL',
    path: pathTo('/v1/webhooks/{webhook_id}', { webhook_id: ids.webhook }),
    request: (request) => request.jsonBody({ endpoint: 'nonsense' }),
    status: 400,
    call: (client) => client.updateWebhook(ids.webhook, { endpoint: 'nonsense' }),
  });
});

test('a file that does not exist cannot be changed: 404', async () => {
  await expectRefusal(pact, {
    ...asks.updateFile,
    given: fresh,
    title: 'to change no file',
    path: `/v1/files/${ids.nothing}`,
    status: 404,
    call: (client) => client.updateFile(ids.nothing, { filename: 'Renewal call.mp4' }),
  });
});

test.each(['createCollection', 'uploadFile'] as const)(
  '%s with a body that is too large is refused with 413',
  async (operation) => {
    await expectRefusal(pact, {
      ...asks[operation],
      // A body of that size has no place in a pact.
      given: state('the API answers', { operation, status: 413 }),
      title: `for ${operation} with a body that is too large`,
      status: 413,
    });
  },
);

test('an account at its limits takes no webhook: 429, with the seconds to wait', async () => {
  const error = await expectRefusal(pact, {
    ...asks.createWebhook,
    given: state('the account is at its limits', { retry_after: 120 }),
    title: 'to register a webhook beyond the limits',
    status: 429,
    headers: { 'Retry-After': '120' },
  });
  expect(error.retryAfter).toBe(120);
});

// What follows the client never sends: it is for whoever writes requests by hand.

test('an unsupported method is refused with 405, which names the supported ones', () =>
  pact
    .addInteraction()
    .given(...fresh)
    .uponReceiving('a request with a wrong method')
    .withRequest('PATCH', '/v1/files', (request) => {
      request.headers(withKey);
    })
    .willRespondWith(405, (response) => {
      response.headers({ ...json, Allow: regex('^[A-Z, ]+$', 'GET') }).jsonBody(errorBody);
    })
    .executeTest(async ({ url }) => {
      const headers = { authorization: 'Bearer cg-contract' };
      const response = await fetch(`${url}/v1/files`, { method: 'PATCH', headers });
      expect(response.headers.get('allow')).toContain('GET');
    }));

test('a path that does not exist is refused with 404', () =>
  pact
    .addInteraction()
    .given(...fresh)
    .uponReceiving('a request for a wrong path')
    .withRequest('GET', '/v1/no-such-path', (request) => {
      request.headers(withKey);
    })
    .willRespondWith(404, (response) => {
      response.headers(json).jsonBody(errorBody);
    })
    .executeTest(async ({ url }) => {
      const response = await fetch(`${url}/v1/no-such-path`, {
        headers: { authorization: 'Bearer cg-contract' },
      });
      expect(response.status).toBe(404);
    }));

test('a body of the wrong type is refused with 415', () =>
  pact
    .addInteraction()
    .given(...fresh)
    .uponReceiving('a request with a body of the wrong type')
    .withRequest('POST', '/v1/files/sync', (request) => {
      request.headers(withKey).body('text/plain', Buffer.from('talk.mp4'));
    })
    .willRespondWith(415, (response) => {
      response.headers(json).jsonBody(errorBody);
    })
    .executeTest(async ({ url }) => {
      const headers = { authorization: 'Bearer cg-contract', 'content-type': 'text/plain' };
      const response = await fetch(`${url}/v1/files/sync`, { method: 'POST', headers, body: 'talk.mp4' });
      expect(response.status).toBe(415);
    }));

test('a body that is declared as JSON but is not is refused with 400', () =>
  pact
    .addInteraction()
    .given(...fresh)
    .uponReceiving('a request without the JSON that it announces')
    .withRequest('POST', '/v1/files/sync', (request) => {
      // Pact itself reads JSON bodies, so that broken ones cannot be agreed upon: this one is empty.
      request.headers({ ...withKey, ...json });
    })
    .willRespondWith(400, (response) => {
      response.headers(json).jsonBody(errorBody);
    })
    .executeTest(async ({ url }) => {
      const headers = { authorization: 'Bearer cg-contract', 'content-type': 'application/json' };
      const response = await fetch(`${url}/v1/files/sync`, { method: 'POST', headers });
      expect(response.status).toBe(400);
    }));
