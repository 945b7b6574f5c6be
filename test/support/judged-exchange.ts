// A request as the judge sees it, at a given time: no busy machine changes what comes of it.
import type { Exchange } from '../../src/judge/exchange.ts';
import { NEWEST } from '../../src/openapi/versions.ts';

const START = Date.UTC(2026, 0, 15);
const PATH = '/v1/files/2245b21e-79af-4ccd-872e-cdb7f86133dc';
/** Milliseconds that an answer takes. */
export const TAKES = 1;

/** A request for a file that is being processed, in milliseconds since the start. */
export const exchangeAt = (at: number, given: Partial<Exchange> = {}): Exchange => ({
  id: `req_${at}`,
  at: START + at,
  answeredAt: START + at + TAKES,
  shownAt: START + at,
  now: START + at,
  version: NEWEST,
  method: 'GET',
  path: PATH,
  operation: 'getFile',
  params: { file_id: PATH.split('/').at(-1) ?? '' },
  query: {},
  header: () => undefined,
  headerNames: [],
  body: undefined,
  formFields: undefined,
  bodyLength: undefined,
  invalid: undefined,
  status: 200,
  errorCase: undefined,
  errorText: undefined,
  retryAfter: undefined,
  answer: { status: 'processing' },
  done: { status: 'processing' },
  isForced: false,
  isTimed: true,
  isAlone: true,
  faults: [],
  ...given,
});

/** What a request becomes that fails in passing. */
export const FAILURE: Partial<Exchange> = { status: 500, answer: { error: 'failed' }, done: undefined };
