// Who the page speaks for: the account's key, and the token of the control plane. Both stay in the tab.
import { isText, stored } from './stored.ts';

/** The key that the page starts with, as all examples of the mock do. */
export const FIRST_KEY = 'cg-demo';

const isRecord = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every(isText);

export const session = {
  key: stored(sessionStorage, 'key', FIRST_KEY, isText),
  adminToken: stored(sessionStorage, 'admin token', '', isText),
  /** The keys that were entered in this tab, by the ids of their accounts. */
  names: stored<Record<string, string>>(sessionStorage, 'names', {}, isRecord),
};

/** Why a text cannot be sent as a key; undefined if it can. */
export const refuseKey = (key: string): string | undefined => {
  if (key.trim() === '') return 'Enter a key: any text will do.';
  if (!/^[!-~]+$/.test(key))
    return 'A key is sent in a header, so it has letters, digits and signs of ASCII only, and no blanks.';
  return undefined;
};
