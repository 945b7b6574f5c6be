// What the clients of the judge's tests are written with: one request, and the two ways to wait.
import type { AccountControl, MockOptions } from '../../src/index.ts';

export interface Answer {
  /** 0 if there was no answer. */
  status: number;
  /** Seconds. */
  retryAfter: number | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: the clients are written like those of users, which know what they asked for.
  body: any;
}

interface Sent {
  json?: unknown;
  form?: FormData;
  headers?: Record<string, string>;
}

export interface Api {
  get(path: string, sent?: Sent): Promise<Answer>;
  post(path: string, sent?: Sent): Promise<Answer>;
  send(method: string, path: string, sent?: Sent): Promise<Answer>;
  /** Waits by the clock of the account, for milliseconds. */
  wait(ms: number): Promise<void>;
  /** What a test does beside its client. */
  account: AccountControl;
}

/** A client that does something. */
export type Act = (api: Api) => Promise<unknown>;

/** A client that breaks a rule, and clients that do the same without breaking any. */
export interface Pair {
  rule: string;
  /** Of the mock; the lifecycle is `manual` unless given. */
  options?: MockOptions;
  sloppy: Act;
  sound: Record<string, Act>;
}

export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/** What was answered; undefined where it is damaged. */
async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    // A fault leaves the status as it is; the mock itself has failed then.
    if (response.status >= 500) throw new Error(`${response.status} ${text}`);
    return undefined;
  }
}

/** A client of an account; `fetch` takes the path with the base path. */
export function createApi(fetch: Fetch, token: string, account: AccountControl): Api {
  const send = async (method: string, path: string, { json, form, headers }: Sent = {}): Promise<Answer> => {
    const init: RequestInit = {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...(form && { body: form }),
    };
    try {
      const response = await fetch(`/v1${path}`, init);
      const retryAfter = response.headers.get('retry-after');
      return {
        status: response.status,
        retryAfter: retryAfter === null ? undefined : Number(retryAfter),
        body: await bodyOf(response),
      };
    } catch (error) {
      if (!/^(fetch failed|terminated)$/.test((error as Error).message)) throw error;
      return { status: 0, retryAfter: undefined, body: undefined };
    }
  };
  return {
    send,
    get: (path, sent) => send('GET', path, sent),
    post: (path, sent) => send('POST', path, sent),
    wait: async (ms) => void account.clock.advance(ms),
    account,
  };
}

/** Does something several times, one after the other. */
export async function times(count: number, act: (nth: number) => Promise<unknown>): Promise<void> {
  for (let nth = 0; nth < count; nth++) await act(nth);
}

/** Does something until a mistake is found: how often that is depends on how busy the machine is. */
export async function untilTold({ account }: Api, act: () => Promise<unknown>): Promise<void> {
  do await act();
  while (account.report().findings.length === 0);
}
