// The requests of a soak: which one is the nth of an account depends on nothing but n and what was answered before.
import { type Draw, drawFrom } from '../../src/util/random.ts';
import { ids } from './ids.ts';

export interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A way to a mock; it rejects where the connection broke, and where the body is not what was announced. */
export type Ask = (path: string, init?: Sent) => Promise<{ status: number; text: string }>;

/** What an account knows from its answers. */
interface Known {
  files: string[];
  collections: string[];
}

type Asked = [path: string, init?: Sent];

export const json = (body: unknown, method = 'POST'): Sent => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const upload = (name: string): Sent => ({
  method: 'POST',
  headers: { 'content-type': 'multipart/form-data; boundary=soak' },
  body: `--soak\r\ncontent-disposition: form-data; name="file"; filename="${name}.mp4"\r\ncontent-type: video/mp4\r\n\r\n\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41${'.'.repeat(2_000)}\r\n--soak--\r\n`,
});

/** One of those that are known; where there are none, one that nobody knows. */
const one = (draw: Draw, known: string[]) => known[draw.integer(0, known.length - 1)] ?? 'none';

const { grain } = ids;

/** Each with how often it comes among the others. */
const MIX: [weight: number, (draw: Draw, known: Known) => Asked][] = [
  [
    12,
    (draw) => [
      `/v1/data-connectors/${grain}/sync`,
      json({ url: `grain://recording/${draw.integer(0, 1e9)}` }),
    ],
  ],
  [10, () => [`/v1/data-connectors/${grain}/sync`, json({ url: 'grain://recording/abc123' })]],
  [8, (draw) => ['/v1/files/sync', json({ url: `https://example.com/${draw.integer(0, 500)}.mp4` })]],
  [20, (draw, { files }) => [`/v1/files/${one(draw, files)}`]],
  [6, () => ['/v1/files?limit=5']],
  [2, () => ['/v1/files?status=completed&order=filename&sort=asc&limit=3']],
  [6, () => [`/v1/data-connectors/${grain}/files?limit=3`]],
  [3, () => ['/v1/data-connectors']],
  [
    3,
    (draw, { files }) => [
      `/v1/files/${one(draw, files)}`,
      json({ metadata: { n: draw.integer(0, 9) } }, 'PUT'),
    ],
  ],
  [4, (draw, { files }) => [`/v1/files/${one(draw, files)}`, { method: 'DELETE' }]],
  [3, (draw) => ['/v1/files', upload(`talk-${draw.integer(0, 99)}`)]],
  [
    3,
    (draw) => [
      '/v1/collections',
      json({ collection_type: 'media-descriptions', name: `Calls ${draw.integer(0, 20)}` }),
    ],
  ],
  [
    4,
    (draw, { files, collections }) => [
      `/v1/collections/${one(draw, collections)}/media`,
      json({ url: `cloudglue://files/${one(draw, files)}` }),
    ],
  ],
  [2, (draw, { collections }) => [`/v1/collections/${one(draw, collections)}/videos`]],
  [1, (draw, { collections }) => [`/v1/collections/${one(draw, collections)}`, { method: 'DELETE' }]],
  [2, () => ['/v1/nope']],
  [2, () => ['/v1/files/sync', json({ wrong: true })]],
  [1, () => ['/v1/files/sync', { ...json({}), body: '{"url": "https://example.com/a.mp4"' }]],
  [1, () => ['/v1/collections', { method: 'PATCH' }]],
];
const KINDS = MIX.flatMap(([weight, kind]) => Array<typeof kind>(weight).fill(kind));

/** How many ids an account remembers of each kind. */
const REMEMBERED = 50;

/** The requests of one account, one after the other. */
export function soakAccount(ask: Ask, token: string) {
  let asked = 0;
  let known: Known = { files: [], collections: [] };
  return {
    /** Asks the next one. What was answered; undefined where the connection broke, as faults have it. */
    async next(): Promise<{ status: number; text: string } | undefined> {
      const draw = drawFrom(`soak ${token} ${asked++}`);
      const [path, init] = (KINDS[draw.integer(0, KINDS.length - 1)] as (typeof KINDS)[number])(draw, known);
      const answer = await ask(path, {
        ...init,
        headers: { authorization: `Bearer ${token}`, ...init?.headers },
      }).catch(() => undefined);
      if (answer?.status === 200) note(known, answer.text);
      return answer;
    },
    /** After a reset there is none of what was known. */
    forget(): void {
      known = { files: [], collections: [] };
    },
  };
}

function note(known: Known, text: string): void {
  // A body that is no JSON, or lacks its end, is what some faults are for.
  const id = /^\{"id":"([\w-]{36})"/.exec(text)?.[1];
  if (id === undefined || text.includes('"object":"file"')) return;
  const ids = text.includes('"object":"collection"') ? known.collections : known.files;
  if (ids.length < REMEMBERED && !ids.includes(id)) ids.push(id);
}
