// The demo's client: sends requests to the mock over HTTP, shows and checks the answers, and advances the mock's clock.
import { check, type Expected, UnexpectedAnswer } from './expectation.ts';
import { valueAt } from './json.ts';
import type { Printer } from './printer.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Answer {
  /** The method and path of the request. */
  to: string;
  headers: Headers;
  body: unknown;
}

/** Its methods print what happens, and throw UnexpectedAnswer for an answer that is not as expected. */
export interface DemoClient {
  /** @param status the status that the answer must have; default 200 */
  get(path: string, status?: number): Promise<Answer>;
  /** @param status the status that the answer must have; default 200 */
  post(path: string, body: object, status?: number): Promise<Answer>;
  /** Prints and returns fields of an answer by their paths, and headers. Each must be as expected. */
  show(
    answer: Answer,
    fields: Record<string, Expected>,
    headers?: Record<string, Expected>,
  ): Record<string, unknown>;
  /** Advances the mock's clock, and prints why. */
  advance(seconds: number, why?: string): void;
}

interface DemoClientOptions {
  /** Where the mock is: `http://127.0.0.1:4747`. */
  url: string;
  printer: Printer;
  moveClock: (seconds: number) => void;
  fetch?: Fetch | undefined;
}

export const inSeconds = (seconds: number) => `${seconds} second${seconds === 1 ? '' : 's'}`;

export function createDemoClient({
  url,
  printer,
  moveClock,
  fetch = globalThis.fetch,
}: DemoClientOptions): DemoClient {
  /** The response with its whole body. */
  async function send(to: string, path: string, init: RequestInit) {
    try {
      const response = await fetch(`${url}${path}`, init);
      return { response, text: await response.text() };
    } catch (error) {
      const { message, cause } = error as Error;
      throw new UnexpectedAnswer(
        `the answer to ${to}`,
        'an answer',
        (cause as Error | undefined)?.message || message,
      );
    }
  }

  async function ask(method: string, path: string, status: number, json?: object): Promise<Answer> {
    const to = `${method} ${path}`;
    printer.request(method, path, json);
    const { response, text } = await send(to, path, {
      method,
      headers: { authorization: 'Bearer cg-demo', ...(json && { 'content-type': 'application/json' }) },
      ...(json && { body: JSON.stringify(json) }),
    });
    printer.status(response.status, response.statusText);
    if (response.status !== status)
      throw new UnexpectedAnswer(
        `the status of ${to}`,
        String(status),
        `${response.status} with ${text || 'no body'}`,
      );
    return { to, headers: response.headers, body: parse(to, text) };
  }

  return {
    get: (path, status = 200) => ask('GET', path, status),
    post: (path, body, status = 200) => ask('POST', path, status, body),
    show(answer, fields, headers = {}) {
      const values = {
        ...readEach(fields, (path) => valueAt(answer.body, path)),
        ...readEach(headers, (name) => answer.headers.get(name)),
      };
      printer.fields(values);
      for (const [name, expected] of Object.entries({ ...fields, ...headers }))
        check(`${name} in the answer to ${answer.to}`, expected, values[name]);
      return values;
    },
    advance(seconds, why = '') {
      printer.aside(`${why} ${inSeconds(seconds)} later, on the mock's clock:`.trimStart());
      moveClock(seconds);
    },
  };
}

/** The value that `read` returns for each key of a record. */
const readEach = (record: object, read: (name: string) => unknown): Record<string, unknown> =>
  Object.fromEntries(Object.keys(record).map((name) => [name, read(name)]));

function parse(to: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnexpectedAnswer(`the answer to ${to}`, 'JSON', text || 'no body');
  }
}
