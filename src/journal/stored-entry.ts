// An entry of the journal as bytes, where the garbage collector neither visits nor moves it: as strings and arrays it
// would live just long enough to be copied again and again.
import type { ErrorName } from '../errors/catalogue.ts';
import type { Finding } from '../judge/finding.ts';
import type { OperationId } from '../openapi/cloudglue.ts';
import type { Bytes } from '../util/kept-bodies.ts';
import type { Chunk, Chunks } from './chunks.ts';
import type { Entry, KeptEntry } from './entry.ts';

/** What a character takes at most in UTF-8. */
const MOST_BYTES = 3;
/** What an entry takes beside its bytes. */
const ENTRY_BYTES = 150;

type Written<Item> = readonly Item[] | 0;

/**
 * What is written as JSON; bodies are written as they are. A list has no names to write, and V8 writes 0 sooner than
 * an empty list or null, which most entries would have in its place.
 */
type Rest = [
  id: string,
  at: number,
  durationMs: number,
  url: string,
  requestHeaders: Entry['requestHeaders'],
  responseHeaders: Entry['responseHeaders'],
  errorCase: ErrorName | 0,
  ignored: Written<string>,
  faults: Written<string>,
  findings: Written<Finding>,
];

const written = <Item>(items: readonly Item[]): Written<Item> => (items.length > 0 ? items : 0);

function restOf(entry: Omit<Entry, 'number'>): string {
  const findings = entry.findings.map(({ rule, severity, text }) => ({ rule, severity, text }) as Finding);
  return JSON.stringify([
    entry.id,
    entry.at,
    entry.durationMs,
    entry.url,
    entry.requestHeaders,
    entry.responseHeaders,
    entry.errorCase ?? 0,
    written(entry.ignored),
    written(entry.faults),
    written(findings),
  ] satisfies Rest);
}

function readRest(text: string) {
  const [id, at, durationMs, url, requestHeaders, responseHeaders, errorCase, ...lists]: Rest =
    JSON.parse(text);
  const [ignored, faults, findings] = lists;
  return {
    ...{ id, at, durationMs, url, requestHeaders, responseHeaders, errorCase: errorCase || null },
    ...{ ignored: ignored || [], faults: faults || [], findings: findings || [] },
  };
}

/**
 * An entry as bytes, with what requests are found by. A later entry takes its place in the same object: new objects
 * would outlive a scavenge or two, and be copied in each.
 */
export class StoredEntry {
  /** 0 where there is no entry. */
  number = 0;
  accountId: string | null = null;
  method = '';
  operation: OperationId | null = null;
  status = 0;
  /** 'text' is among the bytes. */
  #requestBody: 'text' | null = null;
  #responseBody: Bytes | 'text' | null = null;
  #chunk: Chunk | undefined;
  /** Each part ends where the next one begins; without a body, nothing is there. */
  #start = 0;
  #restEnd = 0;
  #requestEnd = 0;
  #end = 0;

  /** Roughly the bytes that it takes. */
  get weight(): number {
    const shared = typeof this.#responseBody === 'string' ? 0 : (this.#responseBody?.length ?? 0);
    return ENTRY_BYTES + this.#end - this.#start + shared;
  }

  /** The whole entry. */
  read(): Entry {
    const { number, accountId, method, operation, status } = this;
    return {
      ...readRest(this.#text(this.#start, this.#restEnd)),
      ...{ number, accountId, method, operation, status, matched: operation !== null },
      requestBody: this.#requestBody && this.#text(this.#restEnd, this.#requestEnd),
      responseBody:
        this.#responseBody === 'text' ? this.#text(this.#requestEnd, this.#end) : this.#responseBody,
    };
  }

  /** Writes an entry down, and takes its place. */
  set(number: number, entry: Omit<Entry, 'number'>, chunks: Chunks): void {
    const rest = restOf(entry);
    const request = entry.requestBody ?? '';
    const response = typeof entry.responseBody === 'string' ? entry.responseBody : '';
    const chunk = chunks.withRoom((rest.length + request.length + response.length) * MOST_BYTES);
    const { bytes, used } = chunk;
    this.number = number;
    this.accountId = entry.accountId;
    this.method = entry.method;
    this.operation = entry.operation;
    this.status = entry.status;
    this.#requestBody = entry.requestBody === null ? null : 'text';
    this.#responseBody = typeof entry.responseBody === 'string' ? 'text' : entry.responseBody;
    this.#chunk = chunk;
    this.#start = used;
    this.#restEnd = used + bytes.write(rest, used);
    this.#requestEnd = this.#restEnd + bytes.write(request, this.#restEnd);
    this.#end = this.#requestEnd + bytes.write(response, this.#requestEnd);
    chunk.used = this.#end;
    chunk.entries += 1;
  }

  clear(chunks: Chunks): void {
    if (this.#chunk) chunks.release(this.#chunk);
    this.#chunk = undefined;
    this.#responseBody = null;
    this.number = 0;
  }

  #text(from: number, to: number): string {
    return this.#chunk?.bytes.toString('utf8', from, to) ?? '';
  }
}

/** An entry for whoever has found it, also later, when another one may have taken its place. */
export class FoundEntry implements KeptEntry {
  readonly number: number;
  readonly accountId: string | null;
  readonly method: string;
  readonly operation: OperationId | null;
  readonly status: number;
  readonly #stored: StoredEntry;

  constructor(stored: StoredEntry) {
    this.number = stored.number;
    this.accountId = stored.accountId;
    this.method = stored.method;
    this.operation = stored.operation;
    this.status = stored.status;
    this.#stored = stored;
  }

  get matched(): boolean {
    return this.operation !== null;
  }

  read(): Entry | undefined {
    return this.#stored.number === this.number ? this.#stored.read() : undefined;
  }
}
