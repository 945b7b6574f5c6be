import { MatchersV3, PactV4 } from '@pact-foundation/pact';
import { expect, test } from 'vitest';

const pact = new PactV4({ consumer: 'my-app', provider: 'cloudglue-api', dir: process.env.PACTS ?? 'pacts' });
const headers = { Authorization: 'Bearer any-key' };
test('counts the files', () =>
  pact
    .addInteraction()
    .given('files exist', { count: 2 })
    .uponReceiving('a request for files')
    .withRequest('GET', '/v1/files', (request) => void request.headers(headers))
    .willRespondWith(200, (response) => void response.jsonBody({ total: MatchersV3.integer(2) }))
    .executeTest(async ({ url }) => {
      // Your own client goes here, pointed at this URL.
      const { total } = await (await fetch(`${url}/v1/files`, { headers })).json();
      expect(total).toBe(2);
    }));
