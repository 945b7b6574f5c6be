// Responses whose content is at hand: the journal, faults and the server need not read it back from a stream.
import { getRequestListener } from '@hono/node-server';
import type { Context } from 'hono';
import { type Bytes, jsonOf } from '../util/kept-bodies.ts';
import type { AppEnv } from './context.ts';

/**
 * The Response of @hono/node-server, which it sends without a web stream in between. It is not exported, but takes
 * the place of the global one when a listener is made; the global one is put back, for it belongs to the user's
 * process. Where that no longer works, this is the global Response, and `checkFastResponses` says so.
 */
function lightweightResponse(): typeof Response {
  const names = ['Request', 'Response'] as const;
  const globals = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name) ?? {});
  getRequestListener(() => new Response());
  const { Response: Lightweight } = globalThis;
  for (const [index, name] of names.entries()) Object.defineProperty(globalThis, name, globals[index] ?? {});
  return Lightweight;
}

/** Of every response: no browser takes it for anything else than what it says it is. */
export const SAFE = { 'x-content-type-options': 'nosniff' };

const STANDARD = globalThis.Response;
const Lightweight = lightweightResponse();

/**
 * To be called when a server starts: with the standard Response each answer would take several times as long.
 * @throws Error that says what to do
 */
export function checkFastResponses(used: typeof Response = Lightweight): void {
  if (used !== STANDARD) return;
  throw new Error(
    'cloudglue-mock: this version of @hono/node-server does not replace the global Response when getRequestListener() is called, so responses would be slow: install the version that package-lock.json names, or change where src/http/text-response.ts takes its Response from',
  );
}

/** Statuses of responses without a body. */
const BODILESS = new Set([204, 205, 304]);

export class TextResponse extends Lightweight {
  /** The text, or its bytes in UTF-8 where many responses share them. */
  readonly content: string | Bytes;
  /** By name, in lower case. */
  readonly plainHeaders: Readonly<Record<string, string>>;
  /** What the text was made of, if it is JSON. */
  readonly value: unknown;

  constructor(content: string | Bytes, status: number, headers: Record<string, string>, value?: unknown) {
    super(content, { status, headers });
    this.content = content;
    this.plainHeaders = headers;
    this.value = value;
  }

  /** The same in the class that the process knows, which takes no body where the status has none. */
  toStandard(): Response {
    const body = BODILESS.has(this.status) ? null : this.content;
    return new Response(body, { status: this.status, headers: this.plainHeaders });
  }
}

/**
 * Makes `c.json` and `c.body` answer with a TextResponse that has these headers, unless a handler gives others;
 * `c.json` with a body that the account's version of the API has.
 */
export function setHeaders(c: Context<AppEnv>, headers: Record<string, string>): void {
  const json = (body: unknown, status = 200, own?: Record<string, string>) => {
    const value = c.get('fitBody')?.(body, status) ?? body;
    const all = { 'content-type': 'application/json', ...headers, ...own };
    return new TextResponse(jsonOf(value), status, all, value);
  };
  const body = (content: string | Bytes | null, status = 200, own?: Record<string, string>) =>
    new TextResponse(content ?? '', status, { ...headers, ...own });
  c.json = json as never;
  c.body = body as never;
}

/** The response with more headers: the same one, or another if it is a TextResponse. */
export function addHeaders(response: Response, headers: Record<string, string>): Response {
  if (response instanceof TextResponse) {
    const { content, status, plainHeaders, value } = response;
    return new TextResponse(content, status, { ...plainHeaders, ...headers }, value);
  }
  for (const name in headers) response.headers.set(name, headers[name] as string);
  return response;
}
