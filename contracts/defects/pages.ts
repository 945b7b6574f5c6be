// Defects of pages: offsets and limits that are taken for something else, and lists that are empty.
import type { OperationId } from '../../src/openapi/cloudglue.ts';
import { accept, changeBody, type Defect, emptyList, takeQuery } from './defect.ts';

const PAGED = [
  'listFiles',
  'listCollections',
  'listVideos',
  'listWebhooks',
  'listTags',
  'listMetadataImports',
] as const satisfies OperationId[];

export const pageDefects: Record<string, Defect> = Object.fromEntries(
  PAGED.flatMap((id): [string, Defect][] => [
    [
      `${id} takes the offset for the number of a page`,
      takeQuery([id], (query) => {
        const [limit, offset] = [Number(query.get('limit') ?? 20), Number(query.get('offset') ?? 0)];
        if (offset > 0) query.set('offset', String(offset * limit + 1));
      }),
    ],
    [
      `${id} takes the offset for the number of an entry, from 1 on`,
      takeQuery([id], (query) => {
        const offset = Number(query.get('offset') ?? 0);
        if (offset > 0) query.set('offset', String(offset - 1));
      }),
    ],
    [
      `${id} tells the limit that it would have without being told`,
      changeBody([id], (list) => {
        list.limit = 20;
      }),
    ],
    [
      `${id} answers null where there is nothing`,
      changeBody([id], (list) => {
        if (list.data.length === 0) list.data = null;
      }),
    ],
    [`${id} answers more than a page may have`, accept([id], 400, emptyList)],
  ]),
);
