// Reads a file line by line, piece by piece: a data file may be larger than the longest string there can be.
import { readSync } from 'node:fs';

const PIECE = 1_048_576;
/** The longest line that is read, in bytes: what the mock writes is far shorter. */
const LONGEST_LINE = 268_435_456;

export interface Line {
  bytes: Buffer;
  /** The first is 1. */
  number: number;
  /** Where it begins in the file, and where the next one does. */
  from: number;
  to: number;
  /** Whether a line end follows. */
  isEnded: boolean;
}

/** Every line of a file. Throws RangeError with the number of a line that is too long. */
export function* linesIn(fd: number): Generator<Line> {
  const piece = Buffer.allocUnsafe(PIECE);
  let begun: Buffer[] = [];
  let length = 0;
  let from = 0;
  let number = 1;
  const finish = (isEnded: boolean): Line => {
    const line = {
      bytes: Buffer.concat(begun),
      number: number++,
      from,
      to: from + length + (isEnded ? 1 : 0),
      isEnded,
    };
    from = line.to;
    begun = [];
    length = 0;
    return line;
  };
  const keep = (bytes: Buffer) => {
    length += bytes.length;
    if (length > LONGEST_LINE) throw new RangeError(`line ${number} is longer than 256 MB`);
    begun.push(bytes);
  };
  for (;;) {
    const size = readSync(fd, piece, 0, PIECE, null);
    if (size === 0) break;
    let at = 0;
    for (let end = piece.indexOf(10); end >= 0 && end < size; end = piece.indexOf(10, at)) {
      keep(piece.subarray(at, end));
      yield finish(true);
      at = end + 1;
    }
    // The piece is used again for what comes next.
    if (at < size) keep(Buffer.from(piece.subarray(at, size)));
  }
  if (length > 0) yield finish(false);
}
