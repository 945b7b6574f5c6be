// Responses whose text is at hand: the journal, faults and the server need not read it back from a stream.
import { getRequestListener } from '@hono/node-server';
import type { Context } from 'hono';
import type { AppEnv } from './context.ts';

/**
 * The Response of @hono/node-server, which it sends without a web stream in between. It is not exported, but takes
 * the place of the global one when a listener is made; the global one is put back, for it belongs to the user's
 * process. Where that should no longer work, this is the global Response: slower, and otherwise the same.
 */
function lightweightResponse(): typeof Response {
  const names = ['Request', 'Response'] as const;
  const globals = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name) ?? {});
  getRequestListener(() => new Response());
  const { Response: Lightweight } = globalThis;
  for (const [index, name] of names.entries()) Object.defineProperty(globalThis, name, globals[index] ?? {});
  return Lightweight;
}

export class TextResponse extends lightweightResponse() {
  readonly content: string;
  /** By name, in lower case. */
  readonly plainHeaders: Readonly<Record<string, string>>;

  constructor(content: string, status: number, headers: Record<string, string>) {
    super(content, { status, headers });
    this.content = content;
    this.plainHeaders = headers;
  }

  /** The same in the class that the process knows. */
  toStandard(): Response {
    return new Response(this.content, { status: this.status, headers: this.plainHeaders });
  }
}

/**
 * Makes `c.json` answer with a TextResponse that has these headers, unless a handler gives others, and a body that the
 * account's version of the API has.
 */
export function setJsonHeaders(c: Context<AppEnv>, headers: Record<string, string>): void {
  const json = (value: unknown, status = 200, own?: Record<string, string>) =>
    new TextResponse(JSON.stringify(c.get('fitBody')?.(value, status) ?? value), status, {
      'content-type': 'application/json',
      ...headers,
      ...own,
    });
  c.json = json as unknown as typeof c.json;
}

/** The response with more headers: the same one, or another if it is a TextResponse. */
export function addHeaders(response: Response, headers: Record<string, string>): Response {
  if (response instanceof TextResponse) {
    return new TextResponse(response.content, response.status, { ...response.plainHeaders, ...headers });
  }
  for (const name in headers) response.headers.set(name, headers[name] as string);
  return response;
}
