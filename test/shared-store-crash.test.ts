// Mocks and their engine are killed at random, as with `kill -9`, under load: what was answered is there, once.
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { drawFrom } from '../src/util/random.ts';
import { startEngine } from './support/engine.ts';
import { start } from './support/process.ts';
import { startReceiver } from './support/receiver.ts';
import { rounds } from './support/rounds.ts';

const MOCKS = 4;
const WRITERS = 12;
const ACCOUNTS = 3;
/** Few enough that several writers ask for the same item. */
const ITEMS = 60;
const EVENTS = ['file.job.processing', 'file.job.completed'];

type Running = Awaited<ReturnType<typeof start>>;

const startMock = (store: string, port = '0') =>
  start(['--port', port, '--store', store, '--speed', '20', '--webhook-pause', '100']);

/** Sends a request to any mock until one answers it with 200. */
async function insist(mocks: readonly Running[], draw: () => number, path: string, init: () => RequestInit) {
  for (;;) {
    const { url } = mocks[Math.floor(draw() * mocks.length)] as Running;
    try {
      const response = await fetch(url + path, init());
      if (response.status === 200) return (await response.json()) as { id: string; uri: string };
      expect(response.status).toBe(503);
    } catch (error) {
      // It was killed: no answer.
      if (!(error instanceof TypeError)) throw error;
    }
    await pause(30);
  }
}

test('nothing that was answered is lost, no item has two files, and every webhook event arrives', {
  timeout: rounds(120_000),
}, async () => {
  const engine = await startEngine();
  const receiver = await startReceiver();
  const mocks = await Promise.all(Array.from({ length: MOCKS }, () => startMock(engine.url)));
  const draw = drawFrom('a crash of mocks and their engine');
  const number = () => draw.number();
  const headers = (account: number) => ({ authorization: `Bearer crash-${account}` });
  const asJson = (account: number, body: object): RequestInit => ({
    method: 'POST',
    headers: { ...headers(account), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  for (let account = 0; account < ACCOUNTS; account++) {
    const webhook = { endpoint: `${receiver.url}?${account}`, subscribed_events: EVENTS };
    await insist(mocks, number, '/v1/webhooks', () => asJson(account, webhook));
  }

  let isOver = false;
  /** By account: the ids that were answered for each item, and those of uploads. */
  const answered = Array.from({ length: ACCOUNTS }, () => ({
    items: new Map<string, Set<string>>(),
    uploads: new Set<string>(),
  }));
  async function write(writer: number): Promise<void> {
    for (let nth = 0; !isOver; nth++) {
      const account = (writer + nth) % ACCOUNTS;
      const { items, uploads } = answered[account] as (typeof answered)[0];
      if (nth % 8 === 0) {
        const init = () => {
          const body = new FormData();
          body.set('file', new Blob([`talk ${writer} ${nth}`]), 'talk.mp4');
          return { method: 'POST', headers: headers(account), body };
        };
        uploads.add((await insist(mocks, number, '/v1/files', init)).id);
      } else {
        const url = `https://example.com/${Math.floor(number() * ITEMS)}.mp4`;
        const { id } = await insist(mocks, number, '/v1/files/sync', () => asJson(account, { url }));
        items.set(url, (items.get(url) ?? new Set()).add(id));
      }
      await pause(10);
    }
  }
  const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer));

  for (let kill = 0; kill < rounds(6); kill++) {
    await pause(100 + number() * 600);
    if (kill % 3 === 2) {
      await engine.kill();
      await pause(number() * 500);
      await engine.start();
    } else {
      const at = Math.floor(number() * MOCKS);
      const killed = mocks[at] as Running;
      await killed.stop('SIGKILL');
      mocks[at] = await startMock(engine.url, new URL(killed.url).port);
    }
  }
  await pause(500);
  isOver = true;
  await Promise.all(writers);

  for (const [account, { items, uploads }] of answered.entries()) {
    const files = new Map<string, string>();
    for (let offset = 0; ; offset += 100) {
      const page = await insist(mocks, number, `/v1/files?limit=100&offset=${offset}`, () => ({
        headers: headers(account),
      }));
      const { data } = page as unknown as { data: { id: string; filename: string; source: string }[] };
      for (const { id, filename } of data) files.set(id, filename);
      if (data.length === 0) break;
    }
    expect(items.size).toBeGreaterThan(10);
    for (const [url, ids] of items) {
      expect([...ids], url).toHaveLength(1);
      expect(files.get([...ids][0] as string)).toBe(url.slice(url.lastIndexOf('/') + 1));
    }
    for (const id of uploads) expect(files.has(id)).toBe(true);
    const synced = [...files.values()].filter((name) => name !== 'talk.mp4');
    expect(new Set(synced).size).toBe(synced.length);
    /** The ids of the events that came, by what they tell. A receiver knows one that comes twice by its id. */
    const heard = () => {
      const ids = new Map<string, Set<string>>();
      for (const [nth, { event_id, event_type, payload }] of receiver.events.entries()) {
        if (!receiver.urls[nth]?.endsWith(`?${account}`)) continue;
        const told = `${payload.file_id} ${event_type}`;
        ids.set(told, (ids.get(told) ?? new Set()).add(event_id));
      }
      return ids;
    };
    const expected = [...files.keys()].flatMap((id) => EVENTS.map((type) => `${id} ${type}`));
    await expect.poll(() => expected.filter((told) => !heard().has(told))).toEqual([]);
    expect([...heard()].filter(([, ids]) => ids.size > 1)).toEqual([]);
  }
});
