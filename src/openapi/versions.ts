// The versions of the API, and the document of each.
import { dereference, type JsonSchema, type OpenApiDocument } from './document.ts';
import { annotatedText } from './generated/annotated-document.ts';
import { cloudglueDocument } from './generated/cloudglue-document.ts';
import { withoutNotServed } from './not-served.ts';
import { compareVersions, projectDocument } from './project-document.ts';

/** The versions that users can choose, oldest first. The last is that of openapi/cloudglue.yaml. */
export const API_VERSIONS = ['0.7.7', '0.7.12', '0.7.32'] as const;
export type ApiVersion = (typeof API_VERSIONS)[number];

const OLDEST = API_VERSIONS[0];
export const NEWEST: ApiVersion = '0.7.32';

/** Whether a version is that one or a later one. */
export const isSince = (version: string, since: string): boolean => compareVersions(version, since) >= 0;

let annotated: OpenApiDocument | undefined;

/** The document that tells of each part which versions have it; read at its first use, for it is large. */
export function annotatedDocument(): OpenApiDocument {
  annotated ??= JSON.parse(annotatedText) as OpenApiDocument;
  return annotated;
}

const documents = new Map<string, OpenApiDocument>([[NEWEST, cloudglueDocument]]);

/**
 * The document of a version as the mock serves it, made at its first use; the same object every time. Between the
 * oldest and the newest any version has one, not only those that users can choose.
 * @throws {RangeError} for a version outside of that, or text that is no version
 */
export function documentOf(version: string): OpenApiDocument {
  const known = documents.get(version);
  if (known) return known;
  const document = withoutNotServed(projectDocument(annotatedDocument(), checkVersion(version)));
  documents.set(version, document);
  return document;
}

/** The version itself. Throws RangeError if it has no document. */
export function checkVersion(version: string): string {
  if (
    !/^(0|[1-9]\d?)(\.(0|[1-9]\d?)){2}$/.test(version) ||
    compareVersions(version, OLDEST) < 0 ||
    compareVersions(version, NEWEST) > 0
  )
    throw new RangeError(
      `No document of the API version "${version}": the versions from ${OLDEST} to ${NEWEST} have one.`,
    );
  return version;
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
export function hasValue(version: string, { schema, field, value }: FieldValue): boolean {
  if (version === NEWEST || value === undefined) return true;
  const document = documentOf(version);
  const { properties } = document.components.schemas[schema] as {
    properties: Record<string, JsonSchema | undefined>;
  };
  const { enum: values } = dereference(document, properties[field] ?? {}) as { enum?: string[] };
  return values?.includes(value) ?? false;
}

/**
 * The first version that has an operation, or a query parameter of it.
 * @throws {Error} for one that the newest does not have
 */
export function firstVersionOf(id: string, parameter?: string): string {
  const document = annotatedDocument();
  for (const item of Object.values(document.paths)) {
    const operation = Object.values(item).find(
      (one) => (one as { operationId?: string }).operationId === id,
    ) as Late & { parameters?: (Late & { name: string })[] };
    if (!operation) continue;
    const found = operation.parameters
      ?.map((one) => dereference(document, one))
      .find(({ name }) => name === parameter);
    const versions = [item, operation, found].flatMap((one) => (one as Late)?.['x-since'] ?? []);
    return versions.toSorted(compareVersions).at(-1) ?? OLDEST;
  }
  throw new Error(`openapi/cloudglue.yaml has no operation "${id}"`);
}

type Late = { 'x-since'?: string };
