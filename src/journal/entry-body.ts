// What may be seen of an entry of the journal: a request and its answer without keys and secrets.
import type { AdminSchemas } from '../openapi/admin.ts';
import type { Bytes } from '../util/kept-bodies.ts';
import type { Entry, KeptEntry } from './entry.ts';
import { uriOf } from './entry-parts.ts';
import { redactBody, redactHeaders, redactText } from './redact.ts';

type RecordedRequest = AdminSchemas['RecordedRequest'];

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

/**
 * Entries as the control plane shows them, each made as it is taken; without those that have left the journal by then.
 * @param limit only the last ones, at most this many
 */
export function* showEntries(
  entries: readonly KeptEntry[],
  { limit = entries.length, ...view }: EntryView & { limit?: number | undefined } = {},
): Generator<RecordedRequest> {
  for (const kept of limit > 0 ? entries.slice(-limit) : []) {
    const entry = kept.read();
    if (entry) yield entryBody(entry, view);
  }
}
