// The tour's client: sends requests to the mock over HTTP, reports and checks the answers, and advances the mock's clock.
import { check, type Expected, UnexpectedAnswer } from './expectation.ts';
import { valueAt } from './json.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Is told of all that happens, as it happens. */
export interface TourReporter {
  request(method: string, path: string, body: unknown): void;
  status(code: number, text: string): void;
  /** The whole text of an answer. */
  answer?(text: string): void;
  /** What is to be looked at in an answer: fields and headers with their values. */
  fields(values: Record<string, unknown>): void;
  /** What happens between two requests. */
  aside(text: string): void;
}

export interface Answer {
  /** The method and path of the request. */
  to: string;
  headers: Headers;
  body: unknown;
}

/** Its methods report what happens, and throw UnexpectedAnswer for an answer that is not as expected. */
export interface TourClient {
  /** @param status the status that the answer must have; default 200 */
  get(path: string, status?: number): Promise<Answer>;
  /** @param status the status that the answer must have; default 200 */
  post(path: string, body: object, status?: number): Promise<Answer>;
  /** Reports and returns fields of an answer by their paths, and headers. Each must be as expected. */
  show(
    answer: Answer,
    fields: Record<string, Expected>,
    headers?: Record<string, Expected>,
  ): Record<string, unknown>;
  /** Advances the mock's clock, and reports why. */
  advance(seconds: number, why?: string): Promise<void>;
}

interface TourClientOptions {
  /** Where the mock is: `http://127.0.0.1:4747`; empty for a page of the mock itself. */
  url: string;
  /** The API key of the account that it is played on. */
  key: string;
  reporter: TourReporter;
  moveClock: (seconds: number) => void | Promise<void>;
  /** How requests are sent. */
  ask: Fetch;
}

export const inSeconds = (seconds: number) => `${seconds} second${seconds === 1 ? '' : 's'}`;

export function createTourClient({ url, key, reporter, moveClock, ask }: TourClientOptions): TourClient {
  /** The response with its whole body. */
  async function send(to: string, path: string, init: RequestInit) {
    try {
      const response = await ask(`${url}${path}`, init);
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

  async function call(method: string, path: string, status: number, json?: object): Promise<Answer> {
    const to = `${method} ${path}`;
    reporter.request(method, path, json);
    const { response, text } = await send(to, path, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(json && { 'content-type': 'application/json' }) },
      ...(json && { body: JSON.stringify(json) }),
    });
    reporter.status(response.status, response.statusText);
    reporter.answer?.(text);
    if (response.status !== status)
      throw new UnexpectedAnswer(
        `the status of ${to}`,
        String(status),
        `${response.status} with ${text || 'no body'}`,
      );
    return { to, headers: response.headers, body: parse(to, text) };
  }

  return {
    get: (path, status = 200) => call('GET', path, status),
    post: (path, body, status = 200) => call('POST', path, status, body),
    show(answer, fields, headers = {}) {
      const values = {
        ...readEach(fields, (path) => valueAt(answer.body, path)),
        ...readEach(headers, (name) => answer.headers.get(name)),
      };
      reporter.fields(values);
      for (const [name, expected] of Object.entries({ ...fields, ...headers }))
        check(`${name} in the answer to ${answer.to}`, expected, values[name]);
      return values;
    },
    async advance(seconds, why = '') {
      reporter.aside(`${why} ${inSeconds(seconds)} later, on the mock's clock:`.trimStart());
      await moveClock(seconds);
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
