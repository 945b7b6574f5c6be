// What is known of one error case: its answer, what causes it, where it occurs, and requests that get it.
import type { OperationId } from '../../openapi/cloudglue.ts';

/** Where the knowledge of an error case comes from; `openapi/README.md` says what each label means. */
export type Origin = 'spec' | 'sdk' | 'docs' | 'chosen';

/** What the text of an error that is forced can name of the request that meets it. */
export interface Subject {
  method: string;
  path: string;
  /** The URI that the request is about. */
  uri: string;
  /** The type of connector that is asked, or whose URI it is. */
  type: string;
  /** The type of connector whose URI it is. */
  uriType: string;
  /** Ids that the path or the body gives, by what they are of. */
  ids: Record<'connector' | 'file' | 'collection' | 'webhook' | 'import' | 'run' | 'tag', string>;
}

/** An id that nothing has. */
export const NOBODY = '00000000-0000-4000-8000-000000000000';

/** A request that gets an error from an account in which nothing happened yet; as data, so that anyone can send it. */
export interface Example {
  operation: OperationId;
  /** The values of the path's parameters; `{id}` is the field `id` of the answer to the request that comes first. */
  params?: Record<string, string>;
  query?: Record<string, string>;
  json?: unknown;
  /** A body that is no JSON, or not valid JSON. */
  text?: string;
  /** A body of that many bytes, whatever they are. */
  bytes?: number;
  /** The fields of a form, of which `file` is a file. */
  form?: Record<string, string>;
  headers?: Record<string, string>;
  /** The API key; any if left out, none at all if null. */
  token?: string | null;
  /** Instead of the operation's own method and path. */
  request?: { method: string; path: string };
  /** What the mock must be started with. */
  options?: Record<string, string | number>;
  /** A request that comes first. */
  after?: Example;
}

export interface ErrorCase<Details extends unknown[]> {
  status: number;
  origin: Origin;
  /** Why it occurs, in a few words. */
  cause: string;
  /** Where it can occur. */
  operations: readonly OperationId[] | 'every';
  /** What failed, why, and what to do next. */
  text: (...details: Details) => string;
  headers?: Record<string, string>;
  /** The details of the text where the error is forced. */
  forced: (subject: Subject) => Details;
  /** Requests that get it, beside those for seeded items and with special keys. */
  requests?: readonly Example[];
}

/** User input inside an error text, quoted and kept short. */
export function quote(input: string): string {
  return JSON.stringify(input.length > 200 ? `${input.slice(0, 200)}…` : input);
}

/** What a file can be made of, as texts name it; images came with version 0.7.8. */
export const mediaKinds = (withImages: boolean): string =>
  withImages ? 'video, audio or a JPEG, PNG or WebP image' : 'video or audio';

/** Any case; a union with the empty tuple makes TypeScript see the details as a tuple. */
type AnyCase = Omit<ErrorCase<never>, 'forced'> & { forced: (subject: Subject) => [] | unknown[] };

export const defineCases = <Cases extends Record<string, AnyCase>>(cases: Cases): Cases => cases;

/** Cases whose forced details are those of their texts. */
export type Consistent<Cases extends Record<string, AnyCase>> = {
  [Name in keyof Cases]: { forced: (subject: Subject) => Parameters<Cases[Name]['text']> };
};
