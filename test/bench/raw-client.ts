// The lightest HTTP client there can be: ready-made requests, one at a time on each connection.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');
/** What a chunked body ends with. */
const LAST_CHUNK = '\r\n0\r\n\r\n';

/** Tells when an answer is complete, from the bytes as they come. */
class AnswerReader {
  #head = '';
  /** Bytes of the body that are to come; undefined while the head is read, null if the body is chunked. */
  #left: number | null | undefined;
  #tail = '';

  /** Whether the answer is complete. Throws if its status is not 200. */
  take(bytes: Buffer): boolean {
    let from = 0;
    if (this.#left === undefined) {
      const end = this.#head === '' ? bytes.indexOf(HEAD_END) : -1;
      if (end < 0) return this.#takeSlowly(bytes);
      from = end + HEAD_END.length;
      this.#begin(bytes.toString('latin1', 0, from));
    }
    return this.#takeBody(bytes, from);
  }

  /** A head that came in pieces. */
  #takeSlowly(bytes: Buffer): boolean {
    const text = this.#head + bytes.toString('latin1');
    const end = text.indexOf('\r\n\r\n');
    this.#head = end < 0 ? text : '';
    if (end < 0) return false;
    this.#begin(text.slice(0, end + 4));
    return this.#takeBody(Buffer.from(text, 'latin1'), end + 4);
  }

  #begin(head: string): void {
    if (!head.startsWith('200', 9)) throw new Error(`answered ${head.slice(9, 12)}`);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    this.#left = length === undefined ? null : Number(length);
    this.#tail = '\r\n';
  }

  #takeBody(bytes: Buffer, from: number): boolean {
    if (typeof this.#left === 'number') {
      this.#left -= bytes.length - from;
      if (this.#left > 0) return false;
    } else {
      const seen = this.#tail + bytes.toString('latin1', Math.max(from, bytes.length - LAST_CHUNK.length));
      this.#tail = seen.slice(-LAST_CHUNK.length);
      if (this.#tail !== LAST_CHUNK) return false;
    }
    this.#left = undefined;
    return true;
  }
}

export interface Load {
  /** With several, connections go to them in turns. */
  port: number | readonly number[];
  connections: number;
  /** No request is sent after that. */
  seconds: number;
  /** Gives the next request; none once there are no more. */
  next: () => Buffer | undefined;
}

export interface Measured {
  /** Answered requests per second. */
  speed: number;
  requests: number;
  /** In what part of its turns this process found an answer: near 1, it measures itself. */
  busy: number;
  /** Milliseconds from sending a request to the end of its answer, of half and of 99 % of them. */
  p50: number;
  p99: number;
}

/**
 * Never sleeps, as long as it is asked to: waking a process on another core is work of the system for whoever sends
 * to it, up to the time of a whole request, and would be charged to servers the more the slower they are.
 */
function stayAwake(answered: () => number): () => number {
  let [turns, fruitful, seen] = [0, 0, 0];
  let isAwake = true;
  const turn = () => {
    turns++;
    if (answered() > seen) fruitful++;
    seen = answered();
    if (isAwake) setImmediate(turn);
  };
  turn();
  return () => {
    isAwake = false;
    return fruitful / turns;
  };
}

/** Sends requests over so many connections, and counts the answers. Throws for a status other than 200. */
export async function sendLoad({ port, connections, seconds, next }: Load): Promise<Measured> {
  let answered = 0;
  let from = 0;
  const waits: number[] = [];
  const send = (socket: Socket, finished: () => void) => {
    const request = performance.now() - from < seconds * 1_000 ? next() : undefined;
    if (request) socket.write(request);
    else finished();
  };
  const lanes = await Promise.all(
    Array.from({ length: connections }, async (_, nth) => {
      const reader = new AnswerReader();
      const buffer = Buffer.allocUnsafeSlow(65_536);
      let sentAt = 0;
      let end = { finished: () => {}, failed: (_: unknown) => {} };
      const socket = connect({
        port: typeof port === 'number' ? port : (port[nth % port.length] as number),
        host: '127.0.0.1',
        noDelay: true,
        onread: {
          buffer,
          callback: (size) => {
            try {
              if (!reader.take(buffer.subarray(0, size))) return true;
            } catch (error) {
              end.failed(new Error(`${(error as Error).message}: ${buffer.toString('utf8', 0, size)}`));
              return false;
            }
            answered++;
            waits.push(performance.now() - sentAt);
            sentAt = performance.now();
            send(socket, end.finished);
            return true;
          },
        },
      });
      await once(socket, 'connect');
      socket.on('error', (error) => end.failed(error));
      socket.on('close', () => end.failed(new Error('the server closed a connection')));
      const run = () =>
        new Promise<void>((finished, failed) => {
          end = { finished, failed };
          sentAt = performance.now();
          send(socket, finished);
        });
      return { socket, run };
    }),
  );
  const sleep = stayAwake(() => answered);
  try {
    from = performance.now();
    await Promise.all(lanes.map(({ run }) => run()));
    const elapsed = (performance.now() - from) / 1_000;
    waits.sort((a, b) => a - b);
    const quantile = (part: number) => waits[Math.floor(waits.length * part)] ?? 0;
    return {
      speed: answered / elapsed,
      requests: answered,
      busy: sleep(),
      p50: quantile(0.5),
      p99: quantile(0.99),
    };
  } finally {
    sleep();
    for (const { socket } of lanes) socket.destroy();
  }
}
