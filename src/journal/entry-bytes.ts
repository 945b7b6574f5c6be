// Keeps the entries of the journal as bytes in a few large buffers, where the garbage collector neither visits nor moves
// them: as strings and arrays they would live just long enough to be copied again and again.
import type { OperationId } from '../openapi/cloudglue.ts';
import type { Bytes } from '../util/kept-bodies.ts';
import type { Entry, KeptEntry } from './entry.ts';

/** Bytes of a buffer, unless an entry is larger. */
const CHUNK = 1_048_576;
/** What a character takes at most in UTF-8. */
const MOST_BYTES = 3;
/** Buffers without entries that are kept for later ones. */
const MOST_SPARE = 2;
/** What an entry takes beside its bytes. */
const ENTRY_BYTES = 150;

interface Chunk {
  readonly bytes: Buffer;
  used: number;
  /** How many entries are in it. */
  entries: number;
}

/** What is written as JSON. Bodies are written as they are. */
type Rest = Pick<
  Entry,
  | 'id'
  | 'at'
  | 'durationMs'
  | 'url'
  | 'ignored'
  | 'faults'
  | 'findings'
  | 'errorCase'
  | 'requestHeaders'
  | 'responseHeaders'
>;

/** Where an entry is: each part ends where the next one begins; without a body, nothing is there. */
interface Places {
  chunk: Chunk;
  start: number;
  restEnd: number;
  requestEnd: number;
  end: number;
}

/**
 * An entry as bytes, with what requests are found by. Every scavenge copies those of the latest requests, so they are
 * one flat object each, without numbers that V8 keeps as objects of their own.
 */
export class StoredEntry implements KeptEntry, Places {
  readonly number: number;
  readonly accountId: string | null;
  readonly method: string;
  readonly operation: OperationId | null;
  readonly status: number;
  /** 'text' is among the bytes. */
  readonly #requestBody: 'text' | null;
  readonly #responseBody: Bytes | 'text' | null;
  readonly chunk: Chunk;
  readonly start: number;
  readonly restEnd: number;
  readonly requestEnd: number;
  readonly end: number;

  constructor(number: number, entry: Omit<Entry, 'number'>, places: Places) {
    const { requestBody, responseBody } = entry;
    this.number = number;
    this.accountId = entry.accountId;
    this.method = entry.method;
    this.operation = entry.operation;
    this.status = entry.status;
    this.#requestBody = requestBody === null ? null : 'text';
    this.#responseBody = typeof responseBody === 'string' ? 'text' : responseBody;
    this.chunk = places.chunk;
    this.start = places.start;
    this.restEnd = places.restEnd;
    this.requestEnd = places.requestEnd;
    this.end = places.end;
  }

  get matched(): boolean {
    return this.operation !== null;
  }

  /** Roughly the bytes that it takes. */
  get weight(): number {
    const shared = typeof this.#responseBody === 'string' ? 0 : (this.#responseBody?.length ?? 0);
    return ENTRY_BYTES + this.end - this.start + shared;
  }

  /** The whole entry. Only while it is in the journal: its bytes are overwritten later. */
  read(): Entry {
    const { chunk, start, restEnd, requestEnd, end } = this;
    const text = (from: number, to: number) => chunk.bytes.toString('utf8', from, to);
    const { number, accountId, method, operation, status, matched } = this;
    return {
      ...(JSON.parse(text(start, restEnd)) as Rest),
      ...{ number, accountId, method, operation, status, matched },
      requestBody: this.#requestBody && text(restEnd, requestEnd),
      responseBody: this.#responseBody === 'text' ? text(requestEnd, end) : this.#responseBody,
    };
  }
}

export class EntryBytes {
  readonly #spare: Chunk[] = [];
  #current: Chunk | undefined;

  store(number: number, entry: Omit<Entry, 'number'>): StoredEntry {
    const { id, at, durationMs, url, ignored, faults, errorCase, requestHeaders, responseHeaders } = entry;
    const { requestBody, responseBody } = entry;
    const findings = entry.findings.map(({ rule, severity, text }) => ({ rule, severity, text }));
    const rest = JSON.stringify({
      // Names one by one: V8 takes longer to copy them from another object than to write them.
      id,
      at,
      durationMs,
      url,
      ignored,
      faults,
      findings,
      errorCase,
      requestHeaders,
      responseHeaders,
    } satisfies { [Name in keyof Rest]: unknown });
    const request = requestBody ?? '';
    const response = typeof responseBody === 'string' ? responseBody : '';
    const chunk = this.#chunkFor((rest.length + request.length + response.length) * MOST_BYTES);
    const { bytes, used: start } = chunk;
    const restEnd = start + bytes.write(rest, start);
    const requestEnd = restEnd + bytes.write(request, restEnd);
    const end = requestEnd + bytes.write(response, requestEnd);
    chunk.used = end;
    chunk.entries += 1;
    return new StoredEntry(number, entry, { chunk, start, restEnd, requestEnd, end });
  }

  /** A chunk with so much room. */
  #chunkFor(room: number): Chunk {
    const current = this.#current;
    if (current && current.bytes.length - current.used >= room) return current;
    const size = Math.max(CHUNK, room);
    const spare = size === CHUNK ? this.#spare.pop() : undefined;
    const chunk = spare ?? { bytes: Buffer.allocUnsafeSlow(size), used: 0, entries: 0 };
    chunk.used = 0;
    this.#current = chunk;
    return chunk;
  }

  /** To be called once, when an entry leaves the journal. */
  release({ chunk }: StoredEntry): void {
    chunk.entries -= 1;
    if (chunk.entries > 0 || chunk === this.#current) return;
    if (this.#spare.length < MOST_SPARE && chunk.bytes.length === CHUNK) this.#spare.push(chunk);
  }
}
