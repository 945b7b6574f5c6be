// What a store does, wherever its state is saved: in memory, or in a file from which another mock goes on.
import { describe, expect, test } from 'vitest';
import type { MockOptions } from '../src/index.ts';
import { dataFolder, openMock, url } from './support/data-file.ts';
import { setup } from './support/setup.ts';

type Open = (options?: MockOptions) => ReturnType<typeof setup>;

/** Opens mocks one after the other; each goes on from the state of the one before. */
const backends: Record<string, () => { open: Open; reopen: Open }> = {
  memory: () => {
    let last: ReturnType<typeof setup> | undefined;
    const open: Open = (options) => {
      last = setup(options);
      return last;
    };
    const reopen: Open = (options) => {
      const state = last?.mock.snapshot();
      const next = open(options);
      if (state) next.mock.restore(state);
      return next;
    };
    return { open, reopen };
  },
  'a file': () => {
    const { data } = dataFolder();
    const open: Open = (options) => openMock(data, options);
    return { open, reopen: open };
  },
};

describe.each(Object.entries(backends))('state in %s', (_name, start) => {
  test('is loaded by the next mock: records, deletions, and the next ids', async () => {
    const { open, reopen } = start();
    const first = open();
    const { id } = (await first.syncUrl(url('one'))).body;
    const collection = (await first.createCollection('All')).body.id;
    await first.addMedia(collection, { file_id: id });
    const gone = (await first.syncUrl(url('gone'))).body.id;
    await first.remove(gone);
    const state = first.mock.snapshot();
    await first.mock.close();
    const next = reopen();
    expect(next.mock.snapshot()).toEqual(state);
    expect((await next.videos(collection)).body.data.map(({ file_id }) => file_id)).toEqual([id]);
    expect((await next.syncUrl(url('one'))).body.id).toBe(id);
    expect((await next.syncUrl(url('gone'))).body.id).not.toBe(gone);
    await next.mock.close();
  });

  test('accounts that were reset or evicted start fresh there too', async () => {
    const { open, reopen } = start();
    const first = open({ maxFiles: 3 });
    for (const token of ['ana', 'ben', 'cem']) await first.as(token).syncUrl(url(token));
    first.mock.account('cem').reset();
    await first.as('ben').syncUrl(url('more'));
    await first.as('ben').syncUrl(url('most'));
    await first.mock.close();
    const { as, mock } = reopen();
    const totals = ['ana', 'ben', 'cem'].map(async (token) => (await as(token).files()).body.total);
    expect(await Promise.all(totals)).toEqual([0, 3, 0]);
    await mock.close();
  });
});
