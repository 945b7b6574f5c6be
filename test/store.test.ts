// The store's claims where nothing has to be installed: in memory, and in a file. `shared-store.test.ts` makes them of an
// engine.
import { expect, test } from 'vitest';
import { dataFolder, openMock, url } from './support/data-file.ts';
import { setup } from './support/setup.ts';
import { describeStore, type Place } from './support/store-suite.ts';

function inMemory(): Place {
  let last: ReturnType<typeof setup> | undefined;
  const open: Place['open'] = (options) => {
    last = setup(options);
    return last;
  };
  return {
    open,
    reopen(options) {
      const state = last?.mock.snapshot();
      const next = open(options);
      if (state) next.mock.restore(state);
      return next;
    },
  };
}

function inFile(): Place {
  const { data } = dataFolder();
  const open: Place['open'] = (options) => openMock(data, options);
  return { open, reopen: open };
}

const places = { memory: inMemory, 'a file': inFile };

for (const [name, start] of Object.entries(places)) {
  describeStore(name, start);

  test(`accounts that were evicted from ${name} start fresh`, async () => {
    const { open, reopen } = start();
    const first = open({ maxFiles: 3 });
    for (const token of ['ana', 'ben', 'cem']) await first.as(token).syncUrl(url(token));
    await first.as('cem').call('POST', '/__admin/reset');
    await first.as('ben').syncUrl(url('more'));
    await first.as('ben').syncUrl(url('most'));
    await first.mock.close();
    const { as, mock } = reopen();
    const totals = ['ana', 'ben', 'cem'].map(async (token) => (await as(token).files()).body.total);
    expect(await Promise.all(totals)).toEqual([0, 3, 0]);
    await mock.close();
  });
}
