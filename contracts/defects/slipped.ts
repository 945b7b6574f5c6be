// Defects that earlier contracts let pass: order, dates, browsing, waiting times, secrets, notes, units, thumbnails.
import type { OperationId } from '../../src/openapi/cloudglue.ts';
import { changeBody, changeHeader, type Defect, ignoreParameters, OTHER_ID } from './defect.ts';

const LISTS = [
  'listFiles',
  'listCollections',
  'listVideos',
  'listWebhooks',
  'listTags',
] as const satisfies OperationId[];
const WEBHOOKS = ['createWebhook', 'getWebhookById', 'updateWebhook'] as const satisfies OperationId[];
const LIMITED = [
  'uploadFile',
  'syncFileFromUrl',
  'createCollection',
  'syncDataConnectorFile',
] as const satisfies OperationId[];

const inSeconds = (moment: number | null) => moment && Math.floor(moment / 1000);

/** A provider that answers a change of a file with what was there before as well. */
const merged: Defect = {
  operations: ['updateFile'],
  async answer(request, ask) {
    const { headers, url } = request;
    const before = await (await ask(new Request(url, { headers }))).json();
    const response = await ask(request);
    if (!response.ok) return response;
    const file = await response.json();
    return Response.json(
      { ...file, metadata: { ...before.metadata, ...file.metadata } },
      { headers: response.headers },
    );
  },
};

/** A provider whose lists go the other way, unless they are told which way to go. */
const reversedByDefault = (operation: OperationId): Defect => ({
  operations: [operation],
  async answer(request, ask) {
    const response = await ask(request);
    if (!response.ok || new URL(request.url).searchParams.has('sort')) return response;
    const list = await response.json();
    return Response.json({ ...list, data: list.data.toReversed() }, { headers: response.headers });
  },
});

/** A direction that is taken for its contrary. */
const flipped = (operation: OperationId): Defect => ({
  operations: [operation],
  answer(request, ask) {
    const url = new URL(request.url);
    const sort = url.searchParams.get('sort');
    if (sort) url.searchParams.set('sort', sort === 'asc' ? 'desc' : 'asc');
    return ask(new Request(url, request));
  },
});

export const slippedDefects: Record<string, Defect> = {
  ...Object.fromEntries(
    LISTS.map((id) => [`${id} begins with the oldest instead of the newest`, reversedByDefault(id)]),
  ),
  ...Object.fromEntries(
    (['listFiles', 'listCollections', 'listVideos', 'listWebhooks'] as const).flatMap((id) => [
      [`${id} takes ascending for descending`, flipped(id)],
      [`${id} ignores the direction`, ignoreParameters([id], 'sort')],
    ]),
  ),
  'files are not sorted by name': ignoreParameters(['listFiles'], 'order'),
  'collections are not sorted by name': ignoreParameters(['listCollections'], 'order'),
  'files made after a day are not told from others': ignoreParameters(['listFiles'], 'created_after'),
  'files made before a day are not told from others': ignoreParameters(['listFiles'], 'created_before'),
  'collections made after a time are not told from others': ignoreParameters(
    ['listCollections'],
    'created_after',
  ),
  'entries added before a day are not told from others': ignoreParameters(['listVideos'], 'added_before'),
  'browsing ignores its first day': ignoreParameters(['listDataConnectorFiles'], 'from'),
  'browsing ignores its last day': ignoreParameters(['listDataConnectorFiles'], 'to'),
  'browsing ignores the team': ignoreParameters(['listDataConnectorFiles'], 'team'),
  'browsing ignores the folder of Dropbox': ignoreParameters(['listDataConnectorFiles'], 'path'),
  'browsing ignores the folder of Drive': ignoreParameters(['listDataConnectorFiles'], 'folder_id'),
  'browsing ignores the prefix in a bucket': ignoreParameters(['listDataConnectorFiles'], 'prefix'),
  ...Object.fromEntries(
    LIMITED.map((id) => [
      `${id} tells in milliseconds how long to wait`,
      changeHeader([id], 'retry-after', '120000', ({ status }) => status === 429),
    ]),
  ),
  'the secret of a webhook changes with each answer': changeBody(WEBHOOKS, (webhook) => {
    webhook.webhook_secret = `whsec_${OTHER_ID.replaceAll('-', '')}`;
  }),
  'the secret is not told again': changeBody(['getWebhookById'], (webhook) => {
    webhook.webhook_secret = '***';
  }),
  'a change merges the metadata, which the document says is replaced': merged,
  'a connector was made at a time in seconds': changeBody(['listDataConnectors'], ({ data }) => {
    for (const one of data) one.created_at = inSeconds(one.created_at);
  }),
  'a collection was made at a time in seconds': changeBody(['getCollection'], (one) => {
    one.created_at = inSeconds(one.created_at);
  }),
  'a list of files has no thumbnails': changeBody(['listFiles'], ({ data }) => {
    for (const file of data) delete file.thumbnail_url;
  }),
  'the files of a collection have no thumbnails': changeBody(['listVideos'], ({ data }) => {
    for (const one of data) delete one.file?.thumbnail_url;
  }),
  'a list of files has no durations': changeBody(['listFiles'], ({ data }) => {
    for (const file of data) delete file.media_info;
  }),
  'the size is told in kilobytes': changeBody(['getFile', 'listFiles'], (answer) => {
    for (const file of answer.data ?? [answer]) if (file.bytes) file.bytes = Math.round(file.bytes / 1024);
  }),
  'the duration is told in milliseconds': changeBody(['getFile'], ({ media_info }) => {
    if (media_info) media_info.duration_seconds *= 1000;
  }),
  'a video has no sound in lists': changeBody(['listFiles'], ({ data }) => {
    for (const { media_info } of data) if (media_info) media_info.has_audio = false;
  }),
};
