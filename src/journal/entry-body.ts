// What may be seen of the journal: requests without keys and secrets, found by criteria, or as an HTTP archive.

import { FieldsError } from '../errors/fields-error.ts';
import type { AdminSchemas } from '../openapi/admin.ts';
import type { Parts } from '../time/slices.ts';
import type { Bytes } from '../util/kept-bodies.ts';
import { compilePattern, matches, type Pattern } from '../util/wildcards.ts';
import type { Entry, KeptEntry } from './entry.ts';
import { redactBody, redactHeaders, redactText } from './redact.ts';

type RecordedRequest = AdminSchemas['RecordedRequest'];

/**
 * The path and the query of a request's address. It is not read as a URL: the header Host may hold what is none,
 * and the journal shows it all the same.
 */
function partsOf(address: string): { path: string; query: URLSearchParams } {
  const [beforeFragment = ''] = address.split('#', 1);
  const question = beforeFragment.indexOf('?');
  const base = question < 0 ? beforeFragment : beforeFragment.slice(0, question);
  const slash = base.indexOf('/', base.indexOf('://') + 3);
  return {
    path: slash < 0 ? '/' : base.slice(slash),
    query: new URLSearchParams(question < 0 ? '' : beforeFragment.slice(question + 1)),
  };
}

function uriOf({ requestBody, url }: Entry): string | null {
  const found =
    partsOf(url).query.get('url') ?? /"url"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(requestBody ?? '')?.[1];
  if (!found?.startsWith('"')) return found ?? null;
  try {
    return JSON.parse(found);
  } catch {
    return null;
  }
}

const shown = <Given>(given: Given | null, redact: (given: Given) => Given): Given | null =>
  given === null ? null : redact(given);

const decoder = new TextDecoder();

const textOf = (body: string | Bytes | null): string | null =>
  body === null || typeof body === 'string' ? body : decoder.decode(body);

/** Headers by name, as a program reads them. */
function headersOf(raw: readonly string[]): Record<string, string> {
  const headers = new Headers();
  for (let at = 0; at + 1 < raw.length; at += 2) headers.append(raw[at] ?? '', raw[at + 1] ?? '');
  return Object.fromEntries(headers);
}

/** How an entry is shown. */
export interface EntryView {
  /** Whether headers and bodies are left out. */
  brief?: boolean | undefined;
}

const NOTHING = { headers: {}, body: null };

/** An entry as the control plane shows it. */
export function entryBody(entry: Entry, { brief = false }: EntryView = {}): RecordedRequest {
  const { number, id, at, durationMs, method, operation, matched, ignored, faults, findings, errorCase } =
    entry;
  return {
    number,
    id,
    at,
    duration_ms: Math.round(durationMs * 1_000) / 1_000,
    method,
    url: redactText(entry.url),
    operation,
    uri: shown(uriOf(entry), redactText),
    matched,
    ignored: [...ignored],
    faults: [...faults],
    findings: findings.map(({ rule, severity, text }) => ({ rule, severity, text: redactText(text) })),
    error_case: errorCase,
    request: brief
      ? NOTHING
      : {
          headers: redactHeaders(headersOf(entry.requestHeaders)),
          body: shown(entry.requestBody, redactBody),
        },
    response: {
      status: entry.status,
      ...(brief
        ? NOTHING
        : {
            headers: redactHeaders(entry.responseHeaders),
            body: shown(textOf(entry.responseBody), redactBody),
          }),
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
  /** Only requests up to the one with this number. */
  until?: number | undefined;
  /** True: the requests without a key, which belong to no account, instead of the account's own. */
  keyless?: boolean | undefined;
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
export function* findEntries(
  entries: readonly KeptEntry[],
  criteria: RequestCriteria = {},
): Parts<KeptEntry[]> {
  const { operation, method, path, status, uri, matched, since = 0, until } = criteria;
  const [pathPattern, uriPattern] = [patternOf('path', path), patternOf('uri', uri)];
  const fitsPatterns = (entry: Entry) =>
    (!pathPattern || matches(pathPattern, partsOf(entry.url).path)) &&
    (!uriPattern || matches(uriPattern, uriOf(entry) ?? ''));
  const found: KeptEntry[] = [];
  for (const entry of entries) {
    const fits =
      entry.number > since &&
      (until === undefined || entry.number <= until) &&
      (operation === undefined || entry.operation === operation) &&
      (method === undefined || entry.method === method.toUpperCase()) &&
      (status === undefined || entry.status === status) &&
      (matched === undefined || entry.matched === matched) &&
      (!(pathPattern || uriPattern) || fitsPatterns(entry.read()));
    if (fits) found.push(entry);
    yield;
  }
  return found;
}

/** The only so many last ones; all of them without a limit. */
const lastOf = <One>(all: readonly One[], limit = all.length): readonly One[] =>
  limit > 0 ? all.slice(-limit) : [];

/** Entries as the control plane shows them, at most the last `limit` of them. */
export function* showEntries(
  entries: readonly KeptEntry[],
  { limit, ...view }: EntryView & { limit?: number | undefined } = {},
): Parts<RecordedRequest[]> {
  const shown: RecordedRequest[] = [];
  for (const entry of lastOf(entries, limit)) {
    shown.push(entryBody(entry.read(), view));
    yield;
  }
  return shown;
}

/** Bytes of a body, as far as they are known: it may have been cut, or not be text. */
const sizeOf = ({ headers, body }: { headers: Record<string, string>; body: string | null }): number =>
  Number(headers['content-length'] ?? (body === null ? -1 : Buffer.byteLength(body)));

const pairs = (fields: Record<string, string>) =>
  Object.entries(fields).map(([name, value]) => ({ name, value }));

/** An HTTP archive, version 1.2, of what the control plane shows. */
export function* harOf(requests: readonly RecordedRequest[], version: string): Parts<AdminSchemas['Har']> {
  const entries: ReturnType<typeof harEntryOf>[] = [];
  for (const request of requests) {
    entries.push(harEntryOf(request));
    yield;
  }
  return { log: { version: '1.2', creator: { name: 'cloudglue-mock', version }, entries } };
}

const harEntryOf = (recorded: RecordedRequest) => {
  const { number, at, duration_ms, method, url, request, response, operation, faults } = recorded;
  return {
    // HAR has room for fields of one's own that begin with an underscore.
    _number: number,
    startedDateTime: new Date(at).toISOString(),
    time: duration_ms,
    request: {
      method,
      url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairs(request.headers),
      queryString: [...partsOf(url).query].map(([name, value]) => ({ name, value })),
      headersSize: -1,
      bodySize: sizeOf(request),
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
        size: Buffer.byteLength(response.body ?? ''),
        mimeType: response.headers['content-type'] ?? '',
        text: response.body ?? '',
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: sizeOf(response),
    },
    cache: {},
    timings: { send: 0, wait: duration_ms, receive: 0 },
    comment: [operation, ...faults.map((id) => `fault ${id}`)].filter(Boolean).join(', '),
  };
};
