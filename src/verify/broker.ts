// A broker of pacts, which the environment variables of Pact's tools name: its credentials go to it alone.
import { UsageError } from '../errors/usage-error.ts';
import { isLoopback } from '../util/loopback.ts';
import { fetchOutside, shownUrl } from './fetch-outside.ts';

export interface Broker {
  /** Without credentials, and without a slash at its end. */
  url: string;
  /** Sent to the origin of the URL, and to no other. */
  authorization: string | undefined;
}

export type Environment = Record<string, string | undefined>;

/** The broker that the environment names, if it does. Throws UsageError if it cannot be used. */
export function brokerOf(env: Environment): Broker | undefined {
  const { PACT_BROKER_BASE_URL: url } = env;
  return url ? brokerAt(url, env, 'PACT_BROKER_BASE_URL') : undefined;
}

/** A server with the credentials of the environment, or those in the URL. Throws UsageError if it cannot be used. */
export function brokerAt(url: string, env: Environment, what: string): Broker {
  const { PACT_BROKER_TOKEN, PACT_BROKER_USERNAME, PACT_BROKER_PASSWORD } = env;
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new UsageError(`${what} must be an http or https URL`);
  const parsed = new URL(url);
  const user = PACT_BROKER_USERNAME || decodeURIComponent(parsed.username);
  const password = PACT_BROKER_PASSWORD || decodeURIComponent(parsed.password);
  const basic = user && `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const authorization = PACT_BROKER_TOKEN ? `Bearer ${PACT_BROKER_TOKEN}` : basic || undefined;
  if (authorization && parsed.protocol === 'http:' && !isLoopback(parsed.hostname)) {
    throw new UsageError(
      `${what} is an http URL, and the password or the token would be sent where others can read it: use https`,
    );
  }
  return { url: withoutUser(url).replace(/\/+$/, ''), authorization };
}

/** A URL without the user and the password that it can hold. */
export function withoutUser(url: string): string {
  const parsed = new URL(url);
  parsed.username = '';
  parsed.password = '';
  return parsed.href;
}

/** What must never be shown: passwords and tokens for the broker. */
export function brokerSecrets({ PACT_BROKER_TOKEN, PACT_BROKER_PASSWORD, ...env }: Environment): string[] {
  const url = env.PACT_BROKER_BASE_URL ?? '';
  const { password } = URL.canParse(url) ? new URL(url) : { password: '' };
  return [PACT_BROKER_TOKEN, PACT_BROKER_PASSWORD, password].flatMap((one) => one || []);
}

const MOST_REDIRECTS = 5;

/**
 * Asks a broker, or another place that it names; follows redirects of reads.
 * @returns the text of a successful answer
 * @throws Error that says what it answered instead
 */
export async function askBroker(
  { url: base, authorization }: Broker,
  url: string,
  { method = 'GET', body }: { method?: string; body?: unknown } = {},
): Promise<string> {
  let target = url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const isOwn = new URL(target).origin === new URL(base).origin;
    const response = await fetchOutside('the broker', target, {
      method,
      redirect: 'manual',
      headers: {
        accept: 'application/hal+json, application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(isOwn && authorization && { authorization }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location && method === 'GET') {
      target = new URL(location, target).href;
      continue;
    }
    if (response.ok) return response.text();
    throw new Error(await refusal(response, { method, url: target, isOwn }));
  }
  throw new Error(`the broker redirects more than ${MOST_REDIRECTS} times, from ${shownUrl(url)}`);
}

const LONGEST_ANSWER = 300;

async function refusal(
  response: Response,
  { method, url, isOwn }: { method: string; url: string; isOwn: boolean },
): Promise<string> {
  const { status } = response;
  const what = `the broker answered ${status} for ${method} ${shownUrl(url)}`;
  if (status === 401 || status === 403) {
    return isOwn
      ? `${what}: check PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD`
      : `${what}, to where it links: that is another server, which gets no credentials; set PACT_BROKER_BASE_URL to the address under which the broker knows itself`;
  }
  if (status === 404) return `${what}: check PACT_BROKER_BASE_URL and --provider`;
  const text = (await response.text()).slice(0, LONGEST_ANSWER);
  return `${what}${text && `: ${text}`}`;
}
