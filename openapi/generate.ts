// Makes src/generated from the OpenAPI document, so that nothing about the wire is written a second time.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const root = new URL('../', import.meta.url);
const NOTICE = '// Made by `npm run generate` from openapi/cloudglue.yaml. Never edit it by hand.\n';

/** Every generated file, by its path from the project's root. */
export async function generate(): Promise<Map<string, string>> {
  const document = parse(readFileSync(new URL('openapi/cloudglue.yaml', root), 'utf8'));
  const types = astToString(
    await openapiTS(document, { defaultNonNullable: false, emptyObjectsUnknown: true }),
  );
  return new Map([
    ['src/generated/cloudglue.ts', `${NOTICE}${types}`],
    [
      'src/generated/cloudglue-document.ts',
      `${NOTICE}import type { OpenApiDocument } from '../spec/document.ts';\n\n` +
        `export const cloudglueDocument: OpenApiDocument = ${JSON.stringify(document, null, 2)};\n`,
    ],
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of await generate()) writeFileSync(new URL(path, root), text);
}
