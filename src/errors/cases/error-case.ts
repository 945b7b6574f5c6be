// One error case: its answer, its cause, the operations where it occurs, and requests that get it.
import type { OperationId } from '../../openapi/cloudglue.ts';

/** The source for an error case; `openapi/README.md` explains each label. */
export type Origin = 'spec' | 'sdk' | 'docs' | 'chosen';

/** What the text of a forced error can name: details of the request that gets it. */
export interface Subject {
  method: string;
  path: string;
  /** The URI that the request is about. */
  uri: string;
  /** The type of the connector in the path, or else of the connector that the URI belongs to. */
  type: string;
  /** The type of the connector that the URI belongs to. */
  uriType: string;
  /** Ids in the path or the body, by the kind of record. */
  ids: Record<'connector' | 'file' | 'collection' | 'webhook' | 'import' | 'run' | 'tag', string>;
}

/** An id that no record has. */
export const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

/** A request that gets an error from a fresh account. It is data, so that tests and documents can use it too. */
export interface Example {
  operation: OperationId;
  /** The values of the path's parameters; `{id}` is the field `id` of the answer to the request that comes first. */
  params?: Record<string, string>;
  query?: Record<string, string>;
  json?: unknown;
  /** A body that is not JSON, or not valid JSON. */
  text?: string;
  /** A body of this many bytes, with arbitrary content. */
  bytes?: number;
  /** The fields of a form; `file` is sent as a file. */
  form?: Record<string, string>;
  headers?: Record<string, string>;
  /** The API key; any key if left out, no key if null. */
  token?: string | null;
  /** Replaces the operation's method and path. */
  request?: { method: string; path: string };
  /** The options that the mock must be started with. */
  options?: Record<string, string | number>;
  /** A request to send first. */
  after?: Example;
}

export interface ErrorCase<Details extends unknown[]> {
  status: number;
  origin: Origin;
  /** Why it occurs, in a few words. */
  cause: string;
  /** The operations where it can occur. */
  operations: readonly OperationId[] | 'every';
  /** The first version of the API in which it can, if that is not the first of its operations. */
  since?: string;
  /** What failed, why, and what to do next. */
  text: (...details: Details) => string;
  headers?: Record<string, string>;
  /** The details of the text when the error is forced. */
  forced: (subject: Subject) => Details;
  /** Requests that get it, in addition to those for seeded items and those with special keys. */
  requests?: readonly Example[];
}

/** Quotes user input for an error text, and keeps it short. */
export function quote(input: string): string {
  return JSON.stringify(input.length > 200 ? `${input.slice(0, 200)}…` : input);
}

/** What a file can be made of, as texts name it; images came with version 0.7.8. */
export const mediaKinds = (withImages: boolean): string =>
  withImages ? 'video, audio or a JPEG, PNG or WebP image' : 'video or audio';

/** Any case; a union with the empty tuple makes TypeScript see the details as a tuple. */
type AnyCase = Omit<ErrorCase<never>, 'forced'> & { forced: (subject: Subject) => [] | unknown[] };

export const defineCases = <Cases extends Record<string, AnyCase>>(cases: Cases): Cases => cases;

/** Checks that each case's forced details fit its text. */
export type Consistent<Cases extends Record<string, AnyCase>> = {
  [Name in keyof Cases]: { forced: (subject: Subject) => Parameters<Cases[Name]['text']> };
};
