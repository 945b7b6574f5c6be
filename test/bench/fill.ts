// Fills a mock with files faster than requests could: one is made, and copied under other names.

import type { Mock } from 'cloudglue-mock';
import { ids } from '../support/ids.ts';
import { statesOf } from '../support/states.ts';

/** Files of this account, and where asked for of so many like it. */
export const tokenOf = (account: number): string => `bench-${account}`;

/** Files that the benchmark asks for again; each has a URI that the connector knows. */
export const knownUri = (n: number): string => `grain://recording/known${n}`;

export interface FillOptions {
  files: number;
  accounts: number;
  /** How many of them, in all accounts together, are to be asked for. */
  known: number;
}

async function make(mock: Mock, token: string, path: string, url: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await mock.fetch(path, { method: 'POST', headers, body: JSON.stringify({ url }) });
  if (response.status !== 200) throw new Error(`filling: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { id: string }).id;
}

/** The nth id of those that are made up here; real ones look the same. */
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Makes the files. Returns the ids of the known ones; the nth is the nth account's, and begins again after the last. */
export async function fill(mock: Mock, { files, accounts, known }: FillOptions): Promise<string[]> {
  const copies = Math.max(0, files - known);
  const template = 'https://example.com/v/template.mp4';
  const id = await make(mock, 'template', '/v1/files/sync', template);
  const empty = mock.account('template').snapshot();
  const [state] = statesOf(empty);
  if (!state) throw new Error('filling: the snapshot holds no account');
  const [row] = state.files.rows;
  const text = JSON.stringify(row);
  for (let account = 0; copies > 0 && account < accounts; account++) {
    const rows: (typeof row)[] = [];
    for (let n = account; n < copies; n += accounts) {
      rows.push(JSON.parse(text.replaceAll('template', String(n)).replaceAll(id, idOf(n))));
    }
    mock.account(tokenOf(account)).restore({
      ...empty,
      accounts: { only: { ...state, files: { ...state.files, rows } } },
    } as typeof empty);
  }
  mock.account('template').reset();
  const made: string[] = [];
  for (let n = 0; n < known; n++) {
    made.push(await make(mock, tokenOf(n % accounts), `/v1/data-connectors/${ids.grain}/sync`, knownUri(n)));
  }
  mock.clock.advance('1m');
  return made;
}
