// Writes each request to the API down, with bodies cut to a bound.
import type { Context, MiddlewareHandler } from 'hono';
import type { Accounts } from '../accounts.ts';
import { realTime, startWatch } from '../clock.ts';
import type { AppEnv } from '../env.ts';
import { tokenOf } from '../middleware.ts';
import type { Journal } from './journal.ts';

/** Characters of a body that are kept. */
const LONGEST_BODY = 8_192;

/** The outermost stage: sees the answer as it leaves, errors included. */
export function recordRequests(
  journal: Journal,
  accounts: Pick<Accounts, 'idOf'>,
): MiddlewareHandler<AppEnv> {
  /** A request that matched no route has a key nevertheless. */
  const idOfKey = (c: Context<AppEnv>) => {
    const token = tokenOf(c.req.header('authorization'));
    return token === undefined ? null : accounts.idOf(token);
  };
  return async (c, next) => {
    if (!journal.isOpen) return next();
    keepAnswer(c);
    const at = realTime();
    const elapsed = startWatch();
    await next();
    const { account, operation = null, faults = [], answer } = c.var as Partial<AppEnv['Variables']>;
    const broken = c.env?.broken;
    journal.add({
      id: c.var.requestId,
      accountId: account?.id ?? idOfKey(c),
      at,
      durationMs: elapsed(),
      method: c.req.method,
      url: c.req.url,
      operation,
      matched: operation !== null,
      faults,
      requestHeaders: c.req.header(),
      requestBody: cut(await bodyOf(c)),
      status: broken ? 0 : c.res.status,
      responseHeaders: broken ? {} : Object.fromEntries(c.res.headers),
      responseBody: broken ? null : cut(answer),
    });
  };
}

/** The body as far as somebody read it as text; one that ended early has none. */
const bodyOf = async ({ req }: Context<AppEnv>): Promise<unknown> => {
  try {
    return await req.bodyCache.text;
  } catch {
    return null;
  }
};

/** Has every JSON answer leave its text: reading it back from the response would cost as much as the request. */
function keepAnswer(c: Context<AppEnv>): void {
  const json = c.json;
  c.json = ((value: unknown, ...rest: []) => {
    c.set('answer', value);
    return json(value as object, ...rest);
  }) as typeof json;
}

/** The beginning of a text, in memory of its own. */
function cut(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= LONGEST_BODY ? text : `${Buffer.from(text.slice(0, LONGEST_BODY))}…`;
}
