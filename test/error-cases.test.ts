// Every error case on demand: each entry of the catalogue, provoked in every way that it names.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { flagOf, mockOptions } from '../src/config/options.ts';
import type { Example } from '../src/errors/cases/error-case.ts';
import { casesOf, errorCase, errorNames, isDocumented, occursAt } from '../src/errors/catalogue.ts';
import { createMock, type MockOptions } from '../src/index.ts';
import {
  cloudglueDocument,
  type OperationId,
  operationById,
  operationsById,
} from '../src/openapi/cloudglue.ts';
import { sendExample as send } from './support/examples.ts';
import { serveMock } from './support/server.ts';
import { ids, setup } from './support/setup.ts';

const gatewayStatuses = Object.keys(cloudglueDocument['x-gateway-responses'] as object).map(Number);
const operations = [...operationsById.keys()];

async function expectCase(name: (typeof errorNames)[number], response: Response): Promise<void> {
  const { status, headers = {} } = errorCase(name);
  const { error } = (await response.json()) as { error: string };
  expect([response.status, error], name).toEqual([status, expect.stringMatching(fitsTextOf(name))]);
  for (const [header, value] of Object.entries(headers))
    expect(response.headers.get(header), header).toBe(value);
}

/** Any text of a case, whatever its details are. */
function fitsTextOf(name: (typeof errorNames)[number]): RegExp {
  const { text } = errorCase(name);
  const detail = '\u0000';
  const parts = text(detail, detail, detail, detail, detail).replaceAll('"\\u0000"', detail).split(detail);
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's');
}

describe.each(errorNames)('%s', (name) => {
  const entry = errorCase(name);

  test('occurs only with statuses that the document gives the operation, or any operation', () => {
    const places = operations.filter((id) => occursAt(name, id));
    if (entry.operations !== 'every') {
      for (const id of places) {
        expect(isDocumented(id, entry.status) || gatewayStatuses.includes(entry.status), id).toBe(true);
      }
    }
    if ([429, 503].includes(entry.status)) expect(entry.headers).toHaveProperty('retry-after');
  });

  test.each((entry.requests ?? []).map((example, index) => [index + 1, example] as const))(
    'is the answer to its example %s',
    async (_, example) => {
      const { fetch } = createMock({ lifecycle: 'manual', ...(example.options as MockOptions) });
      await expectCase(name, await send(fetch, example));
    },
  );

  test('is what a rule and the Prefer header force, at each of its operations', async () => {
    const { mock } = setup();
    const account = mock.account('cg-test');
    for (const operation of operations.filter((id) => occursAt(name, id))) {
      const example: Example = {
        operation,
        ...(operationById(operation).operation.requestBody && { json: {} }),
      };
      const { id } = account.faults.add({ match: { operation }, error: name });
      await expectCase(name, await send(mock.fetch, example));
      expect(account.faults.remove(id)).toMatchObject({ calls: 1, fired: 1 });
      if (!isDocumented(operation, entry.status)) continue;
      const preferred = { prefer: `code=${entry.status}, example=${name}` };
      const answer = await send(mock.fetch, { ...example, headers: preferred });
      expect(answer.headers.get('preference-applied')).toBe(preferred.prefer);
      await expectCase(name, answer);
    }
  });
});

test('the catalogue says how to provoke every case, and each way works', async () => {
  const { call, mock, syncUrl, sync } = setup({ unknownUris: 'create' });
  const { body } = await call<{ data: Entry[] }>('GET', '/__admin/errors');
  expect(body.data.map(({ name }) => name)).toEqual(errorNames);
  const naturally = ['malformed-request', 'unexpected-error'];
  for (const { name, ways } of body.data) {
    const { requests, items, tokens, prefer, rule } = ways;
    const count = requests.length + items.length + tokens.length + (prefer ? 1 : 0) + (rule ? 1 : 0);
    expect(count, name).toBeGreaterThan(0);
    if (!naturally.includes(name) && !rule) expect(requests.length, name).toBeGreaterThan(0);
    for (const uri of items) {
      // Twice-then-succeeds items refuse at first, and that is all that is asked of them here.
      const connector = mock.connectors.find(({ type }) =>
        uri.startsWith(`${type === 'gcs' ? 'gs' : type === 'google-drive' ? 'gdrive' : type}://`),
      );
      const answer = connector ? await findIn(connector.type, uri) : await syncUrl(uri);
      const { status } = errorCase(name as 'item-not-found');
      const softened = connector ? [status] : [status, 404, 400];
      expect(softened, `${name} ${uri}`).toContain(answer.status);
    }
  }
  async function findIn(type: string, uri: string) {
    const statuses = await Promise.all(
      mock.connectors.filter((one) => one.type === type).map(({ id }) => sync(id, uri)),
    );
    return statuses.find(({ status }) => status !== 200) ?? statuses[0] ?? { status: 0 };
  }
});

interface Entry {
  name: string;
  commands: { way: string; curl: string; start: string | null }[];
  ways: { requests: Example[]; items: string[]; tokens: string[]; prefer: string | null; rule: boolean };
}

test('every way has a command with real ids that can be copied and gets the case', async () => {
  const { call } = setup();
  const { body } = await call<{ data: Entry[] }>('GET', '/__admin/errors');
  for (const { name, ways, commands } of body.data) {
    const count = (way: string) => commands.filter((command) => command.way === way).length;
    expect([count('request'), count('token'), count('prefer'), count('rule')], name).toEqual([
      ways.requests.length,
      ways.tokens.length,
      ways.prefer ? 1 : 0,
      ways.rule ? 1 : 0,
    ]);
    expect(count('item') > 0, name).toBe(ways.items.length > 0);
  }
  const starts = new Set(body.data.flatMap(({ commands }) => commands.map(({ start }) => start)));
  for (const start of starts) {
    const [, option, value] = /--([\w-]+) (\d+)$/.exec(start ?? '') ?? [];
    const options = Object.keys(mockOptions).filter((name) => flagOf(name) === option);
    const { url, mock } = await serveMock(Object.fromEntries(options.map((name) => [name, Number(value)])));
    const { data } = (await (await fetch(`${url}/__admin/errors`)).json()) as { data: Entry[] };
    for (const { name, commands } of data) {
      for (const { curl } of commands.filter((command) => command.start === start)) {
        expect(curl).not.toMatch(/[{]\w+[}]\//);
        mock.reset();
        const { stdout } = await promisify(execFile)('bash', ['-c', curl], { maxBuffer: 2 ** 22 });
        const [last = ''] = /[{]"error":(?!.*[{]"error":).*$/s.exec(stdout) ?? [];
        expect((JSON.parse(last || '{}') as { error?: string }).error, curl).toMatch(
          fitsTextOf(name as 'item-not-found'),
        );
      }
    }
  }
}, 600_000);

describe('special keys', () => {
  test('a revoked key gets 401 from every operation, and so does one named after it', async () => {
    const { mock } = setup();
    for (const operation of operations) {
      const json = operationById(operation).operation.requestBody ? { json: {} } : {};
      for (const token of ['cg-revoked', 'cg-revoked-worker-2']) {
        await expectCase('revoked-api-key', await send(mock.fetch, { operation, token, ...json }));
      }
    }
  });

  test('an account without credits gets 402 for a new TikTok video, and nothing else is refused', async () => {
    const { syncUrl } = setup().as('cg-no-credits');
    expect((await syncUrl('https://www.tiktok.com/@quaymark/video/7412036958271405317')).status).toBe(402);
    expect((await syncUrl('https://example.com/talk.mp4')).status).toBe(200);
  });

  test('an account at its limits gets 429 with Retry-After where it would create something', async () => {
    const { syncUrl, createCollection, sync, files } = setup().as('cg-at-limits');
    const refused = [await syncUrl('https://example.com/talk.mp4'), await createCollection('Interviews')];
    expect(refused.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
      [429, '3600'],
      [429, '3600'],
    ]);
    expect((await sync(ids.grain, 'grain://recording/abc123')).status).toBe(200);
    expect((await files()).status).toBe(200);
  });

  test('a key that only has a similar prefix is a key like any other', async () => {
    expect((await setup().as('cg-revokedly').files()).status).toBe(200);
  });
});

describe('the header Prefer', () => {
  const ask = async (operation: OperationId, prefer: string) => {
    const response = await send(setup().mock.fetch, { operation, headers: { prefer } });
    return {
      status: response.status,
      applied: response.headers.get('preference-applied'),
      body: await response.json(),
    };
  };

  test.each(
    operations
      .flatMap((id) =>
        Object.keys(operationById(id).operation.responses).map((status) => [id, Number(status)] as const),
      )
      .filter(([, status]) => status !== 200),
  )('gets any status that is documented: %s %s', async (operation, status) => {
    expect(casesOf(operation, status).length).toBeGreaterThan(0);
    const json = operationById(operation).operation.requestBody ? { json: {} } : {};
    const response = await send(setup().mock.fetch, {
      operation,
      headers: { prefer: `code=${status}` },
      ...json,
    });
    expect([response.status, response.headers.get('preference-applied')]).toEqual([status, `code=${status}`]);
  });

  test('is refused with the documented statuses if it asks for another', async () => {
    expect(await ask('getFile', 'code=402')).toEqual({
      status: 400,
      applied: null,
      body: { error: expect.stringContaining('code=200, code=401, code=404, code=500') },
    });
    expect((await ask('getFile', 'code=soon')).status).toBe(400);
    expect((await ask('getFile', 'example=share-link-gated')).body.error).toContain('example=file-not-found');
    expect((await ask('getFile', 'code=404, example=server-error')).status).toBe(400);
  });

  test('gets the usual answer for 200, and only then is reported as applied', async () => {
    expect(await ask('listFiles', 'code=200')).toMatchObject({ status: 200, applied: 'code=200' });
    expect(await ask('getFile', 'code=200')).toMatchObject({ status: 404, applied: null });
  });

  test('may contain other preferences, quotes and spaces', async () => {
    expect((await ask('listFiles', 'respond-async, wait=10; x=1, CODE = "500"')).status).toBe(500);
    expect((await ask('listFiles', 'respond-async')).status).toBe(200);
  });

  test('has no effect: the request is not processed', async () => {
    const { mock, files } = setup();
    const prefer = { prefer: 'code=429' };
    const json = { url: 'grain://recording/abc123' };
    const params = { id: ids.grain };
    await send(mock.fetch, { operation: 'syncDataConnectorFile', params, json, headers: prefer });
    expect((await files()).body.total).toBe(0);
  });

  const texts = async (example: Example) => {
    const answer = await send(setup().mock.fetch, example);
    return ((await answer.json()) as { error: string }).error;
  };

  test.each<[OperationId, Record<string, string>, unknown, string]>([
    [
      'syncDataConnectorFile',
      { id: 'c-1' },
      { url: 'grain://recording/1' },
      'No data connector has the id "c-1"',
    ],
    ['listDataConnectorFiles', { id: 'c-1' }, undefined, 'No data connector has the id "c-1"'],
    ['getFile', { file_id: 'f-1' }, undefined, 'No file has the id "f-1"'],
    ['getCollection', { collection_id: 'k-1' }, undefined, 'No collection has the id "k-1"'],
    ['listVideos', { collection_id: 'k-1' }, undefined, 'No collection has the id "k-1"'],
    ['getVideo', { collection_id: 'k-1', file_id: 'f-1' }, undefined, 'No collection has the id "k-1"'],
    ['updateWebhook', { webhook_id: 'w-1' }, {}, 'No webhook has the id "w-1"'],
  ])('names the unknown id: %s', async (operation, params, json, text) => {
    expect(await texts({ operation, params, json, headers: { prefer: 'code=404' } })).toContain(text);
  });

  test('names the type of the URI, and another type for the connector', async () => {
    const example: Example = {
      operation: 'syncDataConnectorFile',
      params: { id: ids.grain },
      json: { url: 'grain://recording/1' },
      headers: { prefer: 'code=400' },
    };
    expect(await texts(example)).toContain(
      '"grain://recording/1" is a URI of type grain, but this data connector',
    );
  });

  test('names the file and the collection, each by its id', async () => {
    const params = { collection_id: 'k-1', file_id: 'f-1' };
    const of = (operation: OperationId, name: string, json?: unknown) =>
      texts({ operation, params, json, headers: { prefer: `example=${name}` } });
    expect(await of('deleteVideo', 'not-in-collection')).toMatch(
      /the id "f-1".*\/v1\/collections\/k-1\/videos/,
    );
    expect(await of('addMedia', 'file-not-found', { file_id: 'f-2' })).toContain('the id "f-2"');
    expect(await of('addMedia', 'file-not-found', { url: 'cloudglue://files/f-3' })).toContain(
      'the id "f-3"',
    );
  });

  test.each<[OperationId, number, string]>([
    ['syncDataConnectorFile', 429, 'provider-rate-limited'],
    ['syncDataConnectorFile', 400, 'type-mismatch'],
    ['syncDataConnectorFile', 404, 'connector-not-found'],
    ['syncFileFromUrl', 400, 'unreadable-url'],
    ['syncFileFromUrl', 415, 'url-not-media'],
    ['uploadFile', 429, 'plan-limit'],
    ['uploadFile', 400, 'invalid-upload'],
    ['createCollection', 400, 'invalid-request'],
    ['listFiles', 401, 'missing-api-key'],
    ['listFiles', 500, 'server-error'],
  ])('a status alone gets the most typical case, from a rule too: %s %s', async (operation, status, name) => {
    const { mock } = setup();
    const json = operationById(operation).operation.requestBody ? { json: {} } : {};
    await expectCase(
      name as 'server-error',
      await send(mock.fetch, { operation, headers: { prefer: `code=${status}` }, ...json }),
    );
    mock.account('cg-test').faults.add({ match: { operation }, status });
    await expectCase(name as 'server-error', await send(mock.fetch, { operation, ...json }));
  });

  test('names the URI that was asked for in its text', async () => {
    const json = { url: 'grain://recording/abc123' };
    const prefer = { prefer: 'code=403' };
    const example: Example = {
      operation: 'syncDataConnectorFile',
      params: { id: ids.grain },
      json,
      headers: prefer,
    };
    expect((await (await send(setup().mock.fetch, example)).json()).error).toContain(
      '"grain://recording/abc123"',
    );
  });
});
