// What every answer has beside its meaning: an id, headers by which any web page may read what the API says, and its
// place in the journal.
import type { Context } from 'hono';
import type { Accounts } from '../accounts/accounts.ts';
import type { Journal } from '../journal/journal.ts';
import { isAdminPath } from '../openapi/paths.ts';
import type { Interactions } from '../provider-states/interactions.ts';
import { realTime, startWatch } from '../time/clock.ts';
import type { AppEnv } from './context.ts';
import { entryOf } from './journal-entry.ts';
import { answerJson, setHeaders } from './json-response.ts';
import { type Act, type Failed, tokenOf } from './stages.ts';

/** What an id that a client chose may be; another is replaced. */
const REQUEST_ID = /^[\w\-=]{1,255}$/;
const READABLE = { 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' };

interface ExchangeOptions {
  journal: Journal;
  accounts: Pick<Accounts, 'idOf'>;
  interactions: Interactions;
  failed: Failed;
}

/** One request and its answer, from the first to the last of what the mock does about it. */
export type Exchange = (c: Context<AppEnv>, act: Act) => Promise<Response>;

/** Makes what surrounds all that is done about a request. */
export function createExchange({ journal, accounts, interactions, failed }: ExchangeOptions): Exchange {
  let requests = 0;

  /** The account whose key was sent, also where no operation asked for it. */
  const accountIdOf = (c: Context<AppEnv>): string | null => {
    const token = tokenOf(c.req.header('authorization'));
    return token === undefined ? null : accounts.idOf(token);
  };

  return async (c, act) => {
    const [at, elapsed] = [realTime(), startWatch()];
    const isAdmin = isAdminPath(c.req.path);
    const given = c.req.header('x-request-id');
    const requestId = given !== undefined && REQUEST_ID.test(given) ? given : `req_${++requests}`;
    c.set('requestId', requestId);
    c.json = answerJson;
    let answer: Response;
    try {
      answer = await act();
    } catch (thrown) {
      answer = failed(c, thrown);
    }
    setHeaders(answer, { 'x-request-id': requestId });
    if (isAdmin) return answer;
    setHeaders(answer, READABLE);
    if (c.env?.behindTheScenes) return answer;
    const account = c.get('account') as AppEnv['Variables']['account'] | undefined;
    interactions.end(account?.id);
    if (journal.isOpen) {
      const accountId = account?.id ?? accountIdOf(c);
      journal.add({ id: requestId, accountId, at, durationMs: elapsed(), ...entryOf(c, answer) });
    }
    return answer;
  };
}
