// The control plane's event stream: requests and changes of status, as server-sent events.
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ControlEvent } from '../../control/control-events.ts';
import { createInterruptibleSleep } from '../../time/clock.ts';
import type { AppEnv } from '../context.ts';

/** Real milliseconds after which a stream in which nothing happens shows that it is alive. */
const HEARTBEAT = 15_000;
/** Events that a reader may be behind before its stream is ended. */
const MOST_WAITING = 10_000;

/** Calls back for each event, until what it gives is called. What it calls when events were missed ends the stream. */
export type Follow = (
  listener: (event: ControlEvent) => void,
  onGap: () => void,
) => (() => void) | Promise<() => void>;

/** @param streams the functions that end each open stream; this one's is among them while it is open */
export function streamEvents(c: Context<AppEnv>, follow: Follow, streams: Set<() => void>): Response {
  // A HEAD request never reads the stream, so nothing would end it.
  if (c.req.method === 'HEAD') return c.body(null, 200, { 'content-type': 'text/event-stream' });
  return streamSSE(c, async (stream) => {
    const waiting: ControlEvent[] = [];
    const idle = createInterruptibleSleep();
    let hasEnded = false;
    let unfollow = () => {};
    const end = () => {
      unfollow();
      streams.delete(end);
      hasEnded = true;
      idle.interrupt();
    };
    stream.onAbort(end);
    streams.add(end);
    unfollow = await follow((event) => {
      waiting.push(event);
      idle.interrupt();
      // Writing waits for a reader that has stopped reading: nothing but this ends it.
      if (waiting.length > MOST_WAITING) stream.abort();
    }, end);
    if (hasEnded) unfollow();
    let sent = 0;
    try {
      await stream.write(': follows requests and changes of status\n\n');
      while (!hasEnded) {
        for (const { type, data } of waiting.splice(0)) {
          await stream.writeSSE({ event: type, id: String(++sent), data: JSON.stringify(data) });
        }
        if (waiting.length > 0 || hasEnded) continue;
        if (await idle.sleep(HEARTBEAT)) await stream.write(': nothing new\n\n');
      }
    } finally {
      end();
    }
  });
}
