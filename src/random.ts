// The only source of randomness, and it has none: everything made up is drawn from a text, stable everywhere.
import { createHash } from 'node:crypto';

/** Draws that depend on nothing but the text they were made from. */
export interface Draw {
  /** A number from 0 to 1, of which 1 is never reached. */
  number(): number;
  /** A number of the standard normal distribution. */
  normal(): number;
  /** An integer from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** One of the choices. */
  pick<const Choices extends readonly [unknown, ...unknown[]]>(choices: Choices): Choices[number];
}

/** A source of stable draws: the same text gives the same sequence on every machine. */
export function drawFrom(text: string): Draw {
  let pool = createHash('sha256').update(text).digest();
  let used = 0;
  const next = () => {
    if (used + 4 > pool.length) {
      pool = createHash('sha256').update(pool).digest();
      used = 0;
    }
    used += 4;
    return pool.readUInt32BE(used - 4) / 2 ** 32;
  };
  const integer = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  // Box and Muller's method; the logarithm of 0 is none.
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    number: next,
    normal,
    integer,
    pick: (choices) => choices[integer(0, choices.length - 1)] ?? choices[0],
  };
}

/** A digest of a text for use as a key or an id: up to 43 characters of base64url. */
export function digest(text: string, length = 22): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length);
}

/** A UUID that depends on nothing but the text; laid out as version 4, which every validator accepts. */
export function uuidFrom(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
