// The requests of clients: those that the mock recorded, and each new one as it comes; headers and bodies are read later.
import { signal } from '@preact/signals';
import { call } from '../client/call.ts';
import { connection, onRequest, type RecordedRequest } from './connection.ts';

/** What chooses requests; all of them if everything is empty. */
export interface RequestChoice {
  operation: string;
  /** A status, or a class of statuses such as `4xx`. */
  status: string;
  errorCase: string;
  /** Words, each of which must be in the method, the URL, the URI, the operation, the error case or a finding. */
  text: string;
}

/** The first ones are few, so that they show at once. */
const FIRST_PART = 200;
/** Requests that are read at a time: the mock answers others in between. */
const PART = 1_000;
/** More are not kept; the oldest go first. */
const MOST = 200_000;

export function fits({
  operation,
  status,
  errorCase,
  text,
}: RequestChoice): (request: RecordedRequest) => boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const statuses = /^\dxx$/.test(status)
    ? { from: Number(status[0]) * 100, to: Number(status[0]) * 100 + 99 }
    : undefined;
  return (request) => {
    if (operation && request.operation !== operation) return false;
    if (errorCase && request.error_case !== errorCase) return false;
    const { status: code } = request.response;
    if (statuses ? code < statuses.from || code > statuses.to : status && code !== Number(status))
      return false;
    if (words.length === 0) return true;
    const { method, url, uri, operation: id, error_case, findings } = request;
    const found = findings.map(({ rule, severity, text }) => `finding ${rule} ${severity} ${text}`).join(' ');
    const searched = `${method} ${url} ${uri ?? ''} ${id ?? ''} ${error_case ?? ''} ${found}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  };
}

/** @param keyless whether the requests without a key are meant, which belong to no account */
export function createRequestLog(keyless: boolean) {
  /** Oldest first. */
  let all: RecordedRequest[] = [];
  let shown: RecordedRequest[] = [];
  let isFit = fits({ operation: '', status: '', errorCase: '', text: '' });
  const version = signal(0);
  const isReading = signal(true);
  const isPaused = signal(false);
  /** How many have come since it was paused. */
  const waiting = signal(0);
  /** How many were added at the end of what is shown, all in all. */
  let added = 0;
  const seenErrors = new Set<string>();
  const ended = new AbortController();
  /** Nothing is missing up to the request with this number. */
  let complete = 0;
  /** Whether something may be missing after it, because it came before the line was open. */
  let mayMiss = false;

  function note(requests: readonly RecordedRequest[]): void {
    for (const { error_case } of requests) if (error_case) seenErrors.add(error_case);
  }

  /** Whether so many new ones are not shown until the log goes on. */
  function haveToWait(count: number): boolean {
    if (isPaused.peek()) waiting.value += count;
    return isPaused.peek();
  }

  const lastNumber = (requests = all) => requests.at(-1)?.number ?? 0;

  /** Takes over what was missing, each in its place. */
  function insert(requests: readonly RecordedRequest[]): void {
    const known = new Set(all.map(({ number }) => number));
    const missing = requests.filter(({ number }) => !known.has(number));
    if (missing.length === 0) return;
    all = [...all, ...missing].sort((a, b) => a.number - b.number);
    note(missing);
    if (!haveToWait(missing.length)) show();
  }

  /** Takes over new requests, in order and each once. */
  function append(requests: readonly RecordedRequest[]): void {
    const last = lastNumber();
    const fresh = requests.filter(({ number }) => number > last);
    if (fresh.length === 0) return;
    all.push(...fresh);
    note(fresh);
    if (haveToWait(fresh.length)) return;
    const fitting = fresh.filter(isFit);
    shown.push(...fitting);
    added += fitting.length;
    if (all.length > MOST) {
      all = all.slice(-MOST);
      show();
    }
    version.value++;
  }

  function show(): void {
    shown = all.filter(isFit);
    version.value++;
  }

  /** What has come since a request. If none of those that are known is left, the journal was cleared. */
  async function catchUp(since: number): Promise<void> {
    const [first, last] = [all[0]?.number ?? 0, lastNumber()];
    const known = { keyless, since: first - 1, until: last };
    const { count } = await call('countRequests', { query: known, signal: ended.signal });
    if (count === 0) {
      all = [];
      return readAll();
    }
    const { data } = await call('listRequests', {
      query: { keyless, brief: true, since, limit: PART },
      signal: ended.signal,
    });
    // Where a whole part has come, there may be a gap before it, and all is read anew.
    if (since > 0 && data.length === PART) {
      all = [];
      await readAll(data);
      return;
    }
    if (since < last) insert(data);
    append(data);
    complete = Math.max(last, lastNumber(data));
  }

  /** Reads backwards, so that the newest show at once. */
  async function readAll(newest?: RecordedRequest[]): Promise<void> {
    let part = newest;
    let limit = newest ? PART : FIRST_PART;
    for (;;) {
      const until = all[0] ? all[0].number - 1 : undefined;
      part ??= (
        await call('listRequests', {
          query: { keyless, brief: true, limit, ...(until !== undefined && { until }) },
          signal: ended.signal,
        })
      ).data;
      if (until === undefined) complete = lastNumber(part);
      const first = all[0]?.number ?? Number.POSITIVE_INFINITY;
      all = [...part.filter(({ number }) => number < first), ...all];
      note(part);
      show();
      if (part.length < limit || all.length >= MOST) return;
      part = undefined;
      limit = PART;
    }
  }

  const stopListening = keyless ? undefined : onRequest((request) => append([request]));
  const stopWatching = connection.lines.subscribe(() => {
    mayMiss = true;
  });
  let isBusy = false;

  return {
    version,
    isReading,
    isPaused,
    waiting,
    get total() {
      void version.value;
      return all.length;
    },
    get count() {
      void version.value;
      return shown.length;
    },
    get added() {
      void version.value;
      return added;
    },
    get errorCases() {
      void version.value;
      return [...seenErrors].toSorted();
    },
    /** The request at a place, the newest first. */
    at: (index: number): RecordedRequest | undefined => shown[shown.length - 1 - index],
    /** Those of what is shown, the oldest first. */
    numbers: () => shown.map(({ number }) => number),
    choose(choice: RequestChoice): void {
      isFit = fits(choice);
      show();
    },
    /** Reads what is not known yet. */
    async refresh(): Promise<void> {
      if (isBusy) return;
      isBusy = true;
      try {
        do {
          const since = mayMiss ? complete : lastNumber();
          mayMiss = false;
          if (all.length === 0) await readAll();
          else await catchUp(since);
        } while (mayMiss);
      } catch {
        // The next time.
        mayMiss = true;
      }
      isBusy = false;
      isReading.value = false;
    },
    setPaused(paused: boolean): void {
      isPaused.value = paused;
      if (paused) return;
      waiting.value = 0;
      show();
    },
    /** Removes them from the mock's journal as well. */
    async clear(): Promise<void> {
      await call('clearRequests', { query: { keyless } });
      all = [];
      waiting.value = 0;
      show();
    },
    stop(): void {
      ended.abort();
      stopListening?.();
      stopWatching();
    },
  };
}

export type RequestLog = ReturnType<typeof createRequestLog>;
