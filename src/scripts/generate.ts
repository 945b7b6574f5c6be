// Writes the generated sources and the tables of the READMEs, so that nothing is written a second time.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';
import { API_VERSIONS } from '../openapi/api-versions.ts';
import { changesOf } from '../openapi/changes.ts';
import { type OpenApiDocument, operationsOf } from '../openapi/document.ts';
import { projectDocument } from '../openapi/project-document.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
/** The files that are made from the documents, by their paths from the project's root. */
export async function generateSources(): Promise<Map<string, string>> {
  const annotated: OpenApiDocument = parse(read('openapi/cloudglue.yaml'));
  const newest = projectDocument(annotated, annotated.info.version);
  const admin: OpenApiDocument = parse(read('openapi/admin.yaml'));
  const files = await Promise.all([sourcesOf('cloudglue', newest), sourcesOf('admin', admin)]);
  return new Map([...files.flat(), versionData(annotated), places({ api: newest, admin })]);
}

const noticeOf = (name: string) =>
  `// Made by \`npm run generate\` from openapi/${name}.yaml. Never edit it by hand.\n`;

/** A document as data. As text in a literal it is read much faster than as an object literal. */
const dataOf = (name: string, document: OpenApiDocument): [string, string] => [
  `src/openapi/generated/${name}-document.ts`,
  `${noticeOf(name)}import type { OpenApiDocument } from '../document.ts';\n\n` +
    `export const ${name}Document: OpenApiDocument = JSON.parse(${textOf(document)});\n`,
];

/**
 * What is known of older versions, as functions that give text: most processes never read it, and to work it out takes
 * too long.
 */
function versionData(annotated: OpenApiDocument): [string, string] {
  const older = API_VERSIONS.filter((version) => version !== annotated.info.version).map(
    (version) => `  '${version}': () =>\n    ${textOf(projectDocument(annotated, version))},\n`,
  );
  return [
    'src/openapi/generated/version-data.ts',
    `${noticeOf('cloudglue')}export const olderDocuments: Record<string, () => string> = {\n${older.join('')}};\n\n` +
      `export const changesText = (): string =>\n  ${textOf(changesOf(annotated))};\n`,
  ];
}

/** Where each operation is reached: what a web page needs of the documents, which are too large for it. */
function places(documents: Record<string, OpenApiDocument>): [string, string] {
  const tables = Object.entries(documents).map(([name, document]) => {
    const rows = [...operationsOf<string>(document).values()].map(
      ({ id, method, path }) => `  ${id}: '${method.toUpperCase()} ${path}',\n`,
    );
    return `export const ${name}Places = {\n${rows.join('')}} as const;\n`;
  });
  return [
    'src/openapi/generated/operation-places.ts',
    `// Made by \`npm run generate\` from the documents in openapi. Never edit it by hand.\n${tables.join('\n')}`,
  ];
}

const textOf = (value: unknown): string => JSON.stringify(JSON.stringify(value));

async function sourcesOf(name: string, document: OpenApiDocument): Promise<[string, string][]> {
  // The generator changes what it is given.
  const types = await openapiTS(structuredClone(document) as never, {
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
  });
  return [
    [`src/openapi/generated/${name}.ts`, `${noticeOf(name)}${astToString(types)}`],
    dataOf(name, document),
  ];
}

/** The types of the options. Their table imports the sources above, which must be fresh. */
export async function generateOptionTypes(): Promise<Map<string, string>> {
  const { optionTypes } = await import('./option-types.ts');
  return new Map([['src/mock/generated/option-types.ts', optionTypes()]]);
}

/** The documents that have tables. */
const READMES = [
  'README.md',
  'openapi/README.md',
  'src/check/README.md',
  'contracts/README.md',
  'src/README.md',
  'test/README.md',
];

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
