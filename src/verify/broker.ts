// Reads the latest pacts with a provider from a broker, which the environment variables of Pact's tools name.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { UsageError } from '../errors/usage-error.ts';
import { fetchOutside } from './fetch-outside.ts';
import type { Pact } from './pacts.ts';
import { parsePact } from './parse-pact.ts';

interface Broker {
  url: string;
  authorization: string | undefined;
}

type Environment = Record<string, string | undefined>;

/** The broker that the environment names, if it does. */
export function brokerOf(env: Environment): Broker | undefined {
  const { PACT_BROKER_BASE_URL, PACT_BROKER_TOKEN, PACT_BROKER_USERNAME, PACT_BROKER_PASSWORD } = env;
  if (!PACT_BROKER_BASE_URL) return undefined;
  if (!/^https?:/.test(PACT_BROKER_BASE_URL) || !URL.canParse(PACT_BROKER_BASE_URL)) {
    throw new UsageError(`PACT_BROKER_BASE_URL must be an http or https URL, not "${PACT_BROKER_BASE_URL}"`);
  }
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
  const response = await fetchOutside('the broker', url, { headers });
  if (response.ok) return response.text();
  throw new Error(
    `the broker answered ${response.status} for ${url}: check PACT_BROKER_BASE_URL and its credentials`,
  );
}

const links = z.array(z.object({ href: z.string() })).optional();
const indexOfPacts = z.object({ _links: z.object({ 'pb:pacts': links, pacts: links }) });

/** Where the pacts are, as the broker's index says. Throws Error if it says nothing of the kind. */
function linksIn(text: string, url: string): { href: string }[] {
  try {
    const { _links } = indexOfPacts.parse(JSON.parse(text));
    return _links['pb:pacts'] ?? _links.pacts ?? [];
  } catch {
    throw new Error(`${url} answers no list of pacts: check that PACT_BROKER_BASE_URL is a Pact broker`);
  }
}

/** The latest pact of each consumer with the provider. Throws Error if the broker cannot be read. */
export async function readBroker(broker: Broker, provider: string): Promise<Pact[]> {
  const url = `${broker.url}/pacts/provider/${encodeURIComponent(provider)}/latest`;
  const links = linksIn(await read(broker, url), url);
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-pacts-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return Promise.all(
    links.map(async ({ href }, nth) => {
      const source = new URL(href, url).href;
      const text = await read(broker, source);
      const file = join(folder, `${nth}.json`);
      writeFileSync(file, text);
      return { source, file, document: parsePact(source, text) };
    }),
  );
}
