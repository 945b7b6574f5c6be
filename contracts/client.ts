// The client whose needs the contracts state: typed by the document, one thin method for each operation.
import createFetchClient from 'openapi-fetch';
import type { operations, paths } from '../src/openapi/cloudglue.ts';

export interface ClientOptions {
  /** With the `/v1` at its end: `http://127.0.0.1:4747/v1`. */
  baseUrl: string;
  /** Sent as `Authorization: Bearer <key>`; without one every operation is refused with 401. */
  apiKey?: string;
}

/** A refusal of the API: a program reads `status` and `retryAfter`, a person reads `message`. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;
  /** Seconds to wait before asking again; undefined unless the API said. */
  readonly retryAfter: number | undefined;

  constructor(response: Response, message: string) {
    super(message);
    this.status = response.status;
    const seconds = response.headers.get('retry-after');
    this.retryAfter = seconds === null ? undefined : Number(seconds);
  }
}

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** What the API answered. Throws ApiError if that is a refusal. */
async function dataOf<Data>(answer: Promise<Answer<Data>>): Promise<NonNullable<Data>> {
  const { data, error, response } = await answer;
  if (data !== undefined && data !== null) return data;
  throw new ApiError(response, (error as { error?: string } | undefined)?.error ?? response.statusText);
}

type Query<Id extends keyof operations> = NonNullable<operations[Id]['parameters']['query']>;
type Body<Id extends keyof operations> = operations[Id] extends {
  requestBody?: { content: { 'application/json': infer Json } };
}
  ? Json
  : never;

/**
 * A client of the API, with a method for each of its operations.
 * @throws ApiError from every method, if the API refuses
 * @example
 * const client = createClient({ baseUrl: 'http://127.0.0.1:4747/v1', apiKey: 'cg-demo' });
 * const file = await client.syncDataConnectorFile(connectorId, 'grain://recording/abc123');
 */
export function createClient({ baseUrl, apiKey }: ClientOptions) {
  const api = createFetchClient<paths>({
    baseUrl,
    headers: apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` },
  });
  const connector = (id: string) => ({ path: { id } });
  const file = (file_id: string) => ({ path: { file_id } });
  const collection = (collection_id: string) => ({ path: { collection_id } });
  const video = (collection_id: string, file_id: string) => ({ path: { collection_id, file_id } });
  const definition = (collection_id: string, import_id: string) => ({ path: { collection_id, import_id } });
  const run = (collection_id: string, import_id: string, run_id: string) => ({
    path: { collection_id, import_id, run_id },
  });
  const tag = (tag_id: string) => ({ path: { tag_id } });
  const webhook = (webhook_id: string) => ({ path: { webhook_id } });

  return {
    listDataConnectors: () => dataOf(api.GET('/data-connectors')),
    listDataConnectorFiles: (id: string, query: Query<'listDataConnectorFiles'> = {}) =>
      dataOf(api.GET('/data-connectors/{id}/files', { params: { ...connector(id), query } })),
    syncDataConnectorFile: (id: string, url: string) =>
      dataOf(api.POST('/data-connectors/{id}/sync', { params: connector(id), body: { url } })),
    getDataConnectorSourceMetadata: (id: string, url: string) =>
      dataOf(
        api.GET('/data-connectors/{id}/source-metadata', { params: { ...connector(id), query: { url } } }),
      ),

    listFiles: (query: Query<'listFiles'> = {}) => dataOf(api.GET('/files', { params: { query } })),
    uploadFile: (media: File, metadata?: object) => {
      const form = new FormData();
      form.set('file', media);
      if (metadata) form.set('metadata', JSON.stringify(metadata));
      // The generated type knows the parts of the form, not the form that carries them.
      return dataOf(api.POST('/files', { body: form as never }));
    },
    syncFileFromUrl: (url: string, metadata?: Record<string, unknown>) =>
      dataOf(api.POST('/files/sync', { body: { url, ...(metadata && { metadata }) } })),
    getFile: (id: string) => dataOf(api.GET('/files/{file_id}', { params: file(id) })),
    syncFileSourceMetadata: (id: string) => dataOf(api.POST('/files/{file_id}/sync', { params: file(id) })),
    updateFile: (id: string, body: Body<'updateFile'>) =>
      dataOf(api.PUT('/files/{file_id}', { params: file(id), body })),
    deleteFile: (id: string) => dataOf(api.DELETE('/files/{file_id}', { params: file(id) })),
    listFileTags: (id: string) => dataOf(api.GET('/files/{file_id}/tags', { params: file(id) })),

    listCollections: (query: Query<'listCollections'> = {}) =>
      dataOf(api.GET('/collections', { params: { query } })),
    createCollection: (body: Body<'createCollection'>) => dataOf(api.POST('/collections', { body })),
    getCollection: (id: string) =>
      dataOf(api.GET('/collections/{collection_id}', { params: collection(id) })),
    updateCollection: (id: string, body: Body<'updateCollection'>) =>
      dataOf(api.PUT('/collections/{collection_id}', { params: collection(id), body })),
    deleteCollection: (id: string) =>
      dataOf(api.DELETE('/collections/{collection_id}', { params: collection(id) })),
    addMedia: (id: string, body: Body<'addMedia'>) =>
      dataOf(api.POST('/collections/{collection_id}/media', { params: collection(id), body })),
    addVideo: (id: string, body: Body<'addVideo'>) =>
      dataOf(api.POST('/collections/{collection_id}/videos', { params: collection(id), body })),
    addYouTubeVideo: (id: string, url: string, metadata?: Record<string, unknown>) =>
      dataOf(
        api.POST('/collections/{collection_id}/youtube', {
          params: collection(id),
          body: { url, ...(metadata && { metadata }) } as Body<'addYouTubeVideo'>,
        }),
      ),
    listVideos: (id: string, query: Query<'listVideos'> = {}) =>
      dataOf(api.GET('/collections/{collection_id}/videos', { params: { ...collection(id), query } })),
    getVideo: (id: string, fileId: string) =>
      dataOf(api.GET('/collections/{collection_id}/videos/{file_id}', { params: video(id, fileId) })),
    deleteVideo: (id: string, fileId: string) =>
      dataOf(api.DELETE('/collections/{collection_id}/videos/{file_id}', { params: video(id, fileId) })),

    listMetadataImports: (id: string, query: Query<'listMetadataImports'> = {}) =>
      dataOf(api.GET('/collections/{collection_id}/imports', { params: { ...collection(id), query } })),
    createMetadataImport: (id: string, body: Body<'createMetadataImport'>) =>
      dataOf(api.POST('/collections/{collection_id}/imports', { params: collection(id), body })),
    getMetadataImport: (id: string, importId: string, query: Query<'getMetadataImport'> = {}) =>
      dataOf(
        api.GET('/collections/{collection_id}/imports/{import_id}', {
          params: { ...definition(id, importId), query },
        }),
      ),
    deleteMetadataImport: (id: string, importId: string) =>
      dataOf(
        api.DELETE('/collections/{collection_id}/imports/{import_id}', { params: definition(id, importId) }),
      ),
    createMetadataImportRun: (id: string, importId: string, body: Body<'createMetadataImportRun'> = {}) =>
      dataOf(
        api.POST('/collections/{collection_id}/imports/{import_id}/runs', {
          params: definition(id, importId),
          body,
        }),
      ),
    cancelMetadataImportRun: (id: string, importId: string, runId: string) =>
      dataOf(
        api.POST('/collections/{collection_id}/imports/{import_id}/runs/{run_id}/cancel', {
          params: run(id, importId, runId),
        }),
      ),

    listTags: (query: Query<'listTags'> = {}) => dataOf(api.GET('/tags', { params: { query } })),
    createTag: (body: Body<'createTag'>) => dataOf(api.POST('/tags', { body })),
    getTag: (id: string) => dataOf(api.GET('/tags/{tag_id}', { params: tag(id) })),
    updateTag: (id: string, body: Body<'updateTag'>) =>
      dataOf(api.PUT('/tags/{tag_id}', { params: tag(id), body })),
    deleteTag: (id: string) => dataOf(api.DELETE('/tags/{tag_id}', { params: tag(id) })),

    listWebhooks: (query: Query<'listWebhooks'> = {}) => dataOf(api.GET('/webhooks', { params: { query } })),
    createWebhook: (body: Body<'createWebhook'>) => dataOf(api.POST('/webhooks', { body })),
    getWebhookById: (id: string) => dataOf(api.GET('/webhooks/{webhook_id}', { params: webhook(id) })),
    updateWebhook: (id: string, body: Body<'updateWebhook'>) =>
      dataOf(api.PUT('/webhooks/{webhook_id}', { params: webhook(id), body })),
    deleteWebhook: (id: string) => dataOf(api.DELETE('/webhooks/{webhook_id}', { params: webhook(id) })),
  } satisfies Record<keyof operations, unknown>;
}

export type Client = ReturnType<typeof createClient>;
