// Patterns with wildcards, without regular expressions, which some patterns would keep busy for ever.

const ANY = Symbol('any text');
const ONE = Symbol('any one character');

/** What is wanted, character by character. */
export type Pattern = readonly (string | typeof ANY | typeof ONE)[];

/**
 * A pattern of which `*` stands for any text and `?` for any one character; a backslash takes the next one
 * of these, or another backslash, to the letter.
 * @throws SyntaxError if it ends with a backslash that takes nothing
 */
export function compilePattern(text: string): Pattern {
  const pattern: (string | typeof ANY | typeof ONE)[] = [];
  const characters = [...text];
  for (let at = 0; at < characters.length; at++) {
    const [character = '', next] = characters.slice(at, at + 2);
    if (character === '\\' && next === undefined)
      throw new SyntaxError('ends with a single backslash: write two to mean one');
    if (character === '\\' && next !== undefined && '*?\\'.includes(next)) {
      pattern.push(next);
      at += 1;
    } else if (character === '*') pattern.push(ANY);
    else pattern.push(character === '?' ? ONE : character);
  }
  return pattern;
}

/** Whether the whole text matches. Never takes longer than the product of both lengths. */
export function matches(pattern: Pattern, text: string): boolean {
  const characters = [...text];
  let at = 0;
  let wantedAt = 0;
  // Where to go on from if what follows the last wildcard turns out not to match here.
  let retryAt = 0;
  let retryWantedAt = -1;
  while (at < characters.length) {
    if (pattern[wantedAt] === ANY) {
      retryWantedAt = wantedAt;
      retryAt = at;
      wantedAt += 1;
    } else if (pattern[wantedAt] === ONE || pattern[wantedAt] === characters[at]) {
      at += 1;
      wantedAt += 1;
    } else if (retryWantedAt >= 0) {
      retryAt += 1;
      at = retryAt;
      wantedAt = retryWantedAt + 1;
    } else {
      return false;
    }
  }
  return pattern.slice(wantedAt).every((part) => part === ANY);
}

const LIKE: Record<string, typeof ANY | typeof ONE> = { '%': ANY, _: ONE };

/** SQL's LIKE: whether a text matches in any case; `%` stands for any text, `_` for any one character. */
export function isLike(text: string, pattern: string): boolean {
  const wanted = [...pattern.toLowerCase()].map((character) => LIKE[character] ?? character);
  return matches(wanted, text.toLowerCase());
}
