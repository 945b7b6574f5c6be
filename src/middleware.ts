// The stages of an operation before its meaning: who asks, and a body that can be read.
import type { HonoRequest, MiddlewareHandler } from 'hono';
import type { Accounts } from './accounts.ts';
import type { AppEnv } from './env.ts';
import { ApiError } from './wire/errors.ts';

/** Finds the account of the request's token. Throws ApiError without one. */
export function authenticate(accounts: Accounts): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const token = /^Bearer +(\S.*)$/i.exec(c.req.header('authorization') ?? '')?.[1]?.trim();
    if (!token) throw ApiError.of('missing-api-key');
    const account = accounts.of(token);
    c.set('account', account);
    c.set('view', { now: account.clock.now(), origin: new URL(c.req.url).origin });
    await next();
  };
}

/** Holds the answer back until the changes it tells of are kept. */
export function commit(accounts: Accounts): MiddlewareHandler<AppEnv> {
  return async (_c, next) => {
    await next();
    await accounts.commit();
  };
}

const MAX_BODY_BYTES = 1_048_576;
/** Deeper JSON than any client sends; much deeper would exhaust the stack when it is written out again. */
const MAX_DEPTH = 100;

/**
 * Reads the body of an operation that takes JSON, so that whatever is wrong with it is said by name.
 * Throws ApiError. The bodies of other operations are not touched: SDKs announce JSON even where they send none.
 */
export const readBody: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    try {
      checkJson(await readText(c.req));
    } catch (error) {
      if (error instanceof ApiError) throw error;
      throw ApiError.of('malformed-request', `its body ended early (${(error as Error).message})`);
    }
  }
  await next();
};

/** The body as text, which the validator then finds already read. Throws ApiError if it is too large. */
async function readText(req: HonoRequest): Promise<string> {
  const announced = req.header('content-length');
  if (announced === undefined) {
    const text = readWithinLimit(req.raw.body);
    Object.assign(req.bodyCache, { text });
    return text;
  }
  if (Number(announced) > MAX_BODY_BYTES) throw ApiError.of('body-too-large', '1 MB');
  return req.text();
}

/**
 * Hono's own limit makes a new Request of the old one, which fails where the process's Request is not
 * replaced by that of @hono/node-server.
 */
async function readWithinLimit(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw ApiError.of('body-too-large', '1 MB');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function checkJson(text: string): void {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw ApiError.of('malformed-json', text ? (error as Error).message : 'it is empty');
  }
  if (isDeeperThan(MAX_DEPTH, json))
    throw ApiError.of('malformed-json', `it is nested over ${MAX_DEPTH} levels deep`);
}

function isDeeperThan(limit: number, json: unknown): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((value) => (value && typeof value === 'object' ? Object.values(value) : []));
  }
  return false;
}
