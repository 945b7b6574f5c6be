// Which parts of the annotated document a version has: the document of any version is a projection of the newest.
import { compareVersions } from './api-versions.ts';
import { dereference, type OpenApiDocument } from './document.ts';

/** What an object in the annotated document may say about versions; openapi/README.md explains each. */
export interface Annotations {
  /** The first version that has it. */
  'x-since'?: string;
  /** The first version that has it no more. */
  'x-until'?: string;
  /** Values of `enum` that came later than the schema, each with its first version. */
  'x-enum-since'?: Record<string, string>;
  /** By version: a JSON merge patch (RFC 7396) that gives the object as it was before that version. */
  'x-before'?: Record<string, JsonObject>;
}
export type JsonObject = { [key: string]: unknown };
export type Annotated = Annotations & JsonObject;

export const isObject = (value: unknown): value is Annotated =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** RFC 7396 for an object: null takes a key away. */
export function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const merged = { ...target };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else if (isObject(value)) merged[key] = mergePatch(isObject(merged[key]) ? merged[key] : {}, value);
    else merged[key] = value;
  }
  return merged;
}

/** The object without annotations, as that version had it; its children are not projected. */
export function objectAt(annotated: Annotated, version: string): JsonObject {
  const {
    'x-since': _since,
    'x-until': _until,
    'x-enum-since': enumSince,
    'x-before': before,
    ...own
  } = annotated;
  if (!before && !enumSince) return own;
  const patches = Object.entries(before ?? {})
    .filter(([changed]) => compareVersions(version, changed) < 0)
    .toSorted(([one], [other]) => compareVersions(other, one));
  const object = patches.reduce<JsonObject>((newer, [, patch]) => mergePatch(newer, patch), own);
  if (!enumSince || !Array.isArray(object.enum)) return object;
  const isKnown = (value: unknown) => compareVersions(enumSince[String(value)] ?? version, version) <= 0;
  return { ...object, enum: object.enum.filter(isKnown) };
}

/** The document as that version had it, without annotations. What refers to a part that is not there goes too. */
export function projectDocument(newest: OpenApiDocument, version: string): OpenApiDocument {
  function isThere(value: unknown): boolean {
    if (typeof value === 'string')
      return !value.startsWith('#/') || isThere(dereference(newest, { $ref: value }));
    if (!isObject(value)) return true;
    const { 'x-since': since, 'x-until': until, $ref } = value;
    return (
      (since === undefined || compareVersions(since, version) <= 0) &&
      (until === undefined || compareVersions(version, until) < 0) &&
      (typeof $ref !== 'string' || isThere($ref))
    );
  }
  function project(value: unknown): unknown {
    if (Array.isArray(value)) return value.filter(isThere).map(project);
    if (!isObject(value)) return value;
    const projected: JsonObject = {};
    for (const [key, child] of Object.entries(objectAt(value, version)))
      if (isThere(child)) projected[key] = project(child);
    return projected;
  }
  const projection = project(newest) as OpenApiDocument;
  const paths = Object.entries(projection.paths).filter(([, item]) => Object.keys(item).length > 0);
  return { ...projection, info: { ...projection.info, version }, paths: Object.fromEntries(paths) };
}
