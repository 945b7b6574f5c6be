// JSON of any length, read and written in slices, so that it delays no other request.
import { parseChunked } from '@discoveryjs/json-ext';
import { startSlices } from '../time/slices.ts';
import { type JsonBounds, JsonCheck } from '../util/json-check.ts';
import { SNAPSHOT_DEPTH } from '../util/json-depth.ts';

/** Bytes that are read at once. */
const PART = 65_536;

/** More than any snapshot has, and what can be parsed, and put where it belongs, in one turn. */
const BOUNDS: JsonBounds = {
  depth: SNAPSHOT_DEPTH,
  fields: 50_000,
  elements: 2_000_000,
  characters: 2_097_152,
};

/**
 * Parses a snapshot as it comes in.
 * @throws Error if it is not valid JSON, exceeds the bounds, or has a number that a double cannot represent
 */
export function parseLongJson(body: AsyncIterable<Uint8Array>): Promise<unknown> {
  const slices = startSlices();
  const check = new JsonCheck(BOUNDS);
  const decoder = new TextDecoder();
  async function* parts() {
    for await (const chunk of body) {
      for (let at = 0; at < chunk.length; at += PART) {
        if (slices.isOver()) await slices.next();
        const text = decoder.decode(chunk.subarray(at, at + PART), { stream: true });
        check.part(text);
        if (text) yield text;
      }
    }
    check.end();
    yield decoder.decode();
  }
  return parseChunked(parts());
}

/** Characters after which a part is sent, even if it took no time to make it. */
const LARGEST_PART = 262_144;

/** The text of a body bit by bit; an item of a list is one bit, made when it is its turn. */
function* bitsOf(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) {
    yield JSON.stringify(value);
    return;
  }
  let separator = '';
  const isList = Symbol.iterator in value;
  yield isList ? '[' : '{';
  if (isList) {
    for (const item of value as Iterable<unknown>) {
      yield separator + JSON.stringify(item);
      separator = ',';
    }
  } else {
    for (const [name, field] of Object.entries(value)) {
      if (field === undefined) continue;
      yield `${separator}${JSON.stringify(name)}:`;
      yield* bitsOf(field);
      separator = ',';
    }
  }
  yield isList ? ']' : '}';
}

/** The text of a body in parts, each made in one slice, when it is asked for. */
async function* partsOf(body: unknown): AsyncGenerator<string> {
  const slices = startSlices();
  let part = '';
  for (const bit of bitsOf(body)) {
    part += bit;
    if (!slices.isOver() && part.length < LARGEST_PART) continue;
    yield part;
    part = '';
    await slices.next();
  }
  yield part;
}

/**
 * Answers with a body that may be long, part by part as the client reads it, and stops when the client is gone.
 * @param body plain data that does not change any more; what can be iterated is a list, whose items are made one by one
 */
export function sendLongJson(body: object): Response {
  const parts = partsOf(body);
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel: async () => void (await parts.return(undefined)),
    },
    { highWaterMark: 0 },
  );
  return new Response(stream, { headers: { 'content-type': 'application/json' } });
}
