// Defects of behaviour: a provider that takes a request for another one, answers with what an earlier version of itself
// would have, or with values that have the right form and are wrong.
import type { OperationId } from '../../src/openapi/cloudglue.ts';
import {
  accept,
  type Body,
  changeBody,
  changeHeader,
  changeRefusal,
  changeTexts,
  type Defect,
  emptyList,
  OTHER_ID,
  takeBody,
  takeQuery,
} from './defect.ts';

const FILES = ['getFile', 'listFiles', 'updateFile'] as const satisfies OperationId[];
const MAKES = ['syncDataConnectorFile', 'syncFileFromUrl', 'addMedia'] as const satisfies OperationId[];

export const behaviourDefects: Record<string, Defect> = {
  'times before and after are confused': takeQuery(['listFiles', 'listCollections'], (query) => {
    const [after, before] = [query.get('created_after'), query.get('created_before')];
    query.delete('created_after');
    query.delete('created_before');
    if (after) query.set('created_before', after);
    if (before) query.set('created_after', before);
  }),
  'a filter that cannot be read finds nothing, instead of being refused': accept(
    ['listFiles'],
    400,
    emptyList,
  ),
  'of a filter for a name, the case does not count': takeQuery(['listFiles', 'listVideos'], (query) => {
    const filter = query.get('filter');
    if (filter) query.set('filter', filter.replaceAll('"Equal"', '"Like"'));
  }),
  'a filter finds what it ought to leave out': takeQuery(['listFiles', 'listVideos'], (query) => {
    const filter = query.get('filter');
    if (filter) query.set('filter', filter.replaceAll('"Equal"', '"NotEqual"'));
  }),
  'the name of a file is as in a URL': changeBody([...FILES, ...MAKES], (body) => {
    changeTexts(body, 'filename', encodeURIComponent);
  }),
  'the name of a file is in small letters': changeBody([...FILES, ...MAKES], (body) => {
    changeTexts(body, 'filename', (text) => text.toLowerCase());
  }),
  'the name of a file lacks its ending': changeBody([...FILES, ...MAKES], (body) => {
    changeTexts(body, 'filename', (text) => text.replace(/\.\w+$/, ''));
  }),
  'a change of the name alone takes the metadata away': takeBody(['updateFile'], (body) => {
    body.metadata ??= {};
  }),
  'a change of the metadata alone is not made': takeBody(['updateFile'], (body) => {
    if (body.filename === undefined) delete body.metadata;
  }),
  'metadata that is changed to nothing stays': takeBody(['updateFile'], (body) => {
    if (body.metadata && Object.keys(body.metadata).length === 0) delete body.metadata;
  }),
  'values of the metadata of a user become texts': changeBody(['updateFile', 'syncFileFromUrl'], (file) => {
    for (const name of Object.keys(file.metadata ?? {})) file.metadata[name] = String(file.metadata[name]);
  }),
  'names in the metadata of a user are rewritten': changeBody([...FILES, 'syncFileFromUrl'], (body) => {
    for (const file of body.data ?? [body])
      if (file.metadata)
        file.metadata = Object.fromEntries(
          Object.entries(file.metadata).map(([name, one]) => [name.toUpperCase(), one]),
        );
  }),
  'a file that failed has a duration': changeBody(['getFile'], (file) => {
    if (file.status === 'failed') file.media_info = { duration_seconds: 60 };
  }),
  'a duration is rounded to seconds': changeBody(['getFile', 'listFiles'], (body) => {
    for (const { media_info } of body.data ?? [body])
      if (media_info) media_info.duration_seconds = Math.round(media_info.duration_seconds);
  }),
  'width and height are confused': changeBody(['getFile', 'listFiles'], (body) => {
    for (const { media_info } of body.data ?? [body])
      if (media_info) [media_info.width, media_info.height] = [media_info.height, media_info.width];
  }),
  'a thumbnail has a path, and no host': changeBody(['getFile', 'listFiles'], (body) => {
    changeTexts(body, 'thumbnail_url', (text) => new URL(text).pathname);
  }),
  'dates at the source have the offset of a place': changeBody(
    ['getDataConnectorSourceMetadata', 'listDataConnectorFiles'],
    (body) => {
      for (const name of ['created_at', 'started_at', 'start_time', 'recorded_at', 'modified_at'])
        changeTexts(body, name, (text) => text.replace(/Z$/, '+00:00'));
    },
  ),
  'browsing begins a day later': takeQuery(['listDataConnectorFiles'], (query) => {
    const from = query.get('from');
    if (from) query.set('from', new Date(Date.parse(from) + 86_400_000).toISOString().slice(0, 10));
  }),
  'browsing leaves out the last day': takeQuery(['listDataConnectorFiles'], (query) => {
    const to = query.get('to');
    if (to) query.set('to', new Date(Date.parse(to) - 86_400_000).toISOString().slice(0, 10));
  }),
  'one of several criteria is enough': takeQuery(['listFiles'], (query) => {
    const filter = query.get('filter') ?? '';
    const { metadata = [] } = filter.startsWith('{') ? JSON.parse(filter) : {};
    if (metadata.length > 1) query.set('filter', JSON.stringify({ metadata: metadata.slice(0, 1) }));
  }),
  'browsing takes the first day for the last': takeQuery(['listDataConnectorFiles'], (query) => {
    const from = query.get('from');
    if (from) {
      query.delete('from');
      query.set('to', from);
    }
  }),
  'browsing recursively is what it does untold': takeQuery(['listDataConnectorFiles'], (query) => {
    if (!query.has('recursive')) query.set('recursive', 'true');
  }),
  'a page of browsing begins with the last entry of the one before': {
    operations: ['listDataConnectorFiles'],
    async answer(request, ask) {
      const url = new URL(request.url);
      if (!url.searchParams.has('page_token')) return ask(request);
      url.searchParams.delete('page_token');
      const { data: before } = await (await ask(new Request(url, { headers: request.headers }))).json();
      const response = await ask(request);
      if (!response.ok) return response;
      const page = await response.json();
      return Response.json({ ...page, data: [before?.at(-1), ...page.data].filter(Boolean) });
    },
  },
  'a URI is escaped otherwise than it was given': changeBody(['listDataConnectorFiles'], (body) => {
    changeTexts(body, 'uri', (text) => decodeURIComponent(text));
  }),
  'times at the source are those of another zone': changeBody(['getDataConnectorSourceMetadata'], (body) => {
    for (const name of ['created_at', 'started_at', 'start_datetime', 'start_time'])
      changeTexts(body, name, (text) => new Date(Date.parse(text) + 3_600_000).toISOString());
  }),
  'collections are listed without the count of their files': changeBody(['listCollections'], ({ data }) => {
    for (const one of data) one.file_count = 0;
  }),
  'all connectors have one id': changeBody(['listDataConnectors'], ({ data }) => {
    for (const one of data) one.id = data[0].id;
  }),
  'connectors are told in another order': changeBody(['listDataConnectors'], (list) => {
    list.data.sort((a: Body, b: Body) => (a.type < b.type ? 1 : -1));
  }),
  'an unknown connector has no files, instead of being refused': accept(['listDataConnectorFiles'], 404, {
    object: 'list',
    data: [],
    has_more: false,
    next_page_token: null,
  }),
  'the file in a collection is told by the id of the collection': changeBody(
    ['addMedia', 'getVideo'],
    (one) => {
      one.file_id = one.collection_id;
    },
  ),
  'a file that is in a collection is added a second time, at another moment': changeBody(
    ['addMedia'],
    (one) => {
      if (one.status === 'completed') one.status = 'pending';
    },
  ),
  'a name of a collection is in small letters': changeBody(['createCollection'], (one) => {
    one.name = one.name.toLowerCase();
  }),
  'a collection has what it does by default, whatever it is told': takeBody(['createCollection'], (body) => {
    for (const name of Object.keys(body)) if (name.endsWith('_config')) delete body[name];
  }),
  'a new description of a collection takes its name': changeBody(['updateCollection'], (one) => {
    if (one.description) one.name = one.description;
  }),
  'a webhook adds events to those that it has': takeBody(['updateWebhook'], (body) => {
    if (body.subscribed_events)
      body.subscribed_events = [...new Set(['file.job.completed', ...body.subscribed_events])];
  }),
  'the endpoint of a webhook has a slash at its end': changeBody(
    ['createWebhook', 'getWebhookById', 'listWebhooks'],
    (body) => {
      changeTexts(body, 'endpoint', (text) => `${text}/`);
    },
  ),
  'an endpoint that is no URL is taken': accept(['createWebhook', 'updateWebhook'], 400, { id: OTHER_ID }),
  'a webhook has an id of another kind': changeBody(['createWebhook'], (one) => {
    one.id = `wh_${one.id}`;
  }),
  'a change of a tag takes its label away': changeBody(['updateTag'], (tag) => {
    tag.label = '';
  }),
  'label and value of a tag are confused': changeBody(['createTag', 'getTag', 'listTags'], (body) => {
    for (const tag of body.data ?? [body]) [tag.label, tag.value] = [tag.value, tag.label];
  }),
  'an import counts what it found as what it did': changeBody(['getMetadataImport'], (one) => {
    for (const { progress } of one.runs ?? [])
      if (progress) for (const name of Object.keys(progress)) progress[name] = progress.files_listed;
  }),
  'a waiting time is a fraction': changeHeader(
    ['syncDataConnectorFile', 'createCollection', 'createTag'],
    'retry-after',
    '1.5',
    ({ status }) => status === 429,
  ),
  'nobody needs to wait': changeHeader(
    ['syncDataConnectorFile', 'createCollection', 'createTag', 'createWebhook'],
    'retry-after',
    '0',
    ({ status }) => status === 429,
  ),
  'a refusal is a list of errors': changeRefusal(['createCollection', 'createTag'], ({ error }) => ({
    errors: [error],
  })),
  'a refusal is a list': changeRefusal(['listFiles', 'listTags'], ({ error }) => [error]),
  'a refusal is a page': {
    operations: ['getFile', 'getCollection'],
    async answer(request, ask) {
      const response = await ask(request);
      const headers = { 'content-type': 'text/html' };
      return response.ok
        ? response
        : new Response('<h1>Not found</h1>', { status: response.status, headers });
    },
  },
  'a removal is answered with what was removed': changeBody(['deleteFile', 'deleteCollection'], ({ id }) => ({
    data: { id },
  })),
  'a removal that failed says that it did not': changeBody(['deleteMetadataImport'], (answer) => {
    answer.deleted = false;
  }),
  'what a source knows is that of another provider': changeBody(
    ['syncFileSourceMetadata', 'getDataConnectorSourceMetadata'],
    ({ source_metadata }) => {
      source_metadata.source_type = source_metadata.source_type === 'zoom' ? 'gong' : 'zoom';
    },
  ),
  'every item of a source is known, those that are not there as well': accept(
    ['getDataConnectorSourceMetadata'],
    404,
    { source_metadata: null },
  ),
};
