// What may be seen of the journal: requests without keys and secrets, found by criteria, or as an HTTP archive.
import type { AdminSchemas } from '../spec/admin.ts';
import { compilePattern, matches, type Pattern } from '../wildcards.ts';
import { FieldsError } from '../wire/fields-error.ts';
import type { Entry } from './journal.ts';

type RecordedRequest = AdminSchemas['RecordedRequest'];

const REDACTED = '[redacted]';
/** Page tokens are no secret, and what a client did wrong with one is worth seeing. */
const isSecret = (name: string) =>
  /authorization|cookie|secret|password|api[-_]?key|token|signature|credential/i.test(name) &&
  !/page_token$/i.test(name);

const withoutSecrets = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, isSecret(name) ? REDACTED : value]),
  );

/** A body without the values of fields whose names tell that they are secret, also where it was cut off. */
const withoutSecretFields = (body: string | null): string | null =>
  body?.replace(/"([^"\\]{1,100})"(\s*:\s*)"(?:[^"\\]|\\.)*("|$|…$)/g, (all, name: string, colon: string) =>
    isSecret(name) ? `"${name}"${colon}"${REDACTED}"` : all,
  ) ?? null;

function withoutSecretParameters(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) {
    if (isSecret(name)) url.searchParams.set(name, REDACTED);
  }
  return url.href;
}

function uriOf({ requestBody, url }: Entry): string | null {
  const found =
    new URL(url).searchParams.get('url') ?? /"url"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(requestBody ?? '')?.[1];
  if (!found?.startsWith('"')) return found ?? null;
  try {
    return JSON.parse(found);
  } catch {
    return null;
  }
}

/** An entry as the control plane shows it. */
export function entryBody(entry: Entry): RecordedRequest {
  const { number, id, at, durationMs, method, operation, matched, faults } = entry;
  return {
    number,
    id,
    at,
    duration_ms: Math.round(durationMs * 1_000) / 1_000,
    method,
    url: withoutSecretParameters(entry.url),
    operation,
    uri: uriOf(entry),
    matched,
    faults: [...faults],
    request: {
      headers: withoutSecrets(entry.requestHeaders),
      body: withoutSecretFields(entry.requestBody),
    },
    response: {
      status: entry.status,
      headers: withoutSecrets(entry.responseHeaders),
      body: withoutSecretFields(entry.responseBody),
    },
  };
}

/** What requests can be found by; patterns take `*` and `?`. */
export interface RequestCriteria {
  operation?: string | undefined;
  method?: string | undefined;
  /** A pattern. */
  path?: string | undefined;
  status?: number | undefined;
  /** A pattern for the URI that was to be synced. */
  uri?: string | undefined;
  /** False: only requests that matched no route. */
  matched?: boolean | undefined;
  /** Only requests after the one with this number. */
  since?: number | undefined;
}

/** The pattern of a criterion, if there is one. */
function patternOf(field: 'path' | 'uri', text: string | undefined): Pattern | undefined {
  try {
    return text === undefined ? undefined : compilePattern(text);
  } catch (broken) {
    throw new FieldsError('the requests cannot be found', [{ field, detail: (broken as Error).message }]);
  }
}

/** The entries that fit all criteria. Throws FieldsError for a broken pattern. */
export function findEntries(entries: readonly Entry[], criteria: RequestCriteria): Entry[] {
  const { operation, method, path, status, uri, matched, since = 0 } = criteria;
  const [pathPattern, uriPattern] = [patternOf('path', path), patternOf('uri', uri)];
  return entries.filter(
    (entry) =>
      entry.number > since &&
      (operation === undefined || entry.operation === operation) &&
      (method === undefined || entry.method === method.toUpperCase()) &&
      (status === undefined || entry.status === status) &&
      (matched === undefined || entry.matched === matched) &&
      (!pathPattern || matches(pathPattern, new URL(entry.url).pathname)) &&
      (!uriPattern || matches(uriPattern, uriOf(entry) ?? '')),
  );
}

const pairs = (fields: Record<string, string>) =>
  Object.entries(fields).map(([name, value]) => ({ name, value }));

/** An HTTP archive, version 1.2, of what the control plane shows. */
export function harOf(requests: readonly RecordedRequest[], version: string): AdminSchemas['Har'] {
  return {
    log: {
      version: '1.2',
      creator: { name: 'cloudglue-mock', version },
      entries: requests.map(({ at, duration_ms, method, url, request, response, operation, faults }) => ({
        startedDateTime: new Date(at).toISOString(),
        time: duration_ms,
        request: {
          method,
          url,
          httpVersion: 'HTTP/1.1',
          cookies: [],
          headers: pairs(request.headers),
          queryString: pairs(Object.fromEntries(new URL(url).searchParams)),
          headersSize: -1,
          bodySize: request.body?.length ?? 0,
          ...(request.body !== null && {
            postData: { mimeType: request.headers['content-type'] ?? '', text: request.body },
          }),
        },
        response: {
          status: response.status,
          statusText: '',
          httpVersion: 'HTTP/1.1',
          cookies: [],
          headers: pairs(response.headers),
          content: {
            size: response.body?.length ?? 0,
            mimeType: response.headers['content-type'] ?? '',
            text: response.body ?? '',
          },
          redirectURL: '',
          headersSize: -1,
          bodySize: response.body?.length ?? 0,
        },
        cache: {},
        timings: { send: 0, wait: duration_ms, receive: 0 },
        comment: [operation, ...faults.map((id) => `fault ${id}`)].filter(Boolean).join(', '),
      })),
    },
  };
}
