// Long lists as JSON, made and sent in parts: others are answered in between, and no list is too long for a string.
import type { TypedResponse } from 'hono';
import type { JSONParsed } from 'hono/utils/types';
import { startSlices } from '../time/slices.ts';

/** Characters after which a part is sent, even if it took no time to make it. */
const LARGEST_PART = 262_144;

/** The text of a body whose list is made item by item; a part is made when it is asked for. */
async function* textParts(before: string, items: Iterable<unknown>, after: string): AsyncGenerator<string> {
  const slices = startSlices();
  let [part, separator] = [before, ''];
  for (const item of items) {
    part += separator + JSON.stringify(item);
    separator = ',';
    if (!slices.isOver() && part.length < LARGEST_PART) continue;
    yield part;
    part = '';
    await slices.next();
  }
  yield part + after;
}

/**
 * A response with a list that may be long.
 * @param bodyOf the body around the list, in which no other list is empty
 */
export function streamList<Item, Body>(
  items: Iterable<Item>,
  bodyOf: (items: Item[]) => Body,
): Response & TypedResponse<JSONParsed<Body>, 200, 'json'> {
  const [before = '', after = ''] = JSON.stringify(bodyOf([])).split(/(?<=\[)(?=\])/);
  const parts = textParts(before, items, after);
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
  const response = new Response(stream, { headers: { 'content-type': 'application/json' } });
  return response as Response & TypedResponse<JSONParsed<Body>, 200, 'json'>;
}
