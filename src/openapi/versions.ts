// The versions of the API, and the document of each.
import type { OpenApiDocument } from './document.ts';
import { annotatedDocument } from './generated/annotated-document.ts';
import { compareVersions, projectDocument } from './project-document.ts';

/** The versions that users can choose, oldest first. The last is that of openapi/cloudglue.yaml. */
export const API_VERSIONS = ['0.7.7', '0.7.12', '0.7.32'] as const;
export type ApiVersion = (typeof API_VERSIONS)[number];

const OLDEST = API_VERSIONS[0];
const newest = annotatedDocument.info.version;

const documents = new Map<string, OpenApiDocument>();

/**
 * The document of a version, made at its first use; the same object every time. Between the oldest and the newest
 * any version has one, not only those that users can choose.
 * @throws {RangeError} for a version outside of that, or text that is no version
 */
export function documentOf(version: string): OpenApiDocument {
  const known = documents.get(version);
  if (known) return known;
  if (
    !/^(0|[1-9]\d?)(\.(0|[1-9]\d?)){2}$/.test(version) ||
    compareVersions(version, OLDEST) < 0 ||
    compareVersions(version, newest) > 0
  )
    throw new RangeError(
      `No document of the API version "${version}": the versions from ${OLDEST} to ${newest} have one.`,
    );
  const document = projectDocument(annotatedDocument, version);
  documents.set(version, document);
  return document;
}
