// Who sends a request: the account of its API key.
import type { Context } from 'hono';
import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { ApiError } from '../errors/api-error.ts';
import type { KeptBodies } from '../util/kept-bodies.ts';
import { originOf } from '../util/origin.ts';
import type { AppEnv } from './context.ts';

/** The API key in an Authorization header, or undefined. */
export const tokenOf = (authorization = ''): string | undefined =>
  /^Bearer +(\S.*)$/i.exec(authorization)?.[1]?.trim();

/** Finds the account of the request's token. Throws ApiError without one. */
export function authenticate(c: Context<AppEnv>, accounts: Accounts): void {
  const token = tokenOf(c.req.header('authorization'));
  if (!token) throw ApiError.of('missing-api-key');
  setAccount(c, accounts.of(token), accounts.kept);
}

/** The account of a request's key, also where the endpoint needs none; null without a key. */
export function accountIdOf(c: Context<AppEnv>, accounts: Pick<Accounts, 'idOf'>): string | null {
  const account: Account | undefined = c.get('account');
  if (account) return account.id;
  const token = tokenOf(c.req.header('authorization'));
  return token === undefined ? null : accounts.idOf(token);
}

/** Sets the account that a request acts on, as it is now. */
export function setAccount(c: Context<AppEnv>, account: Account, kept: KeptBodies): void {
  c.set('account', account);
  c.set('view', { now: account.clock.now(), origin: originOf(c.req.url), kept });
}
