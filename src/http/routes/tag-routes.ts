// Tags of files.
import { createTag, deleteTag, findTag, listTags, tagBody, tagsOf, updateTag } from '../../files/tags.ts';
import type { ApiRegister } from '../register-operations.ts';

export function registerTags(register: ApiRegister): void {
  register('listTags', async (c) => c.json(await listTags(c.get('account'), c.req.valid('query')), 200));

  register('createTag', (c) => c.json(tagBody(createTag(c.get('account'), c.req.valid('json'))), 200));

  register('getTag', (c) => c.json(tagBody(findTag(c.get('account'), c.req.valid('param').tag_id)), 200));

  register('updateTag', (c) => {
    const { tag_id } = c.req.valid('param');
    return c.json(tagBody(updateTag(c.get('account'), tag_id, c.req.valid('json'))), 200);
  });

  register('deleteTag', (c) =>
    c.json({ id: deleteTag(c.get('account'), c.req.valid('param').tag_id).id }, 200),
  );

  register('listFileTags', (c) => {
    const data = tagsOf(c.get('account'), c.req.valid('param').file_id).map(tagBody);
    const { length } = data;
    return c.json({ object: 'list' as const, data, total: length, limit: length, offset: 0 }, 200);
  });
}
