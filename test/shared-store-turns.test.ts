// Mocks that change one account in turns, and at once, take over no more than what the others changed.
import { expect, test } from 'vitest';
import { drawFrom } from '../src/util/random.ts';
import { mockOn, startEngine } from './support/engine.ts';
import { filled, nthId } from './support/filled.ts';
import { rounds } from './support/rounds.ts';
import { ids } from './support/setup.ts';

const MOCKS = 3;
const ITEMS = 12;

test('whatever mocks change in turns or at once, each shows the account as one does that reads all of it', async () => {
  const engine = await startEngine();
  for (let round = 0; round < rounds(3); round++) {
    const draw = drawFrom(`turns ${round}`);
    const token = `cg-turns-${round}`;
    const open = () => mockOn(engine.url, { unknownUris: 'create' });
    const mocks = Array.from({ length: MOCKS }, open);
    type Client = ReturnType<(typeof mocks)[number]['as']>;
    const clients = mocks.map(({ as }) => as(token)) as [Client, ...Client[]];
    const { id: collection } = (await clients[0].createCollection('all')).body;
    const fileOf = async (client: Client) => {
      const { data } = (await client.files({ limit: 100 })).body;
      return data[draw.integer(0, Math.max(0, data.length - 1))]?.id ?? ids.grain;
    };
    const sync = (client: Client) =>
      client.sync(ids.grain, `grain://recording/turn${draw.integer(1, ITEMS)}`);
    const steps: ((client: Client) => Promise<unknown>)[] = [
      sync,
      sync,
      async (client) => client.remove(await fileOf(client)),
      async (client) => client.update(await fileOf(client), { metadata: { n: draw.integer(1, 9) } }),
      async (client) => client.addMedia(collection, { file_id: await fileOf(client) }),
      async (client) => client.call('DELETE', `/v1/collections/${collection}/videos/${await fileOf(client)}`),
      (client) => client.call('POST', '/__admin/clock/advance', { by: '1s' }),
      (client) =>
        client.call('POST', '/__admin/faults', { match: { operation: 'getFile', nth: 99 }, status: 500 }),
    ];
    for (let turn = 0; turn < 40; turn++) {
      const step = () => draw.pick(steps as [(typeof steps)[0]])(draw.pick(clients));
      await (draw.number() < 0.3 ? Promise.all([step(), step(), step()]) : step());
    }
    const seen = async (client: Client) => ({
      files: (await client.files({ limit: 100 })).body,
      members: (await client.videos(collection, { limit: 100 })).body,
      account: (await client.call('GET', '/__admin/snapshot')).body,
    });
    const whole = await seen(open().as(token));
    for (const client of clients) expect(await seen(client)).toEqual(whole);
  }
});

test('a large account that other mocks change while it is read is shown as it is, and delays nobody', async () => {
  const engine = await startEngine();
  const open = () => mockOn(engine.url);
  const [first, second] = [open(), open()];
  const [one, other] = [first.as('cg-large'), second.as('cg-large')];
  const small = second.as('cg-small');
  const { account } = await filled(10_000);
  expect((await one.call('PUT', '/__admin/snapshot', account.snapshot())).status).toBe(200);
  await small.files();
  let isRead = false;
  const read = other.files().finally(() => {
    isRead = true;
  });
  let [changes, answers] = [0, 0];
  const change = async () => {
    while (!isRead) {
      expect((await one.update(nthId(changes), { filename: `renamed ${changes}.mp4` })).status).toBe(200);
      expect((await one.remove(nthId(9_998 - changes))).status).toBe(200);
      changes++;
    }
  };
  const ask = async () => {
    while (!isRead) {
      expect((await small.files()).status).toBe(200);
      answers++;
    }
  };
  await Promise.all([read, change(), ask()]);
  expect(Math.min(changes, answers)).toBeGreaterThan(2);
  const seen = async (client: typeof one) => (await client.call('GET', '/__admin/snapshot')).body;
  expect(await seen(other)).toEqual(await seen(one));
});
