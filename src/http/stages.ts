// What is asked before what it means: who asks, and a body that can be read.
import type { Context } from 'hono';
import type { Accounts } from '../accounts/accounts.ts';
import { ApiError } from '../errors/api-error.ts';
import { API_DEPTH, CONTROL_DEPTH, parseJson } from '../util/json-depth.ts';
import type { AppEnv } from './context.ts';

/** The API key in an Authorization header, or undefined. */
export const tokenOf = (authorization = ''): string | undefined =>
  /^Bearer +(\S.*)$/i.exec(authorization)?.[1]?.trim();

/** Scheme, host and port of a URL that was normalised: all before the path. */
export const originOf = (url: string): string => url.slice(0, url.indexOf('/', 'https://'.length));

/** Finds the account of the request's token. Throws ApiError without one. */
export function authenticate(c: Context<AppEnv>, accounts: Accounts): void {
  const token = tokenOf(c.req.header('authorization'));
  if (!token) throw ApiError.of('missing-api-key');
  const account = accounts.of(token);
  c.set('account', account);
  c.set('view', { now: account.clock.now(), origin: originOf(c.req.url) });
}

/** Anything that comes to an answer. */
export type Act = () => Response | Promise<Response>;

/** The answer that something thrown is. */
export type Failed = (c: Context<AppEnv>, thrown: unknown) => Response;

/** Methods that change nothing but what reading changes. */
const READS = new Set(['GET', 'HEAD']);

/**
 * Does what a request asks for, and holds the answer back until all that it tells of is saved. Throws ApiError for a
 * change that could not be saved; that one did not happen.
 */
export async function keeping(c: Context<AppEnv>, accounts: Accounts, act: Act): Promise<Response> {
  const { id } = c.get('account');
  const isRead = READS.has(c.req.method);
  const ready = isRead ? accounts.settled(id) : accounts.writable(id);
  if (ready) {
    await ready;
    const account = accounts.byId(id);
    c.set('account', account);
    c.set('view', { ...c.get('view'), now: account.clock.now() });
  }
  try {
    return await act();
  } finally {
    const saved = isRead ? accounts.settled(id) : accounts.saved(id);
    if (saved) await saved;
  }
}

/** The largest JSON body that operations of the API take. */
const API_BODY = { bytes: 1_048_576, text: '1 MB', depth: API_DEPTH };
/** The largest JSON body of the control plane, which takes snapshots. */
export const ADMIN_BODY = { bytes: 268_435_456, text: '256 MB', depth: CONTROL_DEPTH };

/** Whether a header Content-Type announces JSON. */
export const isJson = (contentType = ''): boolean => /^application\/json\s*(;|$)/i.test(contentType);

/**
 * What the JSON body of an operation that takes one holds; undefined where nothing was sent.
 * Throws ApiError, so that whatever is wrong with it is said by name.
 */
export async function readJson(c: Context<AppEnv>, limit = API_BODY): Promise<unknown> {
  const contentType = c.req.header('content-type');
  const refusal = () => ApiError.of('wrong-content-type', 'application/json', contentType);
  if (contentType && !isJson(contentType)) throw refusal();
  const text = await readText(c, limit);
  if (contentType) return parse(text, limit.depth);
  if (text) throw refusal();
  return undefined;
}

/** The body as text, which is read once. Throws ApiError if it is too large, or is not all there. */
export function readText(c: Context<AppEnv>, limit = API_BODY): Promise<string> {
  const cache: { text?: unknown } = c.req.bodyCache;
  cache.text ??= readAll(c, limit);
  return cache.text as Promise<string>;
}

async function readAll(c: Context<AppEnv>, limit: typeof API_BODY): Promise<string> {
  const announced = c.req.header('content-length');
  if (Number(announced) > limit.bytes) throw ApiError.of('body-too-large', limit.text);
  try {
    const { raw } = c.req;
    const text = await (announced === undefined ? readWithinLimit(raw.body, limit) : raw.text());
    c.set('body', text);
    return text;
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw ApiError.of('malformed-request', `its body ended early (${(error as Error).message})`);
  }
}

/**
 * Hono's own limit makes a new Request of the old one, which fails where the process's Request is not
 * replaced by that of @hono/node-server.
 */
async function readWithinLimit(
  body: ReadableStream<Uint8Array> | null,
  limit: typeof API_BODY,
): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  // What is refused is left as it is, as an upload is.
  for await (const chunk of body?.values({ preventCancel: true }) ?? []) {
    size += chunk.length;
    if (size > limit.bytes) throw ApiError.of('body-too-large', limit.text);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parse(text: string, depth: number): unknown {
  try {
    return parseJson(text, depth);
  } catch (error) {
    throw ApiError.of('malformed-json', text ? (error as Error).message : 'it is empty');
  }
}
