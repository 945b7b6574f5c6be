// Reads the body of a request, within limits.
import type { Context } from 'hono';
import { ApiError } from '../errors/api-error.ts';
import { parseJson } from '../util/json-depth.ts';
import type { AppEnv } from './context.ts';
import { parseLongJson } from './long-json.ts';

export interface BodyLimit {
  bytes: number;
  /** The same for people. */
  text: string;
  /** Whether it may have any number of values, so that it is read in slices. */
  isLong?: true;
}

/** The largest JSON body of an operation, of the API and of the control plane. */
export const USUAL_BODY: BodyLimit = { bytes: 1_048_576, text: '1 MB' };
/** The largest snapshot. */
export const SNAPSHOT_BODY: BodyLimit = { bytes: 268_435_456, text: '256 MB', isLong: true };

/** Whether a header Content-Type announces JSON. */
export const isJson = (contentType = ''): boolean => /^application\/json\s*(;|$)/i.test(contentType);

/** The value of a JSON body; undefined if none was sent. Throws ApiError that names what is wrong with it. */
export async function readJson(c: Context<AppEnv>, limit: BodyLimit): Promise<unknown> {
  const contentType = c.req.header('content-type');
  const wrongType = () => ApiError.of('wrong-content-type', 'application/json', contentType);
  if (contentType && !isJson(contentType)) throw wrongType();
  if (contentType && limit.isLong) return readLong(c, limit);
  const text = await readText(c, limit);
  if (contentType) return parse(text);
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
  try {
    const isAnnounced = c.req.header('content-length') !== undefined;
    if (isAnnounced) refuseAnnounced(c, limit);
    const text = await (isAnnounced ? c.req.raw.text() : readChunks(c, limit));
    c.set('requestBody', text);
    return text;
  } catch (error) {
    throw endedEarly(error);
  }
}

async function readChunks(c: Context<AppEnv>, limit: BodyLimit): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of chunksWithin(c, limit)) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

function refuseAnnounced(c: Context<AppEnv>, { bytes, text }: BodyLimit): void {
  if (Number(c.req.header('content-length')) > bytes) throw ApiError.of('body-too-large', text);
}

const endedEarly = (error: unknown) =>
  error instanceof ApiError
    ? error
    : ApiError.of('malformed-request', `its body ended early (${(error as Error).message})`);

/**
 * The parts of a body as they come. Hono's own limit makes a new Request of the old one, which fails where the
 * process's Request is not replaced by that of @hono/node-server.
 */
async function* chunksWithin(c: Context<AppEnv>, limit: BodyLimit): AsyncGenerator<Uint8Array> {
  refuseAnnounced(c, limit);
  let size = 0;
  // A body that is refused stays readable: the server drains it, as it does with an upload.
  for await (const chunk of c.req.raw.body?.values({ preventCancel: true }) ?? []) {
    size += chunk.length;
    if (size > limit.bytes) throw ApiError.of('body-too-large', limit.text);
    yield chunk;
  }
}

/** The value of a JSON body that may be long. */
async function readLong(c: Context<AppEnv>, limit: BodyLimit): Promise<unknown> {
  let broken: ApiError | undefined;
  async function* chunks() {
    try {
      yield* chunksWithin(c, limit);
    } catch (error) {
      broken = endedEarly(error);
      throw broken;
    }
  }
  try {
    return await parseLongJson(chunks());
  } catch (error) {
    throw broken ?? malformed(error);
  }
}

const malformed = (error: unknown) => ApiError.of('malformed-json', (error as Error).message);

function parse(text: string): unknown {
  try {
    if (text) return parseJson(text);
  } catch (error) {
    throw malformed(error);
  }
  throw malformed(new Error('it is empty'));
}
