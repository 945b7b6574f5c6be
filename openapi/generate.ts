// Makes src/generated and the README's tables, so that nothing about the wire is written a second time.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const NOTICE = '// Made by `npm run generate` from openapi/cloudglue.yaml. Never edit it by hand.\n';

/** The files that are made from the document, by their paths from the project's root. */
export async function generateSources(): Promise<Map<string, string>> {
  const document = parse(read('openapi/cloudglue.yaml'));
  // The generator changes what it is given.
  const types = await openapiTS(structuredClone(document), {
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
  });
  return new Map([
    ['src/generated/cloudglue.ts', `${NOTICE}${astToString(types)}`],
    [
      'src/generated/cloudglue-document.ts',
      `${NOTICE}import type { OpenApiDocument } from '../spec/document.ts';\n\n` +
        `export const cloudglueDocument: OpenApiDocument = ${JSON.stringify(document, null, 2)};\n`,
    ],
  ]);
}

/** The README with its tables made anew. The tables import the sources above, which must be fresh. */
export async function generateReadme(): Promise<Map<string, string>> {
  const { readmeTables } = await import('./readme-tables.ts');
  const text = Object.entries(readmeTables()).reduce((readme, [name, table]) => {
    const [begin, end] = [`<!-- table: ${name} -->`, `<!-- end: ${name} -->`];
    const [before, rest] = readme.split(begin);
    const after = rest?.split(end)[1];
    if (after === undefined) throw new Error(`README.md lacks the lines "${begin}" and "${end}"`);
    return `${before}${begin}\n${table}\n${end}${after}`;
  }, read('README.md'));
  return new Map([['README.md', text]]);
}

async function write(files: Promise<Map<string, string>>): Promise<void> {
  for (const [path, text] of await files) writeFileSync(new URL(path, root), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await write(generateSources());
  await write(generateReadme());
}
