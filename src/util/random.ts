// The only source of randomness. It is deterministic: every value is derived from a text, the same on every machine.
import * as crypto from 'node:crypto';

/** A sequence of values that depends only on the text it was created from. */
export interface Draw {
  /** A number from 0 (inclusive) to 1 (exclusive). */
  number(): number;
  /** A number from the standard normal distribution. */
  normal(): number;
  /** An integer from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** One of the choices. */
  pick<const Choices extends readonly [unknown, ...unknown[]]>(choices: Choices): Choices[number];
}

/** The SHA-256 of text or bytes, in hexadecimal. */
const sha256: (data: string | Buffer) => string =
  // Available since Node 20.12, and faster: it creates no hash object.
  typeof crypto.hash === 'function'
    ? (data) => crypto.hash('sha256', data, 'hex')
    : (data) => crypto.createHash('sha256').update(data).digest('hex');

const sha256Bytes = (data: string | Buffer): Buffer => Buffer.from(sha256(data), 'hex');

/** Creates a deterministic sequence: the same text gives the same values on every machine. */
export function drawFrom(text: string): Draw {
  let pool = sha256Bytes(text);
  let used = 0;
  const next = () => {
    if (used + 4 > pool.length) {
      pool = sha256Bytes(pool);
      used = 0;
    }
    used += 4;
    return pool.readUInt32BE(used - 4) / 2 ** 32;
  };
  const integer = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  // The Box-Muller transform; 1 - next() is never 0, whose logarithm is infinite.
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    number: next,
    normal,
    integer,
    pick: (choices) => choices[integer(0, choices.length - 1)] ?? choices[0],
  };
}

/** A digest of a text, for use as a key or an id: up to 43 characters of base64url. */
export function digest(text: string, length = 22): string {
  return sha256Bytes(text).toString('base64url').slice(0, length);
}

/** A UUID that depends only on the text. It has the layout of version 4, which every validator accepts. */
export function uuidFrom(text: string): string {
  const hex = sha256(text);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
