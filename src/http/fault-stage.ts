// The stage of a request at which faults strike: after it is known who asks for what, before anything is done.
import type { Context } from 'hono';
import { ApiError } from '../errors/api-error.ts';
import { judge, type Verdict } from '../faults/engine.ts';
import { connectionBreakOf, damage, drip, isBeforeRequest } from '../faults/network.ts';
import { preferenceOf } from '../faults/prefer.ts';
import { delay } from '../time/clock.ts';
import type { AppEnv } from './context.ts';
import { plainAnswerOf, setHeaders } from './json-response.ts';
import { factsOf, subjectOf } from './request-facts.ts';
import type { Act, Failed } from './stages.ts';

/**
 * Does what the header Prefer and the account's fault rules say, in this order.
 * @param failed answers an error that the act throws, so that faults strike errors too
 */
export function withFaults(c: Context<AppEnv>, act: Act, failed: Failed): Response | Promise<Response> {
  const header = c.req.header('prefer');
  const hasRules = c.get('account').store.sizeOf('faults') > 0;
  if (header === undefined && !hasRules) return act();
  const attempted = async () => {
    try {
      return await act();
    } catch (thrown) {
      return failed(c, thrown);
    }
  };
  const ruled = hasRules ? () => struck(c, attempted) : attempted;
  return header === undefined ? ruled() : preferred(c, header, ruled);
}

async function preferred(c: Context<AppEnv>, header: string, act: Act): Promise<Response> {
  const preference = preferenceOf(header, c.get('operation'));
  if (preference?.error) {
    const applied = { 'preference-applied': preference.applied };
    throw ApiError.forced(preference.error, subjectOf(c, await factsOf(c))).with(applied);
  }
  const answer = await act();
  if (preference && answer.status === preference.status) {
    setHeaders(answer, { 'preference-applied': preference.applied });
  }
  return answer;
}

async function struck(c: Context<AppEnv>, act: Act): Promise<Response> {
  const facts = await factsOf(c);
  const verdict = judge(c.get('account'), facts);
  c.set('faults', verdict.fired);
  // A client that has gone is not waited for.
  if (verdict.delay > 0) await delay(verdict.delay, c.req.raw.signal, c.env.closing);
  if (verdict.error) {
    const { name, headers } = verdict.error;
    throw ApiError.forced(name, subjectOf(c, facts)).with({ ...verdict.headers, ...headers });
  }
  const isUndone = verdict.network && isBeforeRequest(verdict.network);
  const answer = isUndone ? new Response(null) : await act();
  setHeaders(answer, verdict.headers);
  return spoil(c, answer, verdict);
}

/** The answer, damaged; or leaves word that the connection is to be broken. */
async function spoil(
  c: Context<AppEnv>,
  whole: Response,
  { network, drip: pieces }: Verdict,
): Promise<Response> {
  let answer = whole;
  if (pieces) {
    const text = plainAnswerOf(answer)?.content;
    if (text !== undefined) c.set('answer', text);
    answer = await drip(answer, pieces, c.env.closing);
  }
  if (!network) return answer;
  const broken = connectionBreakOf(network);
  if (broken) {
    c.env.broken = broken;
    return answer;
  }
  const { text, response } = await damage(network, answer);
  c.set('answer', text);
  return response;
}
