// The stage of a request at which faults strike: after it is known who asks for what, before anything is done.
import type { Context } from 'hono';
import { delay } from '../clock.ts';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../wire/errors.ts';
import { plainAnswerOf, setHeaders } from '../wire/json-answer.ts';
import { judge, type Verdict } from './engine.ts';
import { connectionBreakOf, damage, drip, isBeforeRequest } from './network.ts';
import { preferenceOf } from './prefer.ts';
import { factsOf, subjectOf } from './subject.ts';

/** Does what the header Prefer and the account's fault rules say, in this order. */
export function withFaults(c: Context<AppEnv>, next: () => Promise<void>): Promise<void> {
  const header = c.req.header('prefer');
  if (header !== undefined) return preferred(c, header, next);
  if (c.get('account').store.sizeOf('faults') === 0) return next();
  return struck(c, next);
}

async function preferred(c: Context<AppEnv>, header: string, next: () => Promise<void>): Promise<void> {
  const preference = preferenceOf(header, c.get('operation'));
  if (preference?.error) {
    const applied = { 'preference-applied': preference.applied };
    throw ApiError.forced(preference.error, subjectOf(c, await factsOf(c))).with(applied);
  }
  await (c.get('account').store.sizeOf('faults') === 0 ? next() : struck(c, next));
  if (preference && c.res.status === preference.status) {
    setHeaders(c, { 'preference-applied': preference.applied });
  }
}

async function struck(c: Context<AppEnv>, next: () => Promise<void>): Promise<void> {
  const facts = await factsOf(c);
  const verdict = judge(c.get('account'), facts);
  c.set('faults', verdict.fired);
  // A client that has gone is not waited for.
  if (verdict.delay > 0) await delay(verdict.delay, c.req.raw.signal, c.env.closing);
  if (verdict.error) {
    const { name, headers } = verdict.error;
    throw ApiError.forced(name, subjectOf(c, facts)).with({ ...verdict.headers, ...headers });
  }
  if (verdict.network && isBeforeRequest(verdict.network)) c.res = new Response(null);
  else await next();
  setHeaders(c, verdict.headers);
  await spoil(c, verdict);
}

/** Damages the answer, or leaves word that the connection is to be broken. */
async function spoil(c: Context<AppEnv>, { network, drip: pieces }: Verdict): Promise<void> {
  if (pieces) {
    const text = plainAnswerOf(c.res)?.content;
    if (text !== undefined) c.set('answer', text);
    replace(c, await drip(c.res, pieces, c.env.closing));
  }
  const broken = network && connectionBreakOf(network);
  if (broken) c.env.broken = broken;
  else if (network) {
    const { text, response } = await damage(network, c.res);
    replace(c, response);
    c.set('answer', text);
  }
}

/** Hono merges headers into a response that replaces another: without the first, there is nothing to merge. */
function replace(c: Context<AppEnv>, response: Response): void {
  c.res = undefined;
  c.res = response;
}
