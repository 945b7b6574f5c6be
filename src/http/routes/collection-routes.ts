// Collections, and the files in them.

import { collectionBody, collectionFileBody } from '../../files/bodies.ts';
import { addMedia, listMembers, readMember, removeMember } from '../../files/collection-members.ts';
import {
  createCollection,
  deleteCollection,
  findCollection,
  listCollections,
} from '../../files/collections.ts';
import type { ApiRegister } from '../register-operations.ts';

export function registerCollections(register: ApiRegister): void {
  register('listCollections', async (c) =>
    c.json(await listCollections(c.get('account'), c.req.valid('query')), 200),
  );

  register('createCollection', (c) =>
    c.json(collectionBody(createCollection(c.get('account'), c.req.valid('json')), 0), 200),
  );

  register('getCollection', (c) => {
    const account = c.get('account');
    const collection = findCollection(account, c.req.valid('param').collection_id);
    return c.json(collectionBody(collection, account.store.collectionFiles.countOf(collection.id)), 200);
  });

  register('deleteCollection', (c) => {
    const { id } = deleteCollection(c.get('account'), c.req.valid('param').collection_id);
    return c.json({ id, object: 'collection' as const }, 200);
  });

  register('addMedia', (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    const { collection_id } = c.req.valid('param');
    const member = addMedia(account, collection_id, c.req.valid('json'));
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
    return c.json(collectionFileBody(readMember(account, collection_id, file_id), view), 200);
  });

  register('deleteVideo', (c) => {
    const { collection_id, file_id } = c.req.valid('param');
    removeMember(c.get('account'), collection_id, file_id);
    return c.json({ collection_id, file_id, object: 'collection_file' as const }, 200);
  });
}
