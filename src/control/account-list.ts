// The accounts that keys were used of, for a person who looks for that of a client.
import type { Accounts } from '../accounts/accounts.ts';
import type { AdminSchemas } from '../openapi/admin.ts';

const MOST_LISTED = 1_000;

/**
 * The accounts, the last one used first.
 * @param ownId the account that asks
 */
export function listAccounts(accounts: Accounts, ownId: string): AdminSchemas['AccountList'] {
  const all = [...accounts.entries()].reverse();
  const data = all.slice(0, MOST_LISTED).map(([id, { store }]) => ({
    id,
    key: accounts.keyOf(id),
    files: store.sizeOf('files'),
    own: id === ownId,
  }));
  return { data, total: all.length };
}
