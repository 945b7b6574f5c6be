// Writes what the whole answers of `support/whole-cases.ts` are, from a mock: `node --import tsx contracts/write-whole.ts`.
// What changes is read by a person before it is committed, for the contracts hold the provider to it.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createMock } from '../src/index.ts';
import { createClient } from './client.ts';
import { PINNED_VERSION } from './support/pact.ts';
import { fileOf, WHOLE } from './support/whole.ts';
import { wholeCases } from './support/whole-cases.ts';

const KEY = 'cg-contract';
const mock = createMock({ apiVersion: PINNED_VERSION, lifecycle: 'manual' });
const { baseUrl } = await mock.listen();
const { origin } = new URL(baseUrl);
const client = createClient({ baseUrl, apiKey: KEY });

mkdirSync(WHOLE, { recursive: true });
for (const file of readdirSync(WHOLE)) rmSync(new URL(file, WHOLE));
for (const [name, { given, call }] of Object.entries(wholeCases)) {
  for (const [state, params = {}] of given) {
    const response = await mock.fetch(`/__admin/pact/setup?token=${KEY}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ state, params, action: 'setup' }),
    });
    if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
  }
  const answer = await call(client).catch((error: Error) => {
    throw new Error(`${name}: ${error.message}`);
  });
  const sent = mock.account(KEY).requests.list().at(-1);
  if (!sent) throw new Error(`${name}: no request`);
  const url = new URL(sent.url);
  const { body, headers } = sent.request;
  const isJson = headers['content-type']?.startsWith('application/json') && body;
  const request = {
    method: sent.method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    ...(isJson && { json: JSON.parse(body) }),
  };
  // The port is another one at each run, and no contract looks at it.
  const text = JSON.stringify({ request, answer }, null, 2).replaceAll(origin, 'http://127.0.0.1:4747');
  writeFileSync(fileOf(name), `${text}\n`);
}
await mock.close();
