// Requests of the journal as an HTTP archive (HAR), version 1.2.
import type { AdminSchemas } from '../openapi/admin.ts';
import { partsOf } from './entry-parts.ts';

type RecordedRequest = AdminSchemas['RecordedRequest'];

/** Bytes of a body, as far as they are known: it may have been cut, or not be text. */
const sizeOf = ({ headers, body }: { headers: Record<string, string>; body: string | null }): number =>
  Number(headers['content-length'] ?? (body === null ? -1 : Buffer.byteLength(body)));

const pairs = (fields: Record<string, string>) =>
  Object.entries(fields).map(([name, value]) => ({ name, value }));

function harEntry({
  number,
  at,
  duration_ms,
  method,
  url,
  request,
  response,
  operation,
  faults,
}: RecordedRequest): object {
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
}

/** What the control plane shows of requests, as entries of an archive, each made as it is taken. */
function* harEntries(requests: Iterable<RecordedRequest>): Generator<object> {
  for (const request of requests) yield harEntry(request);
}

/** The same at once. */
export const wholeHar = (requests: Iterable<RecordedRequest>, version: string): AdminSchemas['Har'] => {
  const { log } = harOf(requests, version);
  return { log: { ...log, entries: [...log.entries] } };
};

/** An archive of requests; its entries are made as they are taken. */
export const harOf = (requests: Iterable<RecordedRequest>, version: string) => ({
  log: {
    version: '1.2' as const,
    creator: { name: 'cloudglue-mock', version },
    entries: harEntries(requests),
  },
});
