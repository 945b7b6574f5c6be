// Patterns with wildcards, matched in time linear in the text, so that a client's pattern cannot delay other requests.

const ANY = Symbol('any text');
const ONE = Symbol('any one character');
type Token = string | typeof ANY | typeof ONE;

/** The longest literal part between two wildcards for which searching a text stays linear. */
const LONGEST_LITERAL = 250;
/** The longest part with single-character wildcards: its state has to fit into the bits of one integer. */
const LONGEST_MIXED = 31;

/** The part of a pattern between two wildcards for any text. */
interface Part {
  tokens: readonly Token[];
  /** The part as text, if it has no single-character wildcard. */
  literal?: string;
  /** For each code point, the positions in the part where it may occur, as bits; `any` is for all other code points. */
  positions?: { of: ReadonlyMap<number, number>; any: number };
}

/** The parts of a pattern; any text may come between two of them. */
export type Pattern = readonly Part[];

/**
 * Compiles a pattern: `*` matches any text, `?` any one character; a backslash makes the wildcard or backslash after
 * it literal.
 * @throws SyntaxError if it ends with a single backslash, or a part of it is too long to search for
 */
export function compilePattern(text: string): Pattern {
  const tokens: Token[] = [];
  const characters = [...text];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] as string;
    const next = characters[at + 1];
    if (character === '\\' && next === undefined)
      throw new SyntaxError('ends with a single backslash: write two to mean one');
    if (character === '\\' && next !== undefined && '*?\\'.includes(next)) {
      tokens.push(next);
      at += 1;
    } else if (character === '*') tokens.push(ANY);
    else tokens.push(character === '?' ? ONE : character);
  }
  return partsOf(tokens, '*', '?');
}

const LIKE: Record<string, typeof ANY | typeof ONE> = { '%': ANY, _: ONE };

/**
 * Compiles a pattern of SQL's LIKE, ignoring case: `%` matches any text, `_` any one character.
 * @throws SyntaxError if a part of it is too long to search for
 */
export function compileLike(pattern: string): (text: string) => boolean {
  const tokens = [...pattern.toLowerCase()].map((character) => LIKE[character] ?? character);
  const parts = partsOf(tokens, '%', '_');
  return (text) => matches(parts, text.toLowerCase());
}

function partsOf(tokens: readonly Token[], any: string, one: string): Pattern {
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (token === ANY) groups.push([]);
    else groups.at(-1)?.push(token);
  }
  return groups.map((group, at) => {
    const isSearched = at > 0 && at < groups.length - 1;
    if (!group.includes(ONE)) {
      if (isSearched && group.length > LONGEST_LITERAL)
        throw new SyntaxError(`may have at most ${LONGEST_LITERAL} characters between two "${any}"`);
      return { tokens: group, literal: group.join('') };
    }
    if (isSearched && group.length > LONGEST_MIXED)
      throw new SyntaxError(
        `may have at most ${LONGEST_MIXED} characters between two "${any}" if one of them is "${one}"`,
      );
    return { tokens: group, ...(isSearched && { positions: positionsOf(group) }) };
  });
}

function positionsOf(tokens: readonly Token[]): NonNullable<Part['positions']> {
  const any = tokens.reduce<number>((bits, token, at) => (token === ONE ? bits | (1 << at) : bits), 0);
  const of = new Map<number, number>();
  for (const [at, token] of tokens.entries()) {
    if (typeof token !== 'string') continue;
    const code = token.codePointAt(0) as number;
    of.set(code, (of.get(code) ?? any) | (1 << at));
  }
  return { of, any };
}

/** Whether the whole text matches. Reads each character of the text a bounded number of times. */
export function matches(pattern: Pattern, text: string): boolean {
  const [first, ...rest] = pattern;
  const last = rest.pop();
  let at = first ? endOf(first, text, 0) : 0;
  if (!last) return at === text.length;
  if (at < 0) return false;
  // The first match of a part is as good as any later one.
  for (const part of rest) {
    at = search(part, text, at);
    if (at < 0) return false;
  }
  const start = startOfLast(last, text);
  return start >= at && endOf(last, text, start) === text.length;
}

const widthAt = (text: string, at: number) => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** Where a part that begins at `start` ends; -1 if it does not match there. */
function endOf({ tokens, literal }: Part, text: string, start: number): number {
  if (literal !== undefined) return text.startsWith(literal, start) ? start + literal.length : -1;
  let at = start;
  for (const token of tokens) {
    if (at >= text.length || (token !== ONE && !text.startsWith(token as string, at))) return -1;
    at += widthAt(text, at);
  }
  return at;
}

/** Where the last part must begin so that it ends with the text; negative if the text is too short. */
function startOfLast({ tokens, literal }: Part, text: string): number {
  if (literal !== undefined) return text.length - literal.length;
  let at = text.length;
  for (let left = tokens.length; left > 0; left--) {
    at -= at > 1 && widthAt(text, at - 2) === 2 ? 2 : 1;
  }
  return at;
}

/** Where the first match of a part at or after `from` ends; -1 if there is none. */
function search({ tokens, literal = '', positions }: Part, text: string, from: number): number {
  if (!positions) {
    const found = text.indexOf(literal, from);
    return found < 0 ? -1 : found + literal.length;
  }
  // The Shift-And algorithm: bit n is set if the first n + 1 tokens match the text just before this position.
  const complete = 1 << (tokens.length - 1);
  let state = 0;
  for (let at = from; at < text.length; ) {
    const code = text.codePointAt(at) as number;
    at += code > 0xffff ? 2 : 1;
    state = ((state << 1) | 1) & (positions.of.get(code) ?? positions.any);
    if (state & complete) return at;
  }
  return -1;
}
