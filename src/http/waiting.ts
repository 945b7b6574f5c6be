// What a request waits for: imports that are behind the clock, and accounts that are saved, or shared with other mocks.
// Each function returns undefined if there is nothing to wait for.
import type { Context } from 'hono';
import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { ImportRunner } from '../imports/import-runner.ts';
import { prepareWorld } from '../world/prepare-world.ts';
import { setAccount, tokenOf } from './authentication.ts';
import type { AppEnv } from './context.ts';

interface Parts {
  accounts: Accounts;
  runner: ImportRunner;
}

/** Methods that change nothing but what reading changes. */
export const READS = new Set(['GET', 'HEAD']);

const accountOf = (c: Context<AppEnv>): Account | undefined => c.get('account');

/** Before the account is looked at: it may have been changed by another mock of the same store. */
export function waitForNewest(c: Context<AppEnv>, accounts: Accounts): Promise<void> | undefined {
  if (!accounts.shared) return undefined;
  const token = tokenOf(c.req.header('authorization'));
  return token === undefined ? undefined : accounts.newest(token);
}

/**
 * Runs what may change the request's account. With a shared store, runs it again, on the newest state, if another mock
 * changed the account first.
 */
export function runOnNewest<T>(
  c: Context<AppEnv>,
  { shared, byId, kept }: Accounts,
  run: () => T | Promise<T>,
): T | Promise<T> {
  const account = accountOf(c);
  if (!shared || !account) return run();
  return shared.work(account.id, () => {
    setAccount(c, byId(account.id), kept);
    return run();
  });
}

/**
 * Of whatever may need items: those of a large connector are made in slices, and not all at once by the
 * first who needs them.
 */
function waitForWorld(c: Context<AppEnv>, { accounts }: Parts): Promise<void> | undefined {
  const account = accountOf(c);
  if (!account || (READS.has(c.req.method) && !c.req.path.includes('connectors/'))) return undefined;
  // The account may have been replaced meanwhile.
  return prepareWorld(account.world)?.then(() => setAccount(c, accounts.byId(account.id), accounts.kept));
}

/** No request sees an account in which an import has not come as far as the clock. */
function waitForImports(c: Context<AppEnv>, { accounts, runner }: Parts): Promise<void> | undefined {
  const account = accountOf(c);
  // The account may have been replaced meanwhile, and a running clock went on.
  return (
    account && runner.catchUp(account)?.then(() => setAccount(c, accounts.byId(account.id), accounts.kept))
  );
}

/** No request sees a change that may still be undone. Rejects with ApiError if changes cannot be saved. */
function waitForEarlierSave(c: Context<AppEnv>, { accounts }: Parts): Promise<void> | undefined {
  const account = accountOf(c);
  if (!account || accounts.shared) return undefined;
  const saved = READS.has(c.req.method) ? accounts.settled(account.id) : accounts.writable(account.id);
  // A change that was undone left another object in the account's place.
  return saved?.then(() => setAccount(c, accounts.byId(account.id), accounts.kept));
}

/** What a request waits for before its handler, one after the other. */
export const waitsBeforeHandler = [waitForWorld, waitForImports, waitForEarlierSave] as const;

/** Before the response, of errors too: it tells of nothing that is not saved. Rejects with ApiError if a change cannot be. */
export function waitForSave(c: Context<AppEnv>, accounts: Accounts): Promise<void> | undefined {
  const account = accountOf(c);
  if (!account || accounts.shared) return undefined;
  return READS.has(c.req.method) ? accounts.settled(account.id) : accounts.saved(account.id);
}
