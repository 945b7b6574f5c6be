// Writes pacts with pact-js, as a client in JavaScript would have them: `node make.mjs FOLDER`, where @pact-foundation/pact
// is installed, in version 16 or 17. The consumer's name has that version.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(resolve('package.json'));
const { MatchersV3, PactV3, PactV4 } = require('@pact-foundation/pact');
const { version } = require('@pact-foundation/pact/package.json');

const [dir] = process.argv.slice(2);
const major = version.split('.', 1)[0];
const provider = 'cloudglue-api';
const headers = { Authorization: 'Bearer any-key' };
const json = { ...headers, 'Content-Type': 'application/json' };
const { eachLike, fromProviderState, integer, like, regex } = MatchersV3;
// Characters that mean something in a query, and in JSON.
const filter = JSON.stringify({
  metadata: [{ path: 'topic', operator: 'Equal', valueText: 'Q&A = 1+1 / 50 %' }],
});

/** Version 3 of the specification: queries and bodies with matchers, values of states, a class of statuses. */
const v3 = () => new PactV3({ consumer: `js-${major}-client-v3`, provider, dir, logLevel: 'error' });
const v4 = () => new PactV4({ consumer: `js-${major}-client-v4`, provider, dir, logLevel: 'error' });

await v3()
  .given('files exist', { count: 2 })
  .uponReceiving('a request for files with a filter of all characters')
  .withRequest({ method: 'GET', path: '/v1/files', query: { filter: regex('^\\{.*\\}$', filter) }, headers })
  .willRespondWith({ status: 200, body: { object: 'list', data: [], total: integer(0) } })
  .executeTest(({ url }) => fetch(`${url}/v1/files?${new URLSearchParams({ filter })}`, { headers }));

// biome-ignore lint/suspicious/noTemplateCurlyInString: the expression of a value that a state gives.
const thePath = '/v1/files/${file_id}';
await v3()
  .given('a file exists')
  .uponReceiving('a request for the file of a state')
  .withRequest({
    method: 'GET',
    path: fromProviderState(thePath, '/v1/files/2245b21e-79af-4ccd-872e-cdb7f86133dc'),
    headers,
  })
  .willRespondWith({ status: 200, body: { status: 'completed', bytes: integer(1) } })
  .executeTest(({ url }) => fetch(`${url}/v1/files/2245b21e-79af-4ccd-872e-cdb7f86133dc`, { headers }));

await v3()
  .given('the account is at its limits')
  .uponReceiving('a request for a collection beyond the limits')
  .withRequest({
    method: 'POST',
    path: '/v1/collections',
    headers: json,
    body: { name: 'Calls', collection_type: 'entities' },
  })
  .willRespondWith({ status: 429, body: { error: like('Wait.') } })
  .executeTest(({ url }) =>
    fetch(`${url}/v1/collections`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ name: 'Calls', collection_type: 'entities' }),
    }),
  );

await v4()
  .addInteraction()
  .given('a connector exists')
  .uponReceiving('a request for the connectors')
  .withRequest('GET', '/v1/data-connectors', (request) => request.headers(headers))
  .willRespondWith(200, (response) => response.jsonBody({ data: eachLike({ type: like('grain') }) }))
  .executeTest(({ url }) => fetch(`${url}/v1/data-connectors`, { headers }));

const notes = fileURLToPath(new URL('../../fixtures/notes.txt', import.meta.url));
const form = new FormData();
form.set('file', new File([readFileSync(notes)], 'notes.txt', { type: 'text/plain' }));
await v4()
  .addInteraction()
  .given('the account is fresh')
  .uponReceiving('an upload that is no media')
  .withRequest('POST', '/v1/files', (request) => {
    request.headers(headers).multipartBody('text/plain', notes, 'file', 'of-js');
  })
  .willRespondWith(415, (response) => response.jsonBody({ error: like('Send a video.') }))
  .executeTest(({ url }) => fetch(`${url}/v1/files`, { method: 'POST', headers, body: form }));

await v4()
  .addInteraction()
  .pending?.(true)
  .given('the account is fresh')
  .uponReceiving('a request that is agreed upon and not fulfilled yet')
  .withRequest('GET', '/v1/files', (request) => request.headers(headers))
  .willRespondWith(206)
  .executeTest(({ url }) => fetch(`${url}/v1/files`, { headers }));

await v4()
  .addAsynchronousInteraction()
  .given('an event is sent', { event: 'collection.file.job.completed' })
  .expectsToReceive('an event that a file of a collection is completed', (message) => {
    message.withJSONContent({
      event_type: 'collection.file.job.completed',
      payload: { collection_id: like('abc'), file_id: like('abc') },
    });
  })
  .executeTest(async ({ contents: { content } }) => {
    if (content.event_type !== 'collection.file.job.completed') throw new Error('another event');
  });
