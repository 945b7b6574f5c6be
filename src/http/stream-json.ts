// Long bodies as JSON, made and sent in parts: others are answered in between, and no body is too long for a string.
import type { TypedResponse } from 'hono';
import type { JSONParsed } from 'hono/utils/types';
import { startSlices } from '../time/slices.ts';

/** Characters after which a part is sent, even if it took no time to make it. */
const LARGEST_PART = 262_144;

/** A body as whoever reads it finds it: what can be iterated is a list. */
type Listed<Given> = Given extends string
  ? Given
  : Given extends Iterable<infer Item>
    ? Item[]
    : Given extends object
      ? { [Name in keyof Given]: Listed<Given[Name]> }
      : Given;

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
 * A response for a body that may be long.
 * @param body plain data that does not change any more; lists in it can be anything that can be iterated, whose items
 *   are taken one by one
 */
export function streamJson<Body extends object>(
  body: Body,
): Response & TypedResponse<JSONParsed<Listed<Body>>, 200, 'json'> {
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
  return new Response(stream, { headers: { 'content-type': 'application/json' } }) as never;
}
