// What a request waits for where accounts are saved.
import type { Context } from 'hono';
import type { Account, Accounts } from '../accounts/accounts.ts';
import type { AppEnv } from './context.ts';

/** Methods that change nothing but what reading changes. */
const READS = new Set(['GET', 'HEAD']);

const accountOf = (c: Context<AppEnv>): Account | undefined => c.get('account');

/** Before the handler: throws ApiError for a change while changes cannot be saved. Undefined if there is no wait. */
export function requireSaving(c: Context<AppEnv>, accounts: Accounts): Promise<void> | undefined {
  return accountOf(c) && !READS.has(c.req.method) ? accounts.ready() : undefined;
}

/**
 * Before the response: resolves when everything that it can tell of is saved, of errors too; undefined if it is.
 * Rejects with ApiError if it cannot be saved.
 */
export const waitForSave = (c: Context<AppEnv>): Promise<void> | undefined => accountOf(c)?.kept();
