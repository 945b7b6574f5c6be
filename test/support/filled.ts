// An account with very many files.
import type { MockOptions } from '../../src/index.ts';
import { ids, setup } from './setup.ts';
import { statesOf } from './states.ts';

export const nthId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const NAMES_IN_NO_ORDER = 7_919;

/** A mock with one account that has so many files, all of them pending and in one collection. */
export async function filled(count: number, options: MockOptions = {}) {
  const client = setup({ unknownUris: 'create', ...options });
  const { id } = (await client.sync(ids.gong, 'gong://call/first')).body;
  const collection = (await client.createCollection('All')).body.id;
  await client.addMedia(collection, { file_id: id });
  const account = client.mock.account('cg-test');
  const snapshot = account.snapshot();
  const [state] = statesOf(snapshot);
  const [row, entry] = [state?.files.rows[0], state?.collectionFiles.rows[0]];
  if (!state || !row || !entry) throw new Error('the snapshot holds no file in a collection');
  const others = Array.from({ length: count - 1 }, (_, n) => nthId(n));
  const rows = others.map((other, n) => {
    return { ...row, id: other, key: `${row.key}${n}`, filename: `${(n * NAMES_IN_NO_ORDER) % count}.mp4` };
  });
  const entries = others.map((fileId) => {
    const key = `${collection} ${fileId}`;
    return { ...entry, id: key, key, fileId };
  });
  account.restore({
    ...snapshot,
    accounts: {
      only: {
        ...state,
        files: { ...state.files, rows: [row, ...rows] },
        collectionFiles: { ...state.collectionFiles, rows: [entry, ...entries] },
      },
    },
  });
  return { ...client, account, id, collection };
}
