// What the journal holds of one request and its response.
import type { ErrorName } from '../errors/catalogue.ts';
import type { Finding } from '../judge/finding.ts';
import type { OperationId } from '../openapi/cloudglue.ts';
import type { Bytes } from '../util/kept-bodies.ts';

/** One request and its response, unredacted; `entry-body.ts` makes what others may see of it. */
export interface Entry {
  /** Counts up over all accounts. */
  number: number;
  /** The id that the response carried. */
  id: string;
  /** The account of the key, or null without one. */
  accountId: string | null;
  /** Milliseconds since the Unix epoch, in real time. */
  at: number;
  durationMs: number;
  method: string;
  url: string;
  operation: OperationId | null;
  /** Whether a route matched. */
  matched: boolean;
  /** What was ignored because the account's version of the API does not have it, with its first version if it came later. */
  ignored: readonly string[];
  /** Ids of the fault rules that fired. */
  faults: readonly string[];
  /** What is wrong with the request. */
  findings: readonly Finding[];
  /** The error case of the answer. */
  errorCase: ErrorName | null;
  /** Names and values in turns, as they arrived. */
  requestHeaders: readonly string[];
  requestBody: string | null;
  /** 0 if the connection was broken instead. */
  status: number;
  responseHeaders: Readonly<Record<string, string>>;
  /** Its text, or its beginning in UTF-8. */
  responseBody: string | Bytes | null;
}

/** An entry where it is kept: what requests are found by, and the way to the rest. */
export interface KeptEntry
  extends Pick<Entry, 'number' | 'accountId' | 'method' | 'operation' | 'status' | 'matched'> {
  /** The whole entry; undefined once it has left the journal. */
  read(): Entry | undefined;
}
