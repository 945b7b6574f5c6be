// What the judge sees of one request and its answer.
import type { ErrorName } from '../errors/catalogue.ts';
import type { InvalidPart } from '../errors/explain.ts';
import type { OperationId } from '../openapi/cloudglue.ts';
import type { ApiVersion } from '../openapi/versions.ts';

/** A request and its answer. It holds on to both, so a rule keeps single values of it, never the exchange itself. */
export interface Exchange {
  /** The id that the response carries. */
  readonly id: string;
  /** When the request arrived, in milliseconds since the Unix epoch, in real time. */
  readonly at: number;
  /** When its response was ready, likewise. */
  readonly answeredAt: number;
  /** The time that the mock's process showed then: where a test there fakes its timers, the time in the test. */
  readonly shownAt: number;
  /** The time of the account's clock, in milliseconds since the Unix epoch; undefined without an account. */
  readonly now: number | undefined;
  /** The version of the API that the request is judged by. */
  readonly version: ApiVersion;
  readonly method: string;
  /** As it was sent, with the base path, without the query. */
  readonly path: string;
  /** Null where no operation of the version fits. */
  readonly operation: OperationId | null;
  /** The values of the path's parameters. */
  readonly params: Readonly<Record<string, string>>;
  /** The values of each query parameter, by its name. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** A header of the request, by its name in lower case. */
  header(name: string): string | undefined;
  /** The names of the request's headers, as they were sent. */
  readonly headerNames: readonly string[];
  /** The JSON body of the request; undefined where there is none, or it was not read. */
  readonly body: unknown;
  /** The names of the parts of the form that was uploaded; undefined where none was. */
  readonly formFields: readonly string[] | undefined;
  /** Characters of the request's body, or bytes where it was not read; undefined where neither is known. */
  readonly bodyLength: number | undefined;
  /** What of the request does not fit the document; undefined if it fits, or was answered before it was compared. */
  readonly invalid: InvalidPart | undefined;
  /** Of the response; 0 if the connection was broken instead. */
  readonly status: number;
  readonly errorCase: ErrorName | undefined;
  /** The text of the API's error. */
  readonly errorText: string | undefined;
  /** What the response says about when to ask again, in seconds. */
  readonly retryAfter: number | undefined;
  /** What the response holds as JSON; undefined where it was damaged, lost, or is something else. */
  readonly answer: unknown;
  /** Whether a fault rule, the header Prefer or a special key asked for this error: it says nothing of the request. */
  readonly isForced: boolean;
  /** What the operation did, as its answer before a fault damaged or lost it; undefined where it did nothing. */
  readonly done: unknown;
  /** Whether the account's files move with the running clock; if not, it stands still. */
  readonly isTimed: boolean;
  /**
   * Whether the account had one client with one request under way at a time for a minute, as far as can be told: then
   * each request was sent when the one before it was answered, by somebody who saw that answer.
   */
  readonly isAlone: boolean;
  /** Ids of the fault rules that fired. */
  readonly faults: readonly string[];
}
