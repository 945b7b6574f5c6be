// Writes the generated sources and the tables of the READMEs, so that nothing is written a second time.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
/** The documents, and what the TypeScript made from each is called. */
const DOCUMENTS = ['cloudglue', 'admin'];

/** The files that are made from the documents, by their paths from the project's root. */
export async function generateSources(): Promise<Map<string, string>> {
  const files = await Promise.all(DOCUMENTS.map(generateFrom));
  return new Map(files.flat());
}

async function generateFrom(name: string): Promise<[string, string][]> {
  const notice = `// Made by \`npm run generate\` from openapi/${name}.yaml. Never edit it by hand.\n`;
  const document = parse(read(`openapi/${name}.yaml`));
  // The generator changes what it is given.
  const types = await openapiTS(structuredClone(document), {
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
  });
  return [
    [`src/openapi/generated/${name}.ts`, `${notice}${astToString(types)}`],
    [
      `src/openapi/generated/${name}-document.ts`,
      `${notice}import type { OpenApiDocument } from '../document.ts';\n\n` +
        `export const ${name}Document: OpenApiDocument = ${JSON.stringify(document, null, 2)};\n`,
    ],
  ];
}

/** The types of the options. Their table imports the sources above, which must be fresh. */
export async function generateOptionTypes(): Promise<Map<string, string>> {
  const { optionTypes } = await import('./option-types.ts');
  return new Map([['src/mock/generated/option-types.ts', optionTypes()]]);
}

/** The documents that have tables. */
const READMES = ['README.md', 'openapi/README.md', 'contracts/README.md', 'src/README.md', 'test/README.md'];

/** The READMEs with their tables made anew. The tables import the sources above, which must be fresh. */
export async function generateReadmes(): Promise<Map<string, string>> {
  const { readmeTables } = await import('./readme-tables.ts');
  const readmes = new Map(READMES.map((path) => [path, read(path)]));
  for (const [name, table] of Object.entries(readmeTables())) {
    const [begin, end] = [`<!-- table: ${name} -->`, `<!-- end: ${name} -->`];
    const [path, text] = [...readmes].find(([, one]) => one.includes(begin) && one.includes(end)) ?? [];
    if (path === undefined || text === undefined) {
      throw new Error(`none of ${READMES.join(', ')} has the lines "${begin}" and "${end}"`);
    }
    const [before, rest] = text.split(begin);
    readmes.set(path, `${before}${begin}\n${table}\n${end}${rest?.split(end)[1]}`);
  }
  return readmes;
}

async function write(files: Promise<Map<string, string>>): Promise<void> {
  for (const [path, text] of await files) writeFileSync(new URL(path, root), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await write(generateSources());
  await write(generateOptionTypes());
  await write(generateReadmes());
}
