// Writes each request to the API down, with bodies cut to a bound.
import type { Context, MiddlewareHandler } from 'hono';
import type { Accounts } from '../accounts.ts';
import { realTime, startWatch } from '../clock.ts';
import type { AppEnv } from '../env.ts';
import { tokenOf } from '../middleware.ts';
import type { Scenes } from '../states/scenes.ts';
import { plainAnswerOf } from '../wire/json-answer.ts';
import type { Entry, Journal } from './journal.ts';

/** Characters of a body that are kept. */
const LONGEST_BODY = 8_192;

interface Recording {
  journal: Journal;
  accounts: Pick<Accounts, 'idOf'>;
  scenes: Scenes;
}

/** The outermost stage: sees the answer as it leaves, errors included. */
export function recordRequests({ journal, accounts, scenes }: Recording): MiddlewareHandler<AppEnv> {
  /** A request that matched no route has a key nevertheless. */
  const idOfKey = (c: Context<AppEnv>) => {
    const token = tokenOf(c.req.header('authorization'));
    return token === undefined ? null : accounts.idOf(token);
  };
  return async (c, next) => {
    const at = realTime();
    const elapsed = startWatch();
    await next();
    const account = c.get('account') as AppEnv['Variables']['account'] | undefined;
    scenes.ends(account?.id);
    if (!journal.isOpen) return;
    const operation = c.get('operation') ?? null;
    journal.add({
      id: c.get('requestId'),
      accountId: account?.id ?? idOfKey(c),
      at,
      durationMs: elapsed(),
      method: c.req.method,
      url: c.req.url,
      operation,
      matched: operation !== null,
      faults: c.get('faults') ?? [],
      requestHeaders: c.env?.rawHeaders ?? [...c.req.raw.headers].flat(),
      requestBody: await bodyOf(c),
      ...answerOf(c),
    });
  };
}

/** The body as far as somebody read it as text; one that ended early has none. */
async function bodyOf({ req }: Context<AppEnv>): Promise<string | null> {
  if (req.bodyCache.text === undefined) return null;
  try {
    return cut(await req.bodyCache.text);
  } catch {
    return null;
  }
}

/** What of the answer is kept: of answers other than JSON, no body, for there a stream would have to be read. */
function answerOf(c: Context<AppEnv>): Pick<Entry, 'status' | 'responseHeaders' | 'responseBody'> {
  const { res } = c;
  if (c.env?.broken) return { status: 0, responseHeaders: {}, responseBody: null };
  const plain = plainAnswerOf(res);
  if (plain)
    return { status: plain.status, responseHeaders: plain.plainHeaders, responseBody: cut(plain.content) };
  const text: string | undefined = c.get('answer');
  return {
    status: res.status,
    responseHeaders: Object.fromEntries(res.headers),
    responseBody: text === undefined ? null : cut(text),
  };
}

/** The beginning of a text, in memory of its own. */
const cut = (text: string): string =>
  text.length <= LONGEST_BODY ? text : `${Buffer.from(text.slice(0, LONGEST_BODY))}…`;
