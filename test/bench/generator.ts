// The load generator's process: keeps requests ready, and sends them when it is told to.
import { answerParent } from './processes.ts';
import { sendLoad } from './raw-client.ts';

export interface Ask {
  method: 'GET' | 'POST';
  path: string;
  /** The API key. */
  token: string;
  body?: string;
}

/** What the generator is asked to do. */
export type GeneratorMessage =
  | { keep: string; asks: Ask[] }
  | { send: string; port: number; connections: number; seconds: number }
  /** Each request is sent once, so that each can be for something new. */
  | { sendOnce: Ask[]; port: number | number[]; connections: number; seconds: number };

const kept = new Map<string, Buffer[]>();

function bytesOf({ method, path, token, body = '' }: Ask): Buffer {
  const about = body && `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
  return Buffer.from(
    `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\n${about}\r\n${body}`,
  );
}

answerParent<GeneratorMessage>({}, (message) => {
  if ('keep' in message) {
    kept.set(message.keep, message.asks.map(bytesOf));
    return {};
  }
  const once = 'sendOnce' in message;
  const requests = once ? message.sendOnce.map(bytesOf) : (kept.get(message.send) ?? []);
  let sent = 0;
  return sendLoad({
    ...message,
    next: () => requests[once ? sent++ : sent++ % requests.length],
  });
});
