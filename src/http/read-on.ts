// A response to a request whose body is still on its way: the client gets it, whatever it sends (RFC 9112, 9.6).
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createAlarm } from '../time/clock.ts';
import type { TextResponse } from './text-response.ts';

/** Bytes of a refused body that are read: twice the largest upload by default. */
const MOST_BYTES = 2 ** 32;
/** Real milliseconds for which it is read. */
const LONGEST = 30_000;

/**
 * Sends the whole response at once, and ends it when the request has been read. Many clients read no response before
 * they have sent their request; and a connection that is closed while something is unread is reset, and what was sent
 * last is lost.
 */
export async function respondBeforeEnd(
  response: TextResponse,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { content, status, plainHeaders } = response;
  outgoing.writeHead(status, { ...plainHeaders, 'content-length': Buffer.byteLength(content) });
  outgoing.write(content);
  await readOn(incoming);
  outgoing.end();
  if (!incoming.complete) outgoing.once('finish', () => incoming.socket.destroySoon());
}

/** Reads the rest of a request, within bounds, and discards it. */
function readOn(incoming: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      tooLong.stop();
      incoming.off('data', count);
      resolve();
    };
    const tooLong = createAlarm(done);
    let bytes = 0;
    const count = (chunk: Uint8Array) => {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) done();
    };
    tooLong.ringWithin(LONGEST);
    // The web stream that the body was read from so far would stop it as soon as a chunk is not taken.
    incoming.removeAllListeners('data');
    incoming.on('data', count).once('end', done).once('close', done).resume();
  });
}
