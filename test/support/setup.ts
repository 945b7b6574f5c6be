// The real assembly for a test, with every answer checked against the document.
import { onTestFinished } from 'vitest';
import { createMock, type Mock, type MockOptions } from '../../src/index.ts';
import type { Schemas } from '../../src/openapi/cloudglue.ts';
import { expectSpecAnswer } from './spec-check.ts';

export { ids } from './ids.ts';

export interface Answer<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** The same way to the mock, with every answer checked. */
const checked =
  (fetch: Fetch, check: typeof expectSpecAnswer = expectSpecAnswer): Fetch =>
  async (input, init) => {
    const response = await fetch(input, init);
    await check(init?.method ?? 'GET', new URL(input, 'http://mock').href, response);
    return response;
  };

/** A client of one account; `fetch` may reach the mock in any way, and `check` may let any answer pass. */
export function createClient(fetch: Fetch, token = 'cg-test', check?: typeof expectSpecAnswer) {
  const ask = checked(fetch, check);
  async function call<Body>(method: string, path: string, json?: unknown): Promise<Answer<Body>> {
    const response = await ask(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(json !== undefined && { 'content-type': 'application/json' }),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
  }
  const query = (parameters: Record<string, string | number>) =>
    new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
  return {
    call,
    connectors: () => call<Schemas['DataConnectorList']>('GET', '/v1/data-connectors'),
    browse: (id: string, parameters: Record<string, string | number> = {}) =>
      call<Schemas['DataConnectorFileList'] & { error?: string }>(
        'GET',
        `/v1/data-connectors/${id}/files?${query(parameters)}`,
      ),
    sync: (id: string, url: string) =>
      call<Schemas['File'] & { error: string }>('POST', `/v1/data-connectors/${id}/sync`, { url }),
    sourceMetadata: (id: string, url: string) =>
      call<Schemas['SourceMetadataResponse'] & { error: string }>(
        'GET',
        `/v1/data-connectors/${id}/source-metadata?${query({ url })}`,
      ),
    files: (parameters: Record<string, string | number> = {}) =>
      call<Schemas['FileList'] & { error: string }>('GET', `/v1/files?${query(parameters)}`),
    file: (id: string) => call<Schemas['File'] & { error: string }>('GET', `/v1/files/${id}`),
    update: (id: string, changes: unknown) =>
      call<Schemas['File'] & { error: string }>('PUT', `/v1/files/${id}`, changes),
    remove: (id: string) => call<Schemas['FileDelete'] & { error: string }>('DELETE', `/v1/files/${id}`),
    syncUrl: (url: string, extra: object = {}) =>
      call<Schemas['File'] & { error: string }>('POST', '/v1/files/sync', { url, ...extra }),
    upload: async (form: FormData): Promise<Answer<Schemas['File'] & { error: string }>> => {
      const response = await ask('/v1/files', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: form,
      });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
    createCollection: (name: string, extra: object = {}) =>
      call<Schemas['Collection'] & { error: string }>('POST', '/v1/collections', {
        collection_type: 'media-descriptions',
        name,
        ...extra,
      }),
    collections: (parameters: Record<string, string | number> = {}) =>
      call<Schemas['CollectionList'] & { error: string }>('GET', `/v1/collections?${query(parameters)}`),
    collection: (id: string) =>
      call<Schemas['Collection'] & { error: string }>('GET', `/v1/collections/${id}`),
    addMedia: (id: string, body: object) =>
      call<Schemas['CollectionFile'] & { error: string }>('POST', `/v1/collections/${id}/media`, body),
    videos: (id: string, parameters: Record<string, string | number> = {}) =>
      call<Schemas['CollectionFileList'] & { error: string }>(
        'GET',
        `/v1/collections/${id}/videos?${query(parameters)}`,
      ),
    video: (id: string, fileId: string) =>
      call<Schemas['CollectionFile'] & { error: string }>('GET', `/v1/collections/${id}/videos/${fileId}`),
    createWebhook: (body: object) =>
      call<Schemas['Webhook'] & { error: string }>('POST', '/v1/webhooks', body),
  };
}

export type Client = ReturnType<typeof createClient>;

/** A mock that ends with the test, and a client of one of its accounts. */
export function setup(options: MockOptions = {}): Client & { mock: Mock; as(token: string): Client } {
  const mock = createMock({ lifecycle: 'manual', ...options });
  onTestFinished(() => mock.close());
  const { fetch } = mock;
  const as = (token: string) => createClient(fetch, token);
  return { ...as('cg-test'), mock: Object.assign(mock, { fetch: checked(fetch) }), as };
}
