// What a store does, wherever its state is: in memory, in a file, or in an engine that mocks share.
import { describe, expect, test } from 'vitest';
import type { Mock, MockOptions } from '../../src/index.ts';
import { url } from './data-file.ts';
import { type Client, ids } from './setup.ts';

type Opened = Client & { mock: Mock; as(token: string): Client };
type Open = (options?: MockOptions) => Opened;

export interface Place {
  open: Open;
  /** Another mock, which goes on from the state of the one before. */
  reopen: Open;
}

const GRAIN = 'grain://recording/abc123';

const snapshotOf = async ({ call }: Client) => (await call<object>('GET', '/__admin/snapshot')).body;

export function describeStore(name: string, start: () => Place | Promise<Place>): void {
  describe(`state in ${name}`, () => {
    test('is loaded by the next mock: records, deletions, and the next ids', async () => {
      const { open, reopen } = await start();
      const first = open();
      const { id } = (await first.syncUrl(url('one'))).body;
      const collection = (await first.createCollection('All')).body.id;
      await first.addMedia(collection, { file_id: id });
      const gone = (await first.syncUrl(url('gone'))).body.id;
      await first.remove(gone);
      const state = await snapshotOf(first);
      await first.mock.close();
      const next = reopen();
      expect(await snapshotOf(next)).toEqual(state);
      expect((await next.videos(collection)).body.data.map(({ file_id }) => file_id)).toEqual([id]);
      expect((await next.syncUrl(url('one'))).body.id).toBe(id);
      expect((await next.syncUrl(url('gone'))).body.id).not.toBe(gone);
      await next.mock.close();
    });

    test('is loaded with clocks, settings, fault rules with their counts, webhooks, the world, credits', async () => {
      const { open, reopen } = await start();
      const first = open();
      const admin = (method: string, path: string, body?: object) =>
        first.call<Record<string, unknown>>(method, `/__admin${path}`, body);
      const { id } = (await first.sync(ids.grain, GRAIN)).body;
      await first.update(id, { filename: 'Renamed.mp4', metadata: { of: ['any', null, { kind: 1 }] } });
      const form = new FormData();
      form.set('file', new Blob(['talk']), 'talk.mp4');
      await first.upload(form);
      await first.syncUrl('https://www.tiktok.com/@quaymark/video/7412036958271405317');
      await first.createWebhook({
        endpoint: 'http://127.0.0.1:9/hook',
        subscribed_events: ['file.job.deleted'],
      });
      await admin('POST', '/faults', { id: 'third', match: { operation: 'getFile', nth: 3 }, status: 500 });
      await admin('PATCH', '/settings', { speed: 2, credits: 1 });
      await admin('PUT', `/connectors/${ids.grain}/items`, {
        id: 'new',
        title: 'New',
        error: 'provider-unavailable',
        error_times: 2,
      });
      expect((await first.sync(ids.grain, 'grain://recording/new')).status).toBe(502);
      await admin('DELETE', `/connectors/${ids.gong}`);
      await admin('POST', '/clock/advance', { by: '3s' });
      await first.file(id);
      const state = await snapshotOf(first);
      const listed = (await first.files()).body;
      await first.mock.close();

      const next = reopen();
      expect(await snapshotOf(next)).toEqual(state);
      expect((await next.files()).body).toEqual(listed);
      expect((await next.sync(ids.grain, 'grain://recording/new')).status).toBe(502);
      expect((await next.sync(ids.grain, 'grain://recording/new')).status).toBe(200);
      expect((await next.syncUrl('https://www.tiktok.com/@quaymark/video/7420518833906412805')).status).toBe(
        402,
      );
      expect([(await next.file(id)).status, (await next.file(id)).status]).toEqual([200, 500]);
      await next.mock.close();
    });

    test('accounts that were reset start fresh there too', async () => {
      const { open, reopen } = await start();
      const first = open();
      for (const token of ['ana', 'ben']) await first.as(token).syncUrl(url(token));
      await first.as('ana').call('POST', '/__admin/reset');
      await first.as('ben').syncUrl(url('more'));
      await first.mock.close();
      const { as, mock } = reopen();
      const totals = ['ana', 'ben'].map(async (token) => (await as(token).files()).body.total);
      expect(await Promise.all(totals)).toEqual([0, 2]);
      await mock.close();
    });

    test('one item is one file, however many requests ask for it at once', async () => {
      const { open } = await start();
      const { sync, files, mock } = open();
      const answers = await Promise.all(Array.from({ length: 50 }, () => sync(ids.grain, GRAIN)));
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
      expect((await files()).body.total).toBe(1);
      await mock.close();
    });
  });
}
