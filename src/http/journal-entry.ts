// The journal's entry of a request and its response, with bodies cut to a bound.
import type { Context } from 'hono';
import type { Entry } from '../journal/entry.ts';
import type { Finding } from '../judge/finding.ts';
import type { Bytes } from '../util/kept-bodies.ts';
import type { AppEnv } from './context.ts';
import { TextResponse } from './text-response.ts';

/** Characters of a body that an entry holds. */
const LONGEST_BODY = 8_192;

const decoder = new TextDecoder();

interface EntryOptions {
  /** Milliseconds since the Unix epoch, in real time. */
  at: number;
  durationMs: number;
  /** Null for a request without a key. */
  accountId: string | null;
  /** What is wrong with the request. */
  findings: readonly Finding[];
}

export function createEntry(
  c: Context<AppEnv>,
  response: Response,
  { at, durationMs, accountId, findings }: EntryOptions,
): Omit<Entry, 'number'> {
  const operation = c.get('operation') ?? null;
  const body: string | undefined = c.get('requestBody');
  return {
    id: c.get('requestId'),
    accountId,
    at,
    durationMs,
    method: c.req.method,
    url: c.req.url,
    operation,
    matched: operation !== null,
    ignored: c.get('ignored') ?? [],
    faults: c.get('faults') ?? [],
    findings,
    errorCase: c.env.errorCase ?? null,
    requestHeaders: c.env.rawHeaders ?? [...c.req.raw.headers].flat(),
    requestBody: body ? cut(body) : null,
    ...responseFields(c, response),
  };
}

function responseFields(
  c: Context<AppEnv>,
  response: Response,
): Pick<Entry, 'status' | 'responseHeaders' | 'responseBody'> {
  if (c.env.connectionBreak) return { status: 0, responseHeaders: {}, responseBody: null };
  const { status } = response;
  if (response instanceof TextResponse) {
    const { content, plainHeaders } = response;
    const responseBody = typeof content === 'string' ? cut(content) : cutBytes(content);
    return { status, responseHeaders: plainHeaders, responseBody };
  }
  // The text of another response would have to be read from its stream.
  return { status, responseHeaders: Object.fromEntries(response.headers), responseBody: null };
}

/** Bytes that are kept for many responses are shared; longer ones are cut, and then they are text. */
const cutBytes = (bytes: Bytes): Bytes | string =>
  bytes.length <= LONGEST_BODY ? bytes : `${decoder.decode(bytes.subarray(0, LONGEST_BODY))}…`;

const cut = (text: string): string =>
  text.length <= LONGEST_BODY ? text : `${text.slice(0, LONGEST_BODY)}…`;
