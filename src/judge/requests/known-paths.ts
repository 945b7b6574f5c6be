// The paths of a version, and which of them a request may have meant.
import { apiOf, type OperationId } from '../../openapi/cloudglue.ts';
import { pathPattern } from '../../openapi/document.ts';
import { BASE_PATH } from '../../openapi/paths.ts';
import type { ApiVersion } from '../../openapi/versions.ts';
import { closestTo } from '../../util/suggest.ts';

export interface KnownPath {
  /** As in the document: `/files/{file_id}`. */
  path: string;
  pattern: RegExp;
  segments: readonly string[];
  /** The operation of each method, in upper case. */
  methods: ReadonlyMap<string, OperationId>;
}

const byVersion = new Map<string, KnownPath[]>();

function pathsOf(version: ApiVersion): KnownPath[] {
  let known = byVersion.get(version);
  if (!known) {
    const operations = [...apiOf(version).operationsById.values()];
    known = [...new Set(operations.map(({ path }) => path))].map((path) => ({
      path,
      pattern: pathPattern(path),
      segments: path.split('/'),
      methods: new Map(
        operations.filter((one) => one.path === path).map(({ method, id }) => [method.toUpperCase(), id]),
      ),
    }));
    byVersion.set(version, known);
  }
  return known;
}

/** What a version has at a path, which is given without the base path. */
export function pathAt(version: ApiVersion, path: string): KnownPath | undefined {
  const fitting = pathsOf(version).filter(({ pattern }) => pattern.test(path));
  // `/files/sync` is also a `/files/{file_id}`.
  return fitting.find((one) => one.path === path) ?? fitting[0];
}

/** A path without the base path; undefined if it has none. */
export const belowBase = (path: string): string | undefined =>
  path === BASE_PATH || path.startsWith(`${BASE_PATH}/`) ? path.slice(BASE_PATH.length) : undefined;

/** Segments of a path that may be meant for the base path: `/api`, `/v1`, `/api/v2`. */
const BASE_LIKE = /^(?:\/(?:api|v\d[\w.]{0,10}))*/i;

/** The path with the right base path, where only that is wrong. */
export function rightBase(version: ApiVersion, path: string): string | undefined {
  const rest = path.slice(BASE_LIKE.exec(path)?.[0].length);
  const right = `${BASE_PATH}${rest}`;
  return rest !== '' && right !== path && pathAt(version, rest) ? right : undefined;
}

/** Whether a segment looks like an id. */
const ID = /^(?=.*\d)[\w-]{8,}$|^\d+$/;

/** A path without its ids, so that requests for several records are one mistake. */
export const withoutIds = (path: string): string =>
  path
    .split('/', 12)
    .map((segment) => (ID.test(segment) ? '{id}' : segment))
    .join('/');

/** Longer paths are not compared. */
const LONGEST_PATH = 300;

/** The path that is the nearest in its spelling, with the ids that were sent; undefined if none is near. */
export function nearestPath(version: ApiVersion, path: string): KnownPath | undefined {
  if (path.length > LONGEST_PATH) return undefined;
  const given = path.split('/');
  return pathsOf(version).find(
    ({ segments }) =>
      segments.length === given.length &&
      segments.every(
        (segment, at) => segment.startsWith('{') || closestTo(given[at] ?? '', [segment]) !== undefined,
      ),
  );
}
