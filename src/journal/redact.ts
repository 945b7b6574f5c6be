// Keys and secrets, taken out of all text that the journal, the HTTP archive and the event stream show.
//
// A secret is known by the name before it or by its own shape, in whatever text it stands: a URL, a header, a body
// that is JSON, a body that was cut off. Everything here is linear in the text.
import { decodeLoosely } from '../sources/uri.ts';

const REDACTED = '[redacted]';

/** Parts of a name that make its value a secret. */
const SECRET_PARTS =
  /authorization|cookie|secret|pwd|rlkey|passw(?:or)?d|passcode|passphrase|(?:api|access|private|signing)[-_. ]?key|token|signature|credential|session[-_. ]?(?:id|key)/i;
/** Words that do so only by themselves: "sig" is also in "design". */
const SECRET_WORDS = new Set(['auth', 'hmac', 'jwt', 'otp', 'pass', 'psk', 'pw', 'sig']);
/** Page tokens are no secret, and what a client did wrong with one is worth seeing. */
const NO_SECRET = /page[-_]?token$/i;

/** Layers of percent-encoding and of JSON within text that are looked into. */
const MOST_LAYERS = 3;

/** What is known of names that came before: most bodies have the same. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 1_000;
const LONGEST_KNOWN = 40;

/** Whether what has this name is a secret, however the name is encoded. */
function isSecret(name: string): boolean {
  let answer = known.get(name);
  if (answer === undefined) {
    answer = tellsSecret(name);
    if (known.size < MOST_KNOWN && name.length <= LONGEST_KNOWN) known.set(name, answer);
  }
  return answer;
}

function tellsSecret(name: string): boolean {
  const plain = decodeName(name);
  if (NO_SECRET.test(plain)) return false;
  if (SECRET_PARTS.test(plain)) return true;
  const words = plain.replace(/([a-z\d])([A-Z])/g, '$1 $2').split(/[^A-Za-z\d]+/);
  return words.some((word) => SECRET_WORDS.has(word.toLowerCase()));
}

function decodeName(name: string): string {
  let plain = name.replace(/(?<!\\)\\+u([\da-f]{4})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  for (let layer = 0; layer < MOST_LAYERS && plain.includes('%'); layer++) plain = decodeLoosely(plain);
  return plain;
}

/** Secrets that show without a name, with what is left of each. */
const SHAPES: readonly (readonly [shape: RegExp, rest: string])[] = [
  // User and password of any URI; a password that is not encoded may hold "/", "?" and "#", and is no port.
  [/:\/\/[^\s"'/@?#:]{0,200}:(?!\d{0,5}(?:[\s"'/?#\\]|$))[^\s"']{0,400}@/g, `://${REDACTED}@`],
  [/:\/\/[^\s"'/@?#]*?(?:@|%40)/g, `://${REDACTED}@`],
  [/\b(Bearer|Basic)(\s+)(?=[\w.~+/-]{0,40}[\d._~+/-])[\w.~+/-]{8,}=*/gi, `$1$2${REDACTED}`],
  [/\bwhsec_[\w+/=-]+/g, REDACTED],
  [/(?<![\w-])eyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, REDACTED],
  // Whoever has the link of a Zoom recording has the recording.
  [/(\/rec\/(?:share|play)\/)[^\s"'?#/&\\]+/g, `$1${REDACTED}`],
];

/**
 * Where a value begins: after a quoted name, or after one that is not quoted, or after a header's. A word that is no name
 * is matched as well, so that it is looked at once, and not from each of its letters on.
 */
const NAME =
  /(\\{0,7}["'])((?:[^"'\\]|\\{1,8}u[\da-f]{4}){1,100})\1\s*[:=]\s*|([\w.%[\]+-]+)(=|\s{0,3}:\s{0,3}|)/gi;
/** What ends a value that is not quoted. */
const END_OF_VALUE = /[\s"'&#,}\]\\]/g;
/** What stands before the secret in the value of a header. */
const SCHEME = /(?:Bearer|Basic|Digest|Token)\s+/iy;

/** What no text is without that holds a secret; most texts are. */
const SUSPECT = /[=:%_./]|(?:bearer|basic)\s/i;

/** A text without its secrets. It stays as it was written where it has none. */
export function redactText(text: string, layers = MOST_LAYERS): string {
  if (!SUSPECT.test(text)) return text;
  let shown = redactNamed(text);
  for (const [shape, rest] of SHAPES) shown = shown.replace(shape, rest);
  if (layers === 0 || !shown.includes('%')) return shown;
  const inRuns = redactEncoded(shown, layers);
  // A single run was decoded as a whole already; what was redacted in it may have been a part of a longer value only.
  if (inRuns === shown && shown.search(END_OF_RUN) < 0) return shown;
  shown = inRuns;
  // What stands between a name and its value may be encoded where they are not, or be a part of another word.
  const decoded = decodeLoosely(shown);
  const rest = decoded === shown ? shown : redactText(decoded, layers - 1);
  return rest === decoded ? shown : rest;
}

const END_OF_RUN = /[\s"&?#;,=\\/:]/;

/** Of what is percent-encoded, what holds a secret once it is decoded is written anew. */
const redactEncoded = (text: string, layers: number): string =>
  text.replace(/[^\s"&?#;,=\\/:]+/g, (run) => {
    const decoded = run.includes('%') ? decodeLoosely(run) : run;
    if (decoded === run) return run;
    const shown = redactText(decoded, layers - 1);
    return shown === decoded ? run : encodeURIComponent(shown.toWellFormed());
  });

function redactNamed(text: string): string {
  let shown = '';
  let done = 0;
  NAME.lastIndex = 0;
  for (let match = NAME.exec(text); match; match = NAME.exec(text)) {
    const [, , quoted, name = '', sign] = match;
    if (sign === '' || !isSecret(quoted ?? name)) continue;
    const start = NAME.lastIndex;
    const { end, value } = valueAt(text, start);
    shown += text.slice(done, start) + value;
    done = end;
    NAME.lastIndex = end;
  }
  return done === 0 ? text : shown + text.slice(done);
}

/** Where the value of a secret ends, and what is shown of it. */
function valueAt(text: string, start: number): { end: number; value: string } {
  const [quote = '', escapes = ''] = /^(\\*)["']/.exec(text.slice(start, start + 10)) ?? [];
  if (quote) {
    const end = endOfQuoted(text, start + quote.length, quote.at(-1) as string, escapes.length);
    return { end, value: `${quote}${REDACTED}${quote}` };
  }
  // What an object or an array holds is all secret, and where it ends cannot be told in text that is no JSON.
  if (text[start] === '{' || text[start] === '[') {
    return text.startsWith(REDACTED, start)
      ? { end: start + REDACTED.length, value: REDACTED }
      : { end: text.length, value: `"${REDACTED}"` };
  }
  SCHEME.lastIndex = start;
  const from = SCHEME.test(text) ? SCHEME.lastIndex : start;
  END_OF_VALUE.lastIndex = from;
  const end = END_OF_VALUE.exec(text)?.index ?? text.length;
  const isNothing = end === start || text.slice(start, end) === 'null';
  return { end, value: isNothing ? text.slice(start, end) : REDACTED };
}

/** The place after the quote that ends a string, which may be cut off; `escapes` stand before its quotes. */
function endOfQuoted(text: string, start: number, quote: string, escapes: number): number {
  for (let at = text.indexOf(quote, start); at >= 0; at = text.indexOf(quote, at + 1)) {
    let before = 0;
    while (at - before > start && text[at - before - 1] === '\\') before += 1;
    if (escapes === 0 ? before % 2 === 0 : before <= escapes) return at + 1;
  }
  return text.length;
}

export const redactHeaders = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, isSecret(name) ? REDACTED : redactText(value)]),
  );

/** A body without what its secret fields hold. It stays as it was written if there is none. */
export function redactBody(body: string): string {
  try {
    let found = false;
    const change = (value: unknown, shown: unknown) => {
      found ||= value !== shown;
      return shown;
    };
    const rest = JSON.parse(body, (name, value) => {
      if (value !== null && isSecret(name)) return change(value, REDACTED);
      return typeof value === 'string' ? change(value, redactText(value)) : value;
    });
    return found ? JSON.stringify(rest) : body;
  } catch {
    return redactText(body);
  }
}
