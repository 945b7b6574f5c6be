// Collections, and the files in them.
import type { OpenAPIHono } from '@hono/zod-openapi';
import {
  createCollection,
  deleteCollection,
  findCollection,
  listCollections,
} from '../collections/collections.ts';
import { addMedia, listMembers, readMember, removeMember } from '../collections/media.ts';
import type { AppEnv } from '../env.ts';
import { listBody } from '../lists/page.ts';
import { route } from '../spec/cloudglue.ts';
import type { StagesOf } from '../spec/routes.ts';
import { collectionBody, collectionFileBody } from '../wire/bodies.ts';

export function registerCollections(app: OpenAPIHono<AppEnv>, stagesOf: StagesOf): void {
  app.openapi(route('listCollections', stagesOf), (c) => {
    const account = c.get('account');
    const { page, ...rest } = listCollections(account, c.req.valid('query'));
    const count = (id: string) => account.store.collectionFiles.countOf(id);
    return c.json(
      listBody(
        page.map((collection) => collectionBody(collection, count(collection.id))),
        rest,
      ),
      200,
    );
  });

  app.openapi(route('createCollection', stagesOf), (c) =>
    c.json(collectionBody(createCollection(c.get('account'), c.req.valid('json')), 0), 200),
  );

  app.openapi(route('getCollection', stagesOf), (c) => {
    const account = c.get('account');
    const collection = findCollection(account, c.req.valid('param').collection_id);
    return c.json(collectionBody(collection, account.store.collectionFiles.countOf(collection.id)), 200);
  });

  app.openapi(route('deleteCollection', stagesOf), (c) => {
    const { id } = deleteCollection(c.get('account'), c.req.valid('param').collection_id);
    return c.json({ id, object: 'collection' as const }, 200);
  });

  app.openapi(route('addMedia', stagesOf), (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    const { collection_id } = c.req.valid('param');
    const member = addMedia(account, collection_id, c.req.valid('json'));
    return c.json(collectionFileBody(member, view), 200);
  });

  app.openapi(route('listVideos', stagesOf), (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    const { collection_id } = c.req.valid('param');
    const { page, ...rest } = listMembers(account, collection_id, c.req.valid('query'), view);
    return c.json(
      listBody(
        page.map((member) => collectionFileBody(member, view)),
        rest,
      ),
      200,
    );
  });

  app.openapi(route('getVideo', stagesOf), (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    const { collection_id, file_id } = c.req.valid('param');
    return c.json(collectionFileBody(readMember(account, collection_id, file_id), view), 200);
  });

  app.openapi(route('deleteVideo', stagesOf), (c) => {
    const { collection_id, file_id } = c.req.valid('param');
    removeMember(c.get('account'), collection_id, file_id);
    return c.json({ collection_id, file_id, object: 'collection_file' as const }, 200);
  });
}
