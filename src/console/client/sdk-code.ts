// A request as code: a call of the official JavaScript SDK where it has one, and of fetch where it has none.
import type { AdminSchemas } from '../../openapi/admin.ts';
import { type ApiOperationId, placeOf } from '../../openapi/operation-places.ts';
import { BASE_PATH } from '../../openapi/paths.ts';

export interface CodeRequest extends Omit<AdminSchemas['ErrorRequest'], 'key'> {
  /** The API key; null if the request is sent without one. */
  key: string | null;
}

/** What a call takes: parameters of the path by name, `body`, `query`, or `url`, which is a field of either. */
type Argument = 'body' | 'query' | 'url' | (string & {});

/** The method of the SDK for an operation, with its arguments in turn. */
const CALLS: Partial<Record<ApiOperationId, readonly [method: string, ...Argument[]]>> = {
  listDataConnectors: ['dataConnectors.list'],
  listDataConnectorFiles: ['dataConnectors.listFiles', 'id', 'query'],
  syncDataConnectorFile: ['dataConnectors.syncFile', 'id', 'url'],
  getDataConnectorSourceMetadata: ['dataConnectors.getSourceMetadata', 'id', 'url'],
  listFiles: ['files.listFiles', 'query'],
  syncFileFromUrl: ['files.syncFromUrl', 'url'],
  getFile: ['files.getFile', 'file_id'],
  updateFile: ['files.updateFile', 'file_id', 'body'],
  deleteFile: ['files.deleteFile', 'file_id'],
  syncFileSourceMetadata: ['files.syncSourceMetadata', 'file_id'],
  listFileTags: ['files.getFileTags', 'file_id'],
  listCollections: ['collections.listCollections', 'query'],
  createCollection: ['collections.createCollection', 'body'],
  getCollection: ['collections.getCollection', 'collection_id'],
  updateCollection: ['collections.updateCollection', 'collection_id', 'body'],
  deleteCollection: ['collections.deleteCollection', 'collection_id'],
  listVideos: ['collections.listVideos', 'collection_id', 'query'],
  getVideo: ['collections.getVideo', 'collection_id', 'file_id'],
  deleteVideo: ['collections.deleteVideo', 'collection_id', 'file_id'],
  createMetadataImport: ['bulkImports.createMetadataImport', 'collection_id', 'body'],
  listMetadataImports: ['bulkImports.listMetadataImports', 'collection_id', 'query'],
  getMetadataImport: ['bulkImports.getMetadataImport', 'collection_id', 'import_id', 'query'],
  deleteMetadataImport: ['bulkImports.deleteMetadataImport', 'collection_id', 'import_id'],
  createMetadataImportRun: ['bulkImports.createMetadataImportRun', 'collection_id', 'import_id', 'body'],
  cancelMetadataImportRun: ['bulkImports.cancelMetadataImportRun', 'collection_id', 'import_id', 'run_id'],
  listTags: ['tags.listTags', 'query'],
  getTag: ['tags.getTag', 'tag_id'],
  updateTag: ['tags.updateTag', 'tag_id', 'body'],
  deleteTag: ['tags.deleteTag', 'tag_id'],
  listWebhooks: ['webhooks.listWebhooks', 'query'],
  createWebhook: ['webhooks.createWebhook', 'body'],
  getWebhookById: ['webhooks.getWebhook', 'webhook_id'],
  updateWebhook: ['webhooks.updateWebhook', 'webhook_id', 'body'],
  deleteWebhook: ['webhooks.deleteWebhook', 'webhook_id'],
};

/** Headers that the SDK sends by itself; with any other, a call of it is not the same request. */
const OF_THE_SDK =
  /^(authorization|content-type|accept|accept-.+|user-agent|host|connection|content-length|x-sdk-.+|sec-.+|origin|referer|cache-control|pragma|cookie)$/i;

function parseJson(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/** The parameters in a path, by the operation's own path. */
function paramsOf(operation: ApiOperationId, path: string): Record<string, string> {
  const { path: place } = placeOf(operation);
  const names = [...place.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const pattern = new RegExp(`^${place.replace(/\{\w+\}/g, '([^/]+)')}$`);
  const values = pattern.exec(path)?.slice(1) ?? [];
  return Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(values[at] ?? '')]));
}

/** The call of the SDK; undefined if it cannot make this request. */
function sdkCall({ path, operation, headers, body, bytes, form, key }: CodeRequest): string | undefined {
  const call = CALLS[operation as ApiOperationId];
  if (
    !call ||
    !key ||
    bytes !== undefined ||
    form ||
    Object.keys(headers).some((name) => !OF_THE_SDK.test(name))
  )
    return undefined;
  const [method, ...wanted] = call;
  const [place = '', search = ''] = path.split('?');
  const query: Record<string, unknown> = Object.fromEntries(new URLSearchParams(search));
  const json = parseJson(body);
  const isObject = typeof json === 'object' && json !== null;
  if (body && !isObject) return undefined;
  const fields: Record<string, unknown> = { ...query, ...(json as object) };
  const params = paramsOf(operation as ApiOperationId, place);
  const given = wanted.map((name) => {
    if (name === 'body') return isObject ? json : {};
    if (name === 'query') return query;
    return name === 'url' ? fields.url : params[name];
  });
  if (given.some((value) => value === undefined)) return undefined;
  // Parameters that a call can do without, and that are not there.
  while (wanted[given.length - 1] === 'query' && Object.keys(given.at(-1) as object).length === 0)
    given.pop();
  const shown = given.map((value) => JSON.stringify(value, null, 2));
  return `await client.${method}(${shown.join(', ')})`;
}

/** The body as an expression; undefined if there is none. */
function bodyCode({ body, bytes, form }: CodeRequest): string | undefined {
  if (bytes !== undefined) return `'x'.repeat(${bytes})`;
  if (!form) return body && JSON.stringify(body);
  const fields = Object.entries(form).map(([name, value]) => {
    const text = JSON.stringify(value);
    return `  form.append(${JSON.stringify(name)}, ${name === 'file' ? `new File([${text}], 'notes.txt')` : text});`;
  });
  return ['(() => {', '  const form = new FormData();', ...fields, '  return form;', '})()'].join('\n');
}

function fetchCall(origin: string, request: CodeRequest): string {
  const { method, path, headers, key } = request;
  const all = { ...(key !== null && { authorization: `Bearer ${key}` }), ...headers };
  const fields = [`method: ${JSON.stringify(method)}`, `headers: ${JSON.stringify(all, null, 2)}`];
  const body = bodyCode(request);
  const init = [...fields, ...(body === undefined ? [] : [`body: ${body}`])].join(',\n');
  const options = `{\n${init.replace(/^/gm, '  ')}\n}`;
  return `await (await fetch(${JSON.stringify(`${origin}${path}`)}, ${options})).json()`;
}

/** What the code is for, and whether it is that of the SDK. */
export interface Code {
  isSdk: boolean;
  text: string;
}

/**
 * Code that sends requests in turn, without the SDK where it cannot send the last one. Fields of an answer that the next
 * request needs stand in braces in its path.
 */
export function codeOf(origin: string, requests: readonly CodeRequest[]): Code {
  const last = requests.at(-1);
  const key = last?.key;
  const isSdk = last !== undefined && sdkCall(last) !== undefined;
  const calls = requests.map((request) => {
    const sdk = isSdk && request.key === key ? sdkCall(request) : undefined;
    return sdk ?? fetchCall(origin, request);
  });
  const lines = calls.map((text, at) => {
    const before = `answer${at}`;
    // In quotes it is all of a parameter, elsewhere a part of a URL.
    const filled =
      at === 0
        ? text
        : text.replace(/"\{(\w+)\}"/g, `${before}.$1`).replace(/(?<=[/"])\{(\w+)\}/g, `" + ${before}.$1 + "`);
    return at === calls.length - 1 ? `console.log(${filled});` : `const answer${at + 1} = ${filled};`;
  });
  const options = JSON.stringify({ apiKey: key, baseUrl: `${origin}${BASE_PATH}` });
  const client = [
    "import { Cloudglue } from '@cloudglue/cloudglue-js';",
    '',
    `const client = new Cloudglue(${options});`,
  ];
  return { isSdk, text: [...(isSdk ? client : []), ...lines, ''].join('\n') };
}
