// The document as it is written, which tells of each part which versions have it.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { OpenApiDocument } from '../../src/openapi/document.ts';

export const annotatedDocument: OpenApiDocument = parse(
  readFileSync(new URL('../../openapi/cloudglue.yaml', import.meta.url), 'utf8'),
);
