// Which web pages may do more than read the API: those of trusted origins create and change webhooks, and send credentials.
import type { Context } from 'hono';
import { ApiError } from '../errors/api-error.ts';
import { isLoopback } from '../util/loopback.ts';
import { originOf } from '../util/origin.ts';
import type { AppEnv } from './context.ts';

export interface Origins {
  /** Lets scripts of every page read a response, and those of a trusted one also where they send credentials. */
  corsHeaders(c: Context<AppEnv>): Readonly<Record<string, string>>;
  /** Throws ApiError for a request of a page that is not trusted. Other clients than browsers send no origin. */
  refuseForeign(c: Context<AppEnv>): void;
}

/** Where credentials are sent, `*` stands for no name but itself. */
const EXPOSED_HEADERS = [
  'x-request-id',
  'preference-applied',
  'retry-after',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'ratelimit-policy',
  'www-authenticate',
  'allow',
].join(', ');

const FOR_EVERY_PAGE = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': '*',
  vary: 'origin',
};

/** An origin as browsers write it. */
function normalized(origin: string): string {
  const parsed = URL.canParse(origin) ? new URL(origin).origin : 'null';
  // The URL standard gives origins to few schemes: those of apps and extensions have none.
  return parsed === 'null' ? origin : parsed;
}

/** @param cors the option: origins that are trusted beside this machine's, separated by commas */
export function createOrigins(cors = ''): Origins {
  const named = new Set(cors.split(',').map((origin) => normalized(origin.trim().toLowerCase())));

  function isTrusted(c: Context<AppEnv>, origin: string): boolean {
    if (named.has('*') || named.has(origin)) return true;
    if (!URL.canParse(origin)) return false;
    const { protocol, hostname } = new URL(origin);
    if (/^https?:$/.test(protocol) && isLoopback(hostname)) return true;
    // A page of the mock itself; on loopback, a page with a host name of its own could lead that name here.
    return c.env.exposed !== false && origin === originOf(c.req.url);
  }

  return {
    corsHeaders(c) {
      const origin = c.req.header('origin');
      if (origin === undefined || !isTrusted(c, origin)) return FOR_EVERY_PAGE;
      return {
        'access-control-allow-origin': origin,
        'access-control-allow-credentials': 'true',
        'access-control-expose-headers': EXPOSED_HEADERS,
        vary: 'origin',
      };
    },
    refuseForeign(c) {
      const origin = c.req.header('origin');
      if (origin !== undefined && !isTrusted(c, origin)) throw ApiError.of('foreign-origin', origin);
    },
  };
}
