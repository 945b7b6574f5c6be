// A header Authorization that holds no API key, or what a program wrote where it had none.
import type { RequestRule } from '../rule.ts';
import { AUTHORIZATION, SECURITY } from './missing-api-key.ts';

/** What most headers look like: a scheme, and a word that is no placeholder. */
const USUAL = /^Bearer [\w.~+/-]{4,}=*$/i;
/** What programs write where a value is not there. */
const NO_VALUE = /^(?:undefined|null|none|nil|nan|true|false|\[object .*)$/i;
/** Templates that were not filled. */
const TEMPLATE = /^(?:\{\{.*|<.*>|\$\{.*|\$[A-Z_]{3,}|%[A-Z_]{3,}%)$/;
const isNoKey = (key: string) => NO_VALUE.test(key) || TEMPLATE.test(key);

/** What is wrong with a header, and what to do; undefined if nothing is. None of it shows the key. */
function problemOf(header: string): [text: string, remedy: string] | undefined {
  const [, key] = /^Bearer(?:\s+(.*))?$/i.exec(header) ?? [];
  if (key === undefined) {
    // Another word at the beginning may be a part of the key.
    const [, scheme] = /^(Basic|Digest|Token|ApiKey|Api-Key|Key)\s/i.exec(header) ?? [];
    if (/^bearer\b/i.test(header))
      return ['it has no key after "Bearer"', 'check that the key is set before it is sent'];
    if (scheme === undefined) return ['it lacks the word "Bearer"', 'write "Bearer", a blank and the key'];
    return [`its scheme is "${scheme}"`, 'write "Bearer" instead, a blank and the key'];
  }
  if (key.trim() === '')
    return ['it has no key after "Bearer"', 'check that the key is set before it is sent'];
  if (/^Bearer\b/i.test(key))
    return ['it has the word "Bearer" twice', 'write it once: the client adds it by itself'];
  if (isNoKey(key))
    return ['it holds a placeholder instead of a key', 'check that the key is set before it is sent'];
  if (/^["'].*["']$/.test(key)) return ['its key is in quotes', 'take the quotes away'];
  if (/\s/.test(key)) return ['its key has white space in it', 'trim the key when it is read'];
  return undefined;
}

export const malformedApiKey: RequestRule = {
  name: 'malformed-api-key',
  severity: 'error',
  summary: 'A client sends its API key as "Bearer <key>"',
  reason: "The API refuses what it cannot read, and a placeholder is nobody's key; this mock takes any.",
  source: 'documented',
  examples: {
    broken: 'sends "Authorization: <key>", or "Bearer undefined"',
    sound: 'sends "Authorization: Bearer <key>"',
  },
  judge(exchange, tell) {
    const header = exchange.header('authorization');
    if (header === undefined || (USUAL.test(header) && !isNoKey(header.slice(7)))) return;
    const [text, remedy] = problemOf(header) ?? [];
    if (text === undefined || remedy === undefined) return;
    tell({
      text: `the header Authorization is malformed: ${text}`,
      remedy,
      kind: text,
      place: AUTHORIZATION,
      document: SECURITY,
    });
  },
};
