// How the client of these tests sends requests: which it sends again, when, and how often.
import { setTimeout as pause } from 'node:timers/promises';
import type { Mistake } from './client.ts';

export interface Where {
  baseUrl: string;
  key: string;
}

/** Something that the client cannot do. Without a status, there was no whole answer. */
export class Failure extends Error {
  readonly status: number | undefined;
  /** Whether an answer began. */
  readonly hasBegun: boolean;

  constructor(message: string, { status, hasBegun = true }: { status?: number; hasBegun?: boolean } = {}) {
    super(message);
    this.status = status;
    this.hasBegun = hasBegun;
  }
}

export const isFailure = (error: unknown): error is Failure => error instanceof Failure;

const MOST_TRIES = 5;
/** Milliseconds before the second try; doubled before each further one. */
const FIRST_PAUSE = 100;

/**
 * Gives up after some seconds, if other requests are answered meanwhile: on a busy machine, these would be late as well.
 * @returns what keeps it from giving up
 */
function impatient(baseUrl: string, giveUp: () => void): () => void {
  let isCalm = false;
  const probe = async () => {
    for (let probes = 0; probes < 4 && !isCalm; probes++) {
      await pause(1_000);
      await (await fetch(new URL('/openapi.yaml', baseUrl))).text();
    }
    if (!isCalm) giveUp();
  };
  probe().catch(() => {});
  return () => {
    isCalm = true;
  };
}

export function api({ baseUrl, key }: Where, mistake: Mistake | undefined, signal?: AbortSignal) {
  // A connection for each request: one that is reused on a busy machine may have been closed meanwhile.
  const headers = { authorization: `Bearer ${key}`, connection: 'close' };

  /** Sends a request once. `waits` is how long to wait until the next try, if the answer says so. */
  async function send<Body>(
    path: string,
    init: RequestInit,
  ): Promise<{ body: Body } | { failure: Failure; waits?: number }> {
    const ended = new AbortController();
    const calm = mistake === 'slow-answer' ? impatient(baseUrl, () => ended.abort()) : undefined;
    let response: Response;
    try {
      response = await fetch(`${baseUrl}${path}`, {
        ...init,
        headers: { ...headers, ...init.headers },
        signal: signal ? AbortSignal.any([signal, ended.signal]) : ended.signal,
      });
    } catch {
      signal?.throwIfAborted();
      if (ended.signal.aborted) throw new Failure(`${path} was not answered in time`);
      return { failure: new Failure(`${path} was not answered`, { hasBegun: false }) };
    }
    calm?.();
    const { status } = response;
    let body: Body & { error?: string };
    try {
      body = await response.json();
    } catch {
      signal?.throwIfAborted();
      return { failure: new Failure(`${path} was answered only in part`) };
    }
    if (response.ok) return { body };
    const seconds = response.headers.get('retry-after');
    return {
      failure: new Failure(`${path} was refused: ${status} ${body.error}`, { status }),
      ...(seconds !== null && { waits: Number(seconds) * 1_000 }),
    };
  }

  /** Sends a request until it succeeds, or cannot. */
  async function ask<Body>(path: string, init: RequestInit, kind: 'read' | 'sync' | 'upload'): Promise<Body> {
    for (let tries = 1; ; tries++) {
      const result = await send<Body>(path, init);
      if ('body' in result) return result.body;
      const { failure, waits } = result;
      if (tries >= MOST_TRIES || !mayRepeat(failure, kind, tries)) throw failure;
      const growing = FIRST_PAUSE * 2 ** (tries - 1);
      const isHasty = mistake === 'rate-limited' && kind === 'read';
      await pause(isHasty ? growing : Math.max(growing, waits ?? 0), undefined, { signal });
    }
  }

  function mayRepeat(
    { status, hasBegun }: Failure,
    kind: 'read' | 'sync' | 'upload',
    tries: number,
  ): boolean {
    if (status === 401) return mistake === 'key-revoked';
    if (status === 402) return mistake === 'no-credits';
    if (status === 429 || status === 503)
      return !(mistake === 'provider-busy' && kind === 'sync' && tries > 1);
    // Whether an upload was done is not known then, and a second one would make a second file.
    if (kind === 'upload') return false;
    if (status === undefined && !hasBegun) return !(mistake === 'answer-lost' && kind === 'sync');
    if (status === undefined) return mistake !== 'broken-body';
    if (status === 500) return mistake !== 'server-error';
    return status === 502 && mistake !== 'provider-down';
  }

  return {
    get: <Body>(path: string) => ask<Body>(path, {}, 'read'),
    /** Syncing twice gives the same file. */
    sync: <Body>(path: string, url: string) => {
      const json = { 'content-type': 'application/json' };
      return ask<Body>(path, { method: 'POST', headers: json, body: JSON.stringify({ url }) }, 'sync');
    },
    upload: <Body>(name: string) => {
      const form = new FormData();
      form.set('file', new File(['...'], name, { type: 'video/mp4' }));
      return ask<Body>('/files', { method: 'POST', body: form }, 'upload');
    },
  };
}
