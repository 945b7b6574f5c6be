// The ids of accounts: a digest of the key, which it does not reveal; and the other key of each account, made of its id.
import { digest } from '../util/random.ts';

/** How many keys' ids are cached: computing the digest takes a tenth of the time of a request. */
const KEYS_REMEMBERED = 20_000;

/** What a key begins with that is made of the id of its account. */
const OF_ACCOUNT = 'account:';

/** @param isAccount whether there is an account with the id; where accounts are shared, another mock may have it */
export function createAccountIds(isAccount: (id: string) => boolean) {
  const known = new Map<string, string>();
  return {
    /** The id of a key's account. */
    idOf(key: string): string {
      const named = key.startsWith(OF_ACCOUNT) ? key.slice(OF_ACCOUNT.length) : '';
      if (named !== '' && isAccount(named)) return named;
      let id = known.get(key);
      if (id === undefined) {
        if (known.size >= KEYS_REMEMBERED) known.clear();
        id = digest(key);
        known.set(key, id);
      }
      return id;
    },
    /** Another key of an account, which is its own as long as the account is there. */
    keyOf: (id: string): string => `${OF_ACCOUNT}${id}`,
  };
}

/** Whether a text may be the id of an account. */
export const isAccountId = (text: string): boolean => /^[\w-]{22}$/.test(text);
