// JSON of any length, read and written in slices, so that it delays no other request.
import { parseChunked, stringifyChunked } from '@discoveryjs/json-ext';
import type { Context } from 'hono';
import { startSlices } from '../time/slices.ts';
import { createNumberCheck, refuseNumber } from '../util/json-depth.ts';
import type { AppEnv } from './context.ts';

/** Bytes, or characters, that are read or written at once. */
const PART = 65_536;

/**
 * Parses a body as it comes in; how deep it is nested is not looked at.
 * @throws Error if it is not valid JSON, or has a number that a double cannot represent
 */
export function parseLongJson(body: AsyncIterable<Uint8Array>): Promise<unknown> {
  const slices = startSlices();
  const changedNumber = createNumberCheck();
  const decoder = new TextDecoder();
  async function* parts() {
    for await (const chunk of body) {
      for (let at = 0; at < chunk.length; at += PART) {
        if (slices.isOver()) await slices.next();
        const text = decoder.decode(chunk.subarray(at, at + PART), { stream: true });
        refuseNumber(changedNumber(text));
        if (text) yield text;
      }
    }
    refuseNumber(changedNumber());
    yield decoder.decode();
  }
  return parseChunked(parts());
}

/** Answers with a body that may be long. What it holds must not change until it is sent. */
export function sendLongJson(c: Context<AppEnv>, value: object): Response {
  const parts = stringifyChunked(value, { highWaterMark: PART })[Symbol.iterator]();
  const type = { 'content-type': 'application/json' };
  const first = parts.next().value ?? '';
  let next = parts.next();
  if (next.done) return c.body(first, 200, type);
  const encoder = new TextEncoder();
  const slices = startSlices();
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(first)),
    async pull(controller) {
      if (slices.isOver()) await slices.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
      next = parts.next();
    },
  });
  return new Response(stream, { headers: type });
}
