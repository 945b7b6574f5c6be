// What a client did wrong.
import type { OperationId } from '../openapi/cloudglue.ts';

/** An error is wrong by the API's document; a warning works today, and harms the client or the API in the end. */
export type Severity = 'error' | 'warning';

/**
 * What a rule tells of an exchange. Of a mistake that is known, only `kind` and `place` are read: what takes time to
 * say can be a getter.
 */
export interface Mistake {
  /** What is wrong, as one sentence without its full stop. */
  text: string;
  /** What to do about it, likewise. */
  remedy: string;
  /** Where in the request: `query parameter "page_size"`, `body field "url"`, `header Authorization`. */
  place?: string;
  /** Where in the document, as a JSON pointer: `/paths/~1files/get/parameters`. */
  document?: string;
  /** Tells mistakes of one rule and operation apart that are not the same; default: the place. */
  kind?: string;
}

/** Where a mistake was made. */
export interface Sighting {
  /** The X-Request-Id of the answer. */
  id: string;
  method: string;
  path: string;
  /** Milliseconds since the Unix epoch, in real time. */
  at: number;
}

/** A mistake that a client makes, however often it made it. */
export interface Finding extends Mistake {
  rule: string;
  severity: Severity;
  operation: OperationId | null;
  /** Tells it apart from other mistakes of the rule at the operation; the same in each run. */
  kind: string;
  /** The id of the account of the first request: null without a key; undefined where it goes without saying. */
  account?: string | null;
  count: number;
  first: Sighting;
}
