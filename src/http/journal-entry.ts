// What is written down of a request and its answer, with bodies cut to a bound.
import type { Context } from 'hono';
import type { Entry } from '../journal/journal.ts';
import type { AppEnv } from './context.ts';
import { plainAnswerOf } from './json-response.ts';

/** Characters of a body that are kept. */
const LONGEST_BODY = 8_192;

type Answered = Pick<Entry, 'status' | 'responseHeaders' | 'responseBody'>;

/** All that request and answer themselves tell. */
export function entryOf(
  c: Context<AppEnv>,
  answer: Response,
): Omit<Entry, 'number' | 'id' | 'accountId' | 'at' | 'durationMs'> {
  const operation = c.get('operation') ?? null;
  const body: string | undefined = c.get('body');
  return {
    method: c.req.method,
    url: c.req.url,
    operation,
    matched: operation !== null,
    faults: c.get('faults') ?? [],
    requestHeaders: c.env?.rawHeaders ?? [...c.req.raw.headers].flat(),
    requestBody: body ? cut(body) : null,
    ...answered(c, answer),
  };
}

/** What of the answer is kept: of answers other than JSON, no body, for there a stream would have to be read. */
function answered(c: Context<AppEnv>, answer: Response): Answered {
  if (c.env?.broken) return { status: 0, responseHeaders: {}, responseBody: null };
  const plain = plainAnswerOf(answer);
  if (plain)
    return { status: plain.status, responseHeaders: plain.plainHeaders, responseBody: cut(plain.content) };
  const text: string | undefined = c.get('answer');
  return {
    status: answer.status,
    responseHeaders: Object.fromEntries(answer.headers),
    responseBody: text === undefined ? null : cut(text),
  };
}

/** The beginning of a text. What was cut off stays in memory with it, so of much longer ones it is a copy. */
function cut(text: string): string {
  if (text.length <= LONGEST_BODY) return text;
  const beginning = text.slice(0, LONGEST_BODY);
  return `${text.length <= 2 * LONGEST_BODY ? beginning : Buffer.from(beginning)}…`;
}
