// Sends requests as the error catalogue writes them: as data.
import type { Example } from '../../src/errors/cases/error-case.ts';
import { operationById } from '../../src/openapi/cloudglue.ts';
import { expectSpecAnswer } from './spec-check.ts';

/** A request as an example writes it. */
function requestOf(
  { operation, params = {}, query = {}, json, text, bytes, form, headers = {}, token, request }: Example,
  key = 'cg-test',
): [path: string, init: RequestInit] {
  const { method, path } = operationById(operation);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? 'any');
  const file = (name: string, value: string) => (name === 'file' ? new Blob([value]) : value);
  const fields = new FormData();
  for (const [name, value] of Object.entries(form ?? {})) fields.set(name, file(name, value));
  const body = form ? fields : (text ?? (bytes ? 'x'.repeat(bytes) : json && JSON.stringify(json)));
  return [
    request?.path ?? `/v1${filled}?${new URLSearchParams(query)}`,
    {
      method: request?.method ?? method.toUpperCase(),
      headers: {
        ...(token !== null && { authorization: `Bearer ${token ?? key}` }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: body as string }),
    },
  ];
}

/** Sends an example and what it comes after, and answers with the last answer. */
export async function sendExample(
  fetch: (path: string, init: RequestInit) => Promise<Response>,
  example: Example,
): Promise<Response> {
  const first = example.after && (await (await sendExample(fetch, example.after)).json());
  const params = Object.fromEntries(
    Object.entries(example.params ?? {}).map(([name, value]) => [
      name,
      value.replace(/^\{(\w+)\}$/, (_, field) => first?.[field]),
    ]),
  );
  const [path, init] = requestOf({ ...example, params });
  const response = await fetch(path, init);
  await expectSpecAnswer(init.method ?? 'GET', new URL(path, 'http://mock').href, response);
  return response;
}
