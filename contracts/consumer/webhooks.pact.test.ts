// Webhooks: who is told what happens to files, instead of asking again and again.
import { MatchersV3 } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import { state } from '../states.ts';
import { asks } from '../support/asks.ts';
import { ids } from '../support/ids.ts';
import { clientOf, createPact, json, moment, pathTo, theSame, withKey } from '../support/pact.ts';
import { expectRefusal } from '../support/refusal.ts';

const { string, uuid } = MatchersV3;
const pact = createPact();
const theWebhook = pathTo('/v1/webhooks/{webhook_id}', { webhook_id: ids.webhook });
const thatWebhook = theSame('{webhook_id}', { webhook_id: ids.webhook });
const endpoint = 'http://127.0.0.1:9/hooks';
const hook = { endpoint, subscribed_events: ['file.job.completed' as const] };

test('registers a webhook, which is active and has a secret', () =>
  pact
    .addInteraction()
    .given(...state('the account is fresh'))
    .uponReceiving('a request to register a webhook')
    .withRequest('POST', '/v1/webhooks', (request) => {
      request.headers(withKey).jsonBody(hook);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        id: uuid(ids.webhook),
        ...hook,
        active: true,
        webhook_secret: string('whsec_XYHi7v223EM1PYxTAO7M-dMIJJ-w-6HJ'),
      });
    })
    .executeTest(async (server) => {
      const webhook = await clientOf(server).createWebhook(hook);
      expect(webhook).toMatchObject({ ...hook, active: true });
    }));

test('lists webhooks', () =>
  pact
    .addInteraction()
    .given(...state('a webhook exists', { endpoint }))
    .uponReceiving('a request for the webhooks')
    .withRequest('GET', '/v1/webhooks', (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        data: [{ id: thatWebhook, ...hook, active: true }],
        total: 1,
      });
    })
    .executeTest(async (server) => {
      const { data } = await clientOf(server).listWebhooks();
      expect(data[0]?.endpoint).toBe(endpoint);
    }));

test('gets a webhook', () =>
  pact
    .addInteraction()
    .given(...state('a webhook exists', { endpoint, events: ['file.job.completed'] }))
    .uponReceiving('a request for a webhook')
    .withRequest('GET', theWebhook, (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ id: thatWebhook, ...hook, created_at: moment(1_768_467_600_000) });
    })
    .executeTest(async (server) => {
      expect((await clientOf(server).getWebhookById(ids.webhook)).endpoint).toBe(endpoint);
    }));

test('pauses a webhook', () =>
  pact
    .addInteraction()
    .given(...state('a webhook exists', { endpoint, events: ['file.job.completed'] }))
    .uponReceiving('a request to pause a webhook')
    .withRequest('PUT', theWebhook, (request) => {
      request.headers(withKey).jsonBody({ active: false });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ id: thatWebhook, ...hook, active: false });
    })
    .executeTest(async (server) => {
      expect((await clientOf(server).updateWebhook(ids.webhook, { active: false })).active).toBe(false);
    }));

test('removes a webhook', () =>
  pact
    .addInteraction()
    .given(...state('a webhook exists'))
    .uponReceiving('a request to remove a webhook')
    .withRequest('DELETE', theWebhook, (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ id: thatWebhook, object: 'webhook' });
    })
    .executeTest(async (server) => {
      expect((await clientOf(server).deleteWebhook(ids.webhook)).id).toBe(ids.webhook);
    }));

test('a webhook whose target is not found is refused with 404', async () => {
  await expectRefusal(pact, {
    ...asks.createWebhook,
    // The document has this answer, and says nothing of when it comes.
    given: state('the API answers', { operation: 'createWebhook', status: 404 }),
    title: 'to register a webhook where there is no place for it',
    status: 404,
  });
});

const toNone = [
  ['getWebhookById', (client) => client.getWebhookById(ids.nothing)],
  ['updateWebhook', (client) => client.updateWebhook(ids.nothing, { active: false })],
  ['deleteWebhook', (client) => client.deleteWebhook(ids.nothing)],
] as const satisfies [keyof typeof asks, (typeof asks)['getWebhookById']['call']][];

test.each(toNone)('%s of an unknown webhook is refused with 404', async (id, call) => {
  await expectRefusal(pact, {
    ...asks[id],
    given: state('the account is fresh'),
    title: `for ${id} of no webhook`,
    path: `/v1/webhooks/${ids.nothing}`,
    status: 404,
    call,
  });
});
