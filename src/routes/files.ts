// Files: what syncing and uploading have made.
import { deleteFile, readFile, updateFile } from '../files/files.ts';
import { listFiles } from '../files/list.ts';
import { listBody } from '../lists/page.ts';
import type { Register } from '../spec/cloudglue.ts';
import { fileOf } from '../sync/make-file.ts';
import { withStatusesOf } from '../sync/refusal.ts';
import { findPublic } from '../sync/resolve.ts';
import { uploadFile } from '../uploads/upload.ts';
import { fileBody } from '../wire/bodies.ts';

export function registerFiles(register: Register): void {
  register('listFiles', async (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    const { page, ...rest } = await listFiles(account, c.req.valid('query'), view);
    const shown = { ...view, now: rest.now };
    return c.json(
      listBody(
        page.map((file) => fileBody(file, shown)),
        rest,
      ),
      200,
    );
  });

  register('uploadFile', async (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    return c.json(fileBody(await uploadFile(account, c.req.raw), view), 200);
  });

  register('syncFileFromUrl', (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    const { url, metadata } = c.req.valid('json');
    const found = withStatusesOf('syncFileFromUrl', () => findPublic(account, url));
    return c.json(fileBody(fileOf(account, found, { metadata, paid: true }), view), 200);
  });

  register('getFile', (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    return c.json(fileBody(readFile(account, c.req.valid('param').file_id), view), 200);
  });

  register('updateFile', (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    const file = updateFile(account, c.req.valid('param').file_id, c.req.valid('json'));
    return c.json(fileBody(file, view), 200);
  });

  register('deleteFile', (c) => {
    const { id } = deleteFile(c.get('account'), c.req.valid('param').file_id);
    return c.json({ id, object: 'file' as const }, 200);
  });
}
