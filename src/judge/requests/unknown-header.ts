// A header that looks like one that the API reads, or that other APIs read.
import { distance } from 'fastest-levenshtein';
import { quote } from '../../errors/cases/error-case.ts';
import { pointerTo } from '../../openapi/places.ts';
import type { Exchange } from '../exchange.ts';
import { shapeOf } from '../facts.ts';
import type { Mistake } from '../finding.ts';
import type { RequestRule } from '../rule.ts';

/** What the API reads, and how many letters of it may be wrong. */
const READ = [
  { name: 'authorization', wrong: 3 },
  { name: 'content-type', wrong: 2 },
];
/** Headers whose names are near those, and that mean something else. */
const OTHERS = new Set(['content-md5', 'content-range', 'content-language', 'proxy-authorization']);
/** Headers that clients of other APIs send, with what to do. */
const FOREIGN: Record<string, string> = {
  'x-api-key': 'send the key in the header Authorization, as "Bearer <key>"',
  'api-key': 'send the key in the header Authorization, as "Bearer <key>"',
  'x-auth-token': 'send the key in the header Authorization, as "Bearer <key>"',
  'x-access-token': 'send the key in the header Authorization, as "Bearer <key>"',
  'idempotency-key':
    'do not rely on it: a sync finds the file that it made before, an upload makes another one',
  'x-idempotency-key':
    'do not rely on it: a sync finds the file that it made before, an upload makes another one',
};

const TEXTS: Record<string, string> = { authorization: 'Authorization', 'content-type': 'Content-Type' };

function mistakeOf(given: string): Mistake | undefined {
  const name = given.toLowerCase();
  const place = `header ${quote(given)}`;
  const foreign = FOREIGN[name];
  if (foreign !== undefined) return { place, text: `the API does not read the ${place}`, remedy: foreign };
  if (OTHERS.has(name)) return undefined;
  const plain = name.replace(/_/g, '-');
  const near = READ.find((read) => read.name !== name && distance(plain, read.name) <= read.wrong);
  if (!near) return undefined;
  return { place, text: `the API does not read the ${place}`, remedy: `write ${TEXTS[near.name]}` };
}

/** Where the document says what the operation reads. */
const documentFor = (exchange: Exchange): { document?: string } => {
  const shape = shapeOf(exchange);
  return shape ? { document: pointerTo(shape.place) } : {};
};

/** What was found of names before: clients send the same ones again and again. */
const known = new Map<string, Mistake | undefined>();
const MOST_KNOWN = 1_000;
/** Longer names are near none. */
const LONGEST_NAME = 40;

export const unknownHeader: RequestRule = {
  name: 'unknown-header',
  severity: 'warning',
  summary: 'A client sends no header that is a misspelt one, or one of another API',
  reason: 'The API ignores it, and the client believes in something that does not happen.',
  source: 'documented',
  examples: {
    broken: 'sends "Idempotency-Key: 1" with an upload, and repeats it',
    sound: 'lists the files before it uploads one again',
  },
  judge(exchange, tell) {
    for (const name of exchange.headerNames) {
      if (name.length > LONGEST_NAME) continue;
      let mistake = known.get(name);
      if (mistake === undefined && !known.has(name)) {
        mistake = mistakeOf(name);
        if (known.size >= MOST_KNOWN) known.clear();
        known.set(name, mistake);
      }
      if (mistake) tell({ ...mistake, ...documentFor(exchange) });
    }
  },
};
