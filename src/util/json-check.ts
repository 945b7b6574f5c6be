// Checks JSON that comes in parts, before it is parsed: its numbers, and what would take long in one turn.

/** What JSON may hold at most. */
export interface JsonBounds {
  /** How many levels deep it may be nested. */
  depth: number;
  /** Fields of one object. */
  fields: number;
  /** Elements of one array. */
  elements: number;
  /** Characters of one string. */
  characters: number;
}

const ANY = Number.POSITIVE_INFINITY;
const NO_BOUNDS: JsonBounds = { depth: ANY, fields: ANY, elements: ANY, characters: ANY };

/** The longest number that is looked at: far longer than any double is written. */
const LONGEST_NUMBER = 1_000;

const MARKS = '[]{},';
const TOKEN = /["[\]{},]|-?\d[\d.eE+-]*/g;

/** A check of one JSON text. Texts that are not valid JSON may pass: parsing them tells. */
export class JsonCheck {
  readonly #bounds: JsonBounds;
  /** Where the next part goes on in a string: at its first character, or after one that is escaped. */
  #inString: number | undefined;
  /** A number at the end of a part, which may go on in the next one. */
  #unfinished = '';
  /** Entries that the innermost array or object may still have, and those around it, the outermost first. */
  #left = ANY;
  readonly #around: number[] = [];
  /** Characters since the last bracket or comma of the parts before. */
  #characters = 0;

  constructor(bounds = NO_BOUNDS) {
    this.#bounds = bounds;
  }

  /**
   * Checks the next part.
   * @throws Error if the text exceeds the bounds, has an integer that a double cannot represent exactly, or a number that
   * is too large for a double
   */
  part(part: string): void {
    const text = this.#unfinished + part;
    this.#unfinished = '';
    let mark = -this.#characters;
    let at = this.#inString === undefined ? 0 : this.#afterString(text, this.#inString);
    // Beyond the text, the search would begin anew.
    while (at <= text.length) {
      TOKEN.lastIndex = at;
      const match = TOKEN.exec(text);
      if (!match) break;
      const [token] = match;
      at = TOKEN.lastIndex;
      if (token === '"') at = this.#afterString(text, at);
      else if (!MARKS.includes(token)) this.#number(token, at === text.length);
      else {
        mark = at;
        this.#mark(token);
      }
    }
    this.#characters = text.length - mark;
    if (this.#characters > this.#bounds.characters)
      throw new Error(`a string in it has more than ${this.#bounds.characters} characters`);
  }

  /** To be called after the last part. Throws Error as `part` does, and if an array or object does not end. */
  end(): void {
    this.part(' ');
    if (this.#around.length > 0) throw new Error('it ends before its last bracket');
  }

  #mark(mark: string): void {
    const { depth, fields, elements } = this.#bounds;
    if (mark === ',') {
      this.#left -= 1;
      if (this.#left <= 0)
        throw new Error(
          `it has an object of more than ${fields} fields, or a list of more than ${elements} elements`,
        );
    } else if (mark === '[' || mark === '{') {
      this.#around.push(this.#left);
      this.#left = mark === '[' ? elements : fields;
      if (this.#around.length > depth) throw new Error(`it is nested more than ${depth} levels deep`);
    } else {
      this.#left = this.#around.pop() ?? ANY;
    }
  }

  #number(number: string, isAtEnd: boolean): void {
    if (number.length > LONGEST_NUMBER) refuseNumber(number);
    if (isAtEnd) this.#unfinished = number;
    else if (isChanged(number)) refuseNumber(number);
  }

  /** Where a string ends that goes on there; beyond the text, it is kept for the next part. */
  #afterString(text: string, start: number): number {
    const end = endOfString(text, start);
    this.#inString = end > text.length ? end - text.length - 1 : undefined;
    return end;
  }
}

function refuseNumber(number: string): never {
  throw new Error(
    `the number ${number.length > 40 ? `${number.slice(0, 40)}…` : number} would be read back as a different number, because it is beyond the exact range of JSON numbers (2^53): send it as a string`,
  );
}

const isChanged = (number: string): boolean =>
  !Number.isFinite(Number(number)) ||
  (/^-?\d{16,}$/.test(number) && BigInt(Number(number)) !== BigInt(number));

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * The index after the quote that closes a string.
 * @param start an index in the string
 * @returns if the text ends before that, by how much its next part goes on after an escape, and 1, beyond its length
 */
export function endOfString(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) break;
    if (code === BACKSLASH) at++;
  }
  return at + 1;
}
