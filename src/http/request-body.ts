// Reads the body of a request, within limits.
import type { Context } from 'hono';
import { ApiError } from '../errors/api-error.ts';
import { parseJson, SNAPSHOT_DEPTH } from '../util/json-depth.ts';
import type { AppEnv } from './context.ts';

export interface BodyLimit {
  bytes: number;
  /** The same for people. */
  text: string;
  /** Levels of nesting; the usual number unless given. */
  depth?: number;
  /** Elements and fields in all; the usual number unless given. */
  values?: number;
}

/** The largest JSON body of an operation, of the API and of the control plane. */
export const USUAL_BODY: BodyLimit = { bytes: 1_048_576, text: '1 MB' };
/** The largest snapshot. */
export const SNAPSHOT_BODY: BodyLimit = {
  bytes: 268_435_456,
  text: '256 MB',
  depth: SNAPSHOT_DEPTH,
  values: Number.POSITIVE_INFINITY,
};

/** Whether a header Content-Type announces JSON. */
export const isJson = (contentType = ''): boolean => /^application\/json\s*(;|$)/i.test(contentType);

/** The value of a JSON body; undefined if none was sent. Throws ApiError that names what is wrong with it. */
export async function readJson(c: Context<AppEnv>, limit: BodyLimit): Promise<unknown> {
  const contentType = c.req.header('content-type');
  const wrongType = () => ApiError.of('wrong-content-type', 'application/json', contentType);
  if (contentType && !isJson(contentType)) throw wrongType();
  const text = await readText(c, limit);
  if (contentType) return parse(text, limit);
  if (text) throw wrongType();
  return undefined;
}

/** The body as text, which is read once. Throws ApiError if it is too large or ends early. */
export function readText(c: Context<AppEnv>, limit: BodyLimit): Promise<string> {
  const cache: { text?: unknown } = c.req.bodyCache;
  cache.text ??= readAll(c, limit);
  return cache.text as Promise<string>;
}

async function readAll(c: Context<AppEnv>, limit: BodyLimit): Promise<string> {
  const announced = c.req.header('content-length');
  if (Number(announced) > limit.bytes) throw ApiError.of('body-too-large', limit.text);
  try {
    const { raw } = c.req;
    const text = await (announced === undefined ? readWithinLimit(raw.body, limit) : raw.text());
    c.set('requestBody', text);
    return text;
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw ApiError.of('malformed-request', `its body ended early (${(error as Error).message})`);
  }
}

/**
 * Reads a stream of unknown length. Hono's own limit makes a new Request of the old one, which fails where the
 * process's Request is not replaced by that of @hono/node-server.
 */
async function readWithinLimit(body: ReadableStream<Uint8Array> | null, limit: BodyLimit): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  // A body that is refused stays readable: the server drains it, as it does with an upload.
  for await (const chunk of body?.values({ preventCancel: true }) ?? []) {
    size += chunk.length;
    if (size > limit.bytes) throw ApiError.of('body-too-large', limit.text);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parse(text: string, { depth, values }: BodyLimit): unknown {
  try {
    return parseJson(text, depth, values);
  } catch (error) {
    throw ApiError.of('malformed-json', text ? (error as Error).message : 'it is empty');
  }
}
