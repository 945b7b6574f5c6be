// Collections, and the files in them.

import { collectionBody, collectionFileBody } from '../../files/bodies.ts';
import {
  addMedia,
  addYouTubeVideo,
  findMember,
  listMembers,
  readMember,
  removeMember,
} from '../../files/collection-members.ts';
import {
  createCollection,
  deleteCollection,
  findCollection,
  listCollections,
  updateCollection,
} from '../../files/collections.ts';
import { countFiles } from '../../files/visible.ts';
import { deleteImportsOf } from '../../imports/imports.ts';
import { doInSlices } from '../../time/slices.ts';
import type { ApiRegister } from '../register-operations.ts';

export function registerCollections(register: ApiRegister): void {
  register('listCollections', async (c) =>
    c.json(await listCollections(c.get('account'), c.req.valid('query')), 200),
  );

  register('createCollection', (c) =>
    c.json(collectionBody(createCollection(c.get('account'), c.req.valid('json')), 0), 200),
  );

  register('getCollection', async (c) => {
    const account = c.get('account');
    const { id } = findCollection(account, c.req.valid('param').collection_id);
    const count = await countFiles(account, id);
    return c.json(collectionBody(findCollection(account, id), count), 200);
  });

  register('updateCollection', async (c) => {
    const account = c.get('account');
    const { id } = updateCollection(account, c.req.valid('param').collection_id, c.req.valid('json'));
    const count = await countFiles(account, id);
    return c.json(collectionBody(findCollection(account, id), count), 200);
  });

  register('deleteCollection', async (c) => {
    const account = c.get('account');
    const { collection_id: id } = c.req.valid('param');
    deleteImportsOf(account, id);
    await doInSlices(deleteCollection(account, id));
    return c.json({ id, object: 'collection' as const }, 200);
  });

  for (const id of ['addMedia', 'addVideo'] as const) {
    register(id, (c) => {
      const [account, view] = [c.get('account'), c.get('view')];
      const { collection_id } = c.req.valid('param');
      const member = addMedia(account, collection_id, c.req.valid('json'));
      return c.json(collectionFileBody(member, view), 200);
    });
  }

  register('addYouTubeVideo', (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    const { collection_id } = c.req.valid('param');
    const member = addYouTubeVideo(account, collection_id, c.req.valid('json'));
    return c.json(collectionFileBody(member, view), 200);
  });

  register('listVideos', async (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    const { collection_id } = c.req.valid('param');
    return c.json(await listMembers(account, collection_id, c.req.valid('query'), view), 200);
  });

  register('getVideo', (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    const { collection_id, file_id } = c.req.valid('param');
    const find = c.get('isObserver') ? findMember : readMember;
    return c.json(collectionFileBody(find(account, collection_id, file_id), view), 200);
  });

  register('deleteVideo', (c) => {
    const { collection_id, file_id } = c.req.valid('param');
    removeMember(c.get('account'), collection_id, file_id);
    return c.json({ collection_id, file_id, object: 'collection_file' as const }, 200);
  });
}
