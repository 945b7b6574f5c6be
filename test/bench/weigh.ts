// In a process of its own, with the garbage collector at hand: what a file or an account takes of memory.
import { createMock } from 'cloudglue-mock';
import { ids } from '../support/ids.ts';
import { settledHeap } from './heap.ts';
import { answerParent } from './processes.ts';

/** What the mock is asked for the nth time. */
const things = {
  'public URL': (n: number) => sync('/v1/files/sync', `https://example.com/v/${n}.mp4`),
  'made-up recording': (n: number) => sync(`/v1/data-connectors/${ids.grain}/sync`, `grain://recording/${n}`),
  'idle account': (n: number) => ask('/v1/files', `idle-${n}`),
} as const;

export type Thing = keyof typeof things;
export type WeighMessage = { weigh: Thing; few: number; many: number };

// Without a journal: its entries come and go, and are of different sizes.
const mock = createMock({
  unknownUris: 'create',
  maxAccounts: 1_000_000,
  maxFiles: 10_000_000,
  journal: 0,
});

async function ask(path: string, token: string, init: RequestInit = {}): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await mock.fetch(path, { ...init, headers });
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}

const sync = (path: string, url: string) =>
  ask(path, 'weigh', { method: 'POST', body: JSON.stringify({ url }) });

answerParent<WeighMessage>({}, async ({ weigh, few, many }) => {
  const make = things[weigh];
  for (let n = 0; n < few; n++) await make(n);
  const before = await settledHeap();
  for (let n = few; n < many; n++) await make(n);
  return { bytes: ((await settledHeap()) - before) / (many - few) };
});
