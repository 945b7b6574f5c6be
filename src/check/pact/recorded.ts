// What is kept of a request and its answer, until a pact is written: one of each kind.
import type { ErrorName } from '../../errors/catalogue.ts';
import type { OperationId } from '../../openapi/cloudglue.ts';
import type { ApiVersion } from '../../openapi/versions.ts';

/** A request and its answer. */
export interface Recorded {
  operation: OperationId;
  version: ApiVersion;
  /** Whether it had an API key. */
  isKeyed: boolean;
  params: Readonly<Record<string, string>>;
  /** The first value of each parameter. */
  query: Readonly<Record<string, string>>;
  /** Undefined where there was none, or a form. */
  body: unknown;
  /** The names of the parts of a form, but for the file; undefined where there was none. */
  formFields: readonly string[] | undefined;
  status: number;
  errorCase: ErrorName | undefined;
  /** Whether a fault rule, the header Prefer or a special key asked for the error. */
  isForced: boolean;
  /** What the answer holds as JSON, with one element of each list. */
  answer: unknown;
}

/** What a run told of the records that its requests name. */
export interface Known {
  /** The types of connectors, by their ids. */
  connectorTypes: ReadonlyMap<string, string>;
  /** The URIs that files were made of, by the ids of the files. */
  fileUris: ReadonlyMap<string, string>;
  /** The types of collections, by their ids. */
  collectionTypes: ReadonlyMap<string, string>;
}

/** A field of something that may be an object; undefined where it has none, or not of that type. */
export function textAt(value: unknown, field: string): string | undefined {
  const found = (value as Record<string, unknown> | null | undefined)?.[field];
  return typeof found === 'string' ? found : undefined;
}

/**
 * The status of a record in an answer, which tells kinds of answers apart, and which contracts expect as it was.
 * Whether a listing goes on does neither: how much there is to list changes, with the world and with its versions.
 */
export const statusIn = (answer: unknown): string | undefined => textAt(answer, 'status');
