// The only file of the console that sends requests: to the mock that the page comes from, with the account's key.
import { isAdminPath } from '../../openapi/paths.ts';
import { session } from '../state/session.ts';
import { monotonic } from '../time.ts';

export interface Outgoing {
  method: string;
  /** Path and query. */
  path: string;
  headers?: Record<string, string>;
  body?: BodyInit | undefined;
  /** The API key; that of the account if left out, none if null. */
  key?: string | null | undefined;
  signal?: AbortSignal | undefined;
}

export interface Incoming {
  status: number;
  statusText: string;
  headers: Record<string, string>;
  text: string;
  /** Milliseconds from the request to the whole answer. */
  ms: number;
}

/** The response as soon as its headers are there. Rejects if there is none. */
export function open({ method, path, headers, body, key, signal }: Outgoing): Promise<Response> {
  const sent = key === undefined ? session.key.value : key;
  const token = isAdminPath(path) ? session.adminToken.value : '';
  return fetch(path, {
    method,
    headers: {
      ...headers,
      ...(sent !== null && { authorization: `Bearer ${sent}` }),
      ...(token && { 'x-admin-token': token }),
    },
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
    cache: 'no-store',
  });
}

/** The whole answer to a request, whatever its status. Rejects if there is none. */
export async function send(request: Outgoing): Promise<Incoming> {
  const from = monotonic();
  const response = await open(request);
  const text = await response.text();
  return {
    status: response.status,
    statusText: response.statusText,
    headers: Object.fromEntries(response.headers),
    text,
    ms: monotonic() - from,
  };
}
