// The document of each version of the API, and what is told of versions from the changes between them.
import { type ApiVersion, compareVersions, NEWEST, OLDEST } from './api-versions.ts';
import type { Change } from './changes.ts';
import { dereference, type JsonSchema, type OpenApiDocument } from './document.ts';
import { cloudglueDocument } from './generated/cloudglue-document.ts';
import { changesText, olderDocuments } from './generated/version-data.ts';

export { API_VERSIONS, type ApiVersion, isSince, NEWEST } from './api-versions.ts';

const documents = new Map<string, OpenApiDocument>([[NEWEST, cloudglueDocument]]);

/** The document of a version as the mock serves it, read at its first use; the same object every time. */
export function documentOf(version: ApiVersion): OpenApiDocument {
  const known = documents.get(version);
  if (known) return known;
  const text = olderDocuments[version];
  if (text === undefined) throw new Error(`there is no document of version ${version}: npm run generate`);
  const document = JSON.parse(text()) as OpenApiDocument;
  documents.set(version, document);
  return document;
}

let changes: Change[] | undefined;

/** Every change from the oldest version to the newest, in the document's order; read at its first use. */
export function allChanges(): Change[] {
  changes ??= JSON.parse(changesText()) as Change[];
  return changes;
}

interface FieldValue {
  /** A named schema. */
  schema: string;
  /** A field with an enum. */
  field: string;
  /** Undefined where there is none, which every version knows. */
  value: string | undefined;
}

/** Whether a version has a value of the enum of a field. */
export function hasValue(version: ApiVersion, { schema, field, value }: FieldValue): boolean {
  if (version === NEWEST || value === undefined) return true;
  const document = documentOf(version);
  const { properties } = document.components.schemas[schema] as {
    properties: Record<string, JsonSchema | undefined>;
  };
  const { enum: values } = dereference(document, properties[field] ?? {}) as { enum?: string[] };
  return values?.includes(value) ?? false;
}

/** The fields in the answers of an operation whose enums got new values in a version, so that they may get more. */
export function fieldsThatGrew(id: string): string[] {
  const fields = allChanges().flatMap(({ kind, subject, place, users }) =>
    kind === 'added' && subject === 'enum value' && users.answers.includes(id)
      ? (/^\w+\.(\w+)$/.exec(place)?.[1] ?? [])
      : [],
  );
  return [...new Set(fields)];
}

/** The first version that has an operation, or a query parameter of it. */
export function firstVersionOf(id: string, parameter?: string): string {
  const places = [id, `${id} query ${parameter}`];
  const versions = allChanges().flatMap(({ kind, subject, place, version }) =>
    kind === 'added' && (subject === 'operation' || subject === 'parameter') && places.includes(place)
      ? [version]
      : [],
  );
  return versions.toSorted(compareVersions).at(-1) ?? OLDEST;
}

/** The first version in which a field can be sent to an operation, if it came later; its keys are joined by dots. */
export function laterVersionOfField(id: string, keys: string): string | undefined {
  const added = allChanges().find(
    ({ kind, subject, place, users }) =>
      kind === 'added' &&
      subject === 'field' &&
      users.requests.includes(id) &&
      place.slice(place.indexOf('.') + 1) === keys,
  );
  return added?.version;
}
