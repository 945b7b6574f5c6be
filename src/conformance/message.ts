// A request and an answer as they are judged, wherever they come from: a pact, a client, an answer of a provider.

/** What a body holds, by its content type. */
export type Body =
  | { kind: 'absent' }
  | { kind: 'json'; value: unknown }
  /** The parts of a form; a file is told by its type alone. */
  | { kind: 'form'; parts: [name: string, value: string | { type: string }][] }
  /** Of another type, or not readable as what its content type says it is. */
  | { kind: 'other'; problem?: string };

export interface Request {
  /** In capitals. */
  method: string;
  /** With the base path. */
  path: string;
  /** Decoded, in their order. */
  query: readonly (readonly [name: string, value: string])[];
  /** By their names in small letters. */
  headers: Readonly<Record<string, string>>;
  body: Body;
}

export interface Answer {
  /** One status; several where a class of them is expected. */
  statuses: readonly number[];
  /** By their names in small letters. */
  headers: Readonly<Record<string, string>>;
  body: Body;
}

/** A content type without its parameters, in small letters. */
export const mediaTypeOf = (contentType: string | undefined): string | undefined =>
  contentType?.split(';', 1)[0]?.trim().toLowerCase() || undefined;

/** Whether a media type is JSON of some kind. */
export const isJsonType = (mediaType: string): boolean => /[/+]json$/.test(mediaType);
