// Reads the latest pacts with a provider from a broker, by the variables that Pact's own tools know.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askOutside } from './outside.ts';
import { type Pact, parsePact } from './pacts.ts';

interface Broker {
  url: string;
  authorization: string | undefined;
}

type Environment = Record<string, string | undefined>;

/** The broker that the environment names, if it does. */
export function brokerOf(env: Environment): Broker | undefined {
  const { PACT_BROKER_BASE_URL, PACT_BROKER_TOKEN, PACT_BROKER_USERNAME, PACT_BROKER_PASSWORD } = env;
  if (!PACT_BROKER_BASE_URL) return undefined;
  const basic = Buffer.from(`${PACT_BROKER_USERNAME ?? ''}:${PACT_BROKER_PASSWORD ?? ''}`).toString('base64');
  const authorization = PACT_BROKER_TOKEN
    ? `Bearer ${PACT_BROKER_TOKEN}`
    : PACT_BROKER_USERNAME && `Basic ${basic}`;
  return { url: PACT_BROKER_BASE_URL.replace(/\/+$/, ''), authorization: authorization || undefined };
}

async function read({ authorization }: Broker, url: string): Promise<string> {
  const headers = {
    accept: 'application/hal+json, application/json',
    ...(authorization && { authorization }),
  };
  const response = await askOutside('the broker', url, { headers });
  if (response.ok) return response.text();
  throw new Error(
    `the broker answered ${response.status} for ${url}: check PACT_BROKER_BASE_URL and its credentials`,
  );
}

/** The latest pact of each consumer with the provider. Throws Error if the broker cannot be read. */
export async function readBroker(broker: Broker, provider: string): Promise<Pact[]> {
  const index = JSON.parse(
    await read(broker, `${broker.url}/pacts/provider/${encodeURIComponent(provider)}/latest`),
  ) as { _links?: Record<string, { href: string }[]> };
  const links = index._links?.['pb:pacts'] ?? index._links?.pacts ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-pacts-'));
  return Promise.all(
    links.map(async ({ href }, nth) => {
      const text = await read(broker, href);
      const file = join(folder, `${nth}.json`);
      writeFileSync(file, text);
      return { source: href, file, document: parsePact(href, text) };
    }),
  );
}
