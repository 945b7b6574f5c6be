// SQL's LIKE without regular expressions, which some patterns would keep busy for ever.

/** Whether a text matches a pattern, in any case: `%` stands for any text, `_` for any one character. */
export function isLike(text: string, pattern: string): boolean {
  const characters = [...text.toLowerCase()];
  const wanted = [...pattern.toLowerCase()];
  let at = 0;
  let wantedAt = 0;
  // Where to go on from if what follows the last `%` turns out not to match here.
  let retryAt = 0;
  let retryWantedAt = -1;
  while (at < characters.length) {
    if (wanted[wantedAt] === '%') {
      retryWantedAt = wantedAt;
      retryAt = at;
      wantedAt += 1;
    } else if (wanted[wantedAt] === '_' || wanted[wantedAt] === characters[at]) {
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
  return wanted.slice(wantedAt).every((character) => character === '%');
}
