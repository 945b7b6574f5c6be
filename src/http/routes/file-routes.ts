// Files: what syncing and uploading have made.

import { fileBody } from '../../files/bodies.ts';
import { deleteFile, findFile, readFile, updateFile } from '../../files/files.ts';
import { fileOf } from '../../files/find-or-create.ts';
import { listFiles } from '../../files/list-files.ts';
import { refreshFile } from '../../files/refresh.ts';
import { withStatusesOf } from '../../files/refusal.ts';
import { findPublic } from '../../files/resolve.ts';
import { uploadFile } from '../../files/upload.ts';
import type { ApiRegister } from '../register-operations.ts';

export function registerFiles(register: ApiRegister): void {
  register('listFiles', async (c) =>
    c.json(await listFiles(c.get('account'), c.req.valid('query'), c.get('view')), 200),
  );

  register('uploadFile', async (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    const file = await uploadFile(account, c.req.raw, (fields) => c.set('formFields', fields));
    return c.json(fileBody(file, view), 200);
  });

  register('syncFileFromUrl', (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    const { url, metadata } = c.req.valid('json');
    const found = withStatusesOf('syncFileFromUrl', () => findPublic(account, url));
    return c.json(fileBody(fileOf(account, found, { metadata, paid: true }), view), 200);
  });

  register('getFile', (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    const find = c.get('isObserver') ? findFile : readFile;
    return c.json(fileBody(find(account, c.req.valid('param').file_id), view), 200);
  });

  register('syncFileSourceMetadata', (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    return c.json(fileBody(refreshFile(account, c.req.valid('param').file_id), view), 200);
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
