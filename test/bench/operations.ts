// The operations that are measured, and the requests that a store of so many files is asked with.
import { ids } from '../support/ids.ts';
import { knownUri, tokenOf } from './fill.ts';
import type { Ask } from './generator.ts';

export interface Store {
  files: number;
  accounts: number;
  /** Ids of the files that are asked for. */
  ids: string[];
}

/** The nth request to a store; the known files and the accounts come in turn. */
type Requests = (store: Store, n: number) => Ask;

const tokenIn = ({ accounts }: Store, n: number) => tokenOf(n % accounts);

const sync = (token: string, url: string): Ask => ({
  method: 'POST',
  path: `/v1/data-connectors/${ids.grain}/sync`,
  token,
  body: JSON.stringify({ url }),
});

/** An account of its own for new files where they would be most of the store; it is emptied after each time. */
export const FRESH = 'bench-fresh';
const growsLittle = ({ files }: Store) => files > 1_000;

export const operations = {
  'sync-new': {
    title: 'sync of a new URI',
    ask: (store, n) => sync(growsLittle(store) ? tokenIn(store, n) : FRESH, `grain://recording/new${n}`),
  },
  sync: {
    title: 'sync of an existing URI',
    ask: (store, n) => sync(tokenIn(store, n % store.ids.length), knownUri(n % store.ids.length)),
  },
  getFile: {
    title: 'getFile',
    ask: (store, n) => ({
      method: 'GET',
      path: `/v1/files/${store.ids[n % store.ids.length]}`,
      token: tokenIn(store, n % store.ids.length),
    }),
  },
  list: {
    title: 'a page of GET /files (50)',
    ask: (store, n) => ({ method: 'GET', path: '/v1/files', token: tokenIn(store, n) }),
  },
  browse: {
    title: 'a page of browsing a connector',
    ask: (store, n) => ({
      method: 'GET',
      path: `/v1/data-connectors/${ids.grain}/files`,
      token: tokenIn(store, n),
    }),
  },
} as const satisfies Record<string, { title: string; ask: Requests }>;

export type OperationName = keyof typeof operations;

/** Whether each request must be for something else, and is sent once only. */
export const isOnce = (name: OperationName): boolean => name === 'sync-new';
