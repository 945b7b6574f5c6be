// One document for every version: what each version had, and what differs between two of them.
import SwaggerParser from '@apidevtools/swagger-parser';
import { describe, expect, test } from 'vitest';
import { createMock } from '../src/index.ts';
import { API_VERSIONS, checkVersion, compareVersions } from '../src/openapi/api-versions.ts';
import { changesOf } from '../src/openapi/changes.ts';
import { differencesBetween, differencesIn } from '../src/openapi/differences.ts';
import { type OpenApiDocument, operationsOf } from '../src/openapi/document.ts';
import { createFitters } from '../src/openapi/fit-to-version.ts';
import { nodeAt } from '../src/openapi/places.ts';
import { projectDocument } from '../src/openapi/project-document.ts';
import { createValidators } from '../src/openapi/validators.ts';
import { documentOf as servedDocumentOf } from '../src/openapi/versions.ts';
import { annotatedDocument } from './support/annotated-document.ts';
import { exampleMistakes } from './support/example-check.ts';
import { ids } from './support/setup.ts';

/** With the operations that the mock does not have yet. */
const documentOf = (version: string) => projectDocument(annotatedDocument, version);

type Schema = {
  enum?: string[];
  required?: string[];
  nullable?: boolean;
  properties: Record<string, Schema>;
  oneOf?: { $ref: string }[];
  discriminator?: { mapping: Record<string, string> };
  description?: string;
};
const schemaAt = (version: string, name: string) => documentOf(version).components.schemas[name] as Schema;
const fieldAt = (version: string, name: string, field: string) => schemaAt(version, name).properties[field];
const operationAt = (version: string, id: string) => operationsOf(documentOf(version)).get(id)?.operation;
const queryAt = (version: string, id: string) =>
  operationAt(version, id)?.parameters?.flatMap((one) => (one.in === 'query' ? [one.name] : []));

/** Every version in which something changed, and those that users can choose. */
const everyVersion = [
  ...new Set([...API_VERSIONS, ...changesOf(annotatedDocument).map(({ version }) => version)]),
]
  .toSorted(compareVersions)
  .map((version) => [version] as const);

/** A document like the newest with two additions in a version that there is not. */
function nextDocument(): OpenApiDocument {
  const next = structuredClone(annotatedDocument);
  next.info.version = '0.7.33';
  const { properties } = next.components.schemas.File as { properties: Record<string, unknown> };
  properties.checksum = { 'x-since': '0.7.33', type: 'string', description: 'Checksum of the content.' };
  next.paths['/files/{file_id}/copy'] = {
    post: {
      'x-since': '0.7.33',
      operationId: 'copyFile',
      tags: ['Files'],
      summary: 'Copy a file',
      parameters: [{ $ref: '#/components/parameters/FileId' }],
      responses: { 200: { description: 'The copy.', content: {} } },
    },
  };
  return next;
}

describe.each(everyVersion)('the document of %s', (version) => {
  const document = documentOf(version);

  test('is valid OpenAPI, of that version', async () => {
    expect(document.info.version).toBe(version);
    await SwaggerParser.validate(structuredClone(document) as never);
  });

  test('says nothing of other versions', () => {
    expect(JSON.stringify(document)).not.toMatch(/"x-(since|until|before|enum-since)"/);
  });

  test('has no path without an operation, and no component that nothing refers to', () => {
    for (const [path, item] of Object.entries(document.paths)) expect(item, path).not.toEqual({});
    const { securitySchemes: _, ...components } = document.components;
    const text = JSON.stringify(document);
    const unused = Object.entries(components)
      .flatMap(([kind, named]) => Object.keys(named).map((name) => `#/components/${kind}/${name}`))
      .filter((ref) => !text.includes(`"${ref}"`));
    // The parameter `filter` holds it as JSON text, to which no reference can be made.
    expect(unused).toEqual(['#/components/schemas/SearchFilter']);
  });
});

test.each(API_VERSIONS)('every answer and body of %s has an example, and each fits its schema', (version) => {
  expect(exampleMistakes(documentOf(version))).toEqual([]);
});

test('the versions to choose from end with that of the document', () => {
  expect(annotatedDocument.info.version).toBe(API_VERSIONS.at(-1));
  expect([...API_VERSIONS].toSorted(compareVersions)).toEqual(API_VERSIONS);
});

test('compares versions as numbers, not as text', () => {
  expect(['0.7.12', '0.7.9', '0.10.0', '0.7.7'].toSorted(compareVersions)).toEqual([
    '0.7.7',
    '0.7.9',
    '0.7.12',
    '0.10.0',
  ]);
});

test('a document is made once', () => {
  expect(servedDocumentOf('0.7.12')).toBe(servedDocumentOf('0.7.12'));
});

test.each(['0.7.6', '0.7.33', '1.0.0', '0.7', '', 'newest', '0.7.07'])('"%s" is no version', (version) => {
  expect(() => checkVersion(version)).toThrow(/0\.7\.7 to 0\.7\.32/);
});

test('an enum value is there from its version on, in the place where it belongs', () => {
  expect(fieldAt('0.7.7', 'File', 'media_type')?.enum).toEqual(['video', 'audio']);
  expect(fieldAt('0.7.8', 'File', 'media_type')?.enum).toEqual(['video', 'audio', 'image']);
  expect(fieldAt('0.7.22', 'Collection', 'collection_type')?.enum).not.toContain('moments');
  expect(fieldAt('0.7.23', 'Collection', 'collection_type')?.enum).toContain('moments');
});

test('a field may be missing or null from the version on that says so', () => {
  expect(schemaAt('0.7.8', 'GrainSourceMetadata').required).toHaveLength(11);
  expect(schemaAt('0.7.9', 'GrainSourceMetadata').required).toEqual(['source_type', 'grain_recording_id']);
  expect(fieldAt('0.7.8', 'GrainSourceMetadata', 'title')).not.toHaveProperty('nullable');
  expect(fieldAt('0.7.9', 'GrainSourceMetadata', 'title')).toHaveProperty('nullable', true);
});

test('a union has the members that its version has schemas of, and the discriminator names the same', () => {
  const members = (version: string) => {
    const { oneOf, discriminator } = schemaAt(version, 'SourceMetadata');
    expect(Object.values(discriminator?.mapping ?? {})).toEqual(oneOf?.map(({ $ref }) => $ref));
    return Object.keys(discriminator?.mapping ?? {});
  };
  expect(members('0.7.7')).toEqual(['grain']);
  expect(members('0.7.9')).toEqual(['grain', 'zoom', 'recall', 'google-drive', 'dropbox', 'gong']);
  expect(members('0.7.11').at(-1)).toBe('iconik');
});

test('a parameter, an operation and a status are there from their version on', () => {
  expect(queryAt('0.7.19', 'listDataConnectorFiles')).not.toContain('recursive');
  expect(queryAt('0.7.20', 'listDataConnectorFiles')).toContain('recursive');
  expect(operationAt('0.7.16', 'createMetadataImportRun')).toBeUndefined();
  expect(Object.keys(operationAt('0.7.20', 'createMetadataImportRun')?.responses ?? {})).not.toContain('400');
  expect(Object.keys(operationAt('0.7.21', 'createMetadataImportRun')?.responses ?? {})).toContain('400');
});

test('a rule that changed twice reads in each version as it was then', () => {
  const rules = ['0.7.8', '0.7.10', '0.7.12'].map(
    (version) =>
      operationAt(version, 'listDataConnectorFiles')?.parameters?.find(
        ({ name }) => name === 'title_search',
      ) as {
        description?: string;
      },
  );
  expect(rules.map((rule) => rule?.description?.match(/iconik|Google Drive|grain/g))).toEqual([
    ['grain'],
    ['Google Drive'],
    ['Google Drive', 'iconik'],
  ]);
});

test('the newest document is the annotated one without its annotations', () => {
  const newest = documentOf(annotatedDocument.info.version);
  expect([...operationsOf(newest).keys()]).toEqual([...operationsOf(annotatedDocument).keys()]);
  expect(newest.components.schemas).toHaveProperty('MetadataImportRun');
});

test('what only the SDKs tell is labelled so', () => {
  const wrong: string[] = [];
  const visit = (node: unknown, path: string, inherited: string | undefined): void => {
    if (typeof node !== 'object' || node === null) return;
    const { 'x-since': since = inherited, 'x-origin': origin } = node as Record<string, string>;
    const isField = 'type' in node || 'schema' in node;
    if (since && since !== inherited && compareVersions(since, '0.7.12') > 0 && isField && origin !== 'sdk')
      wrong.push(path);
    for (const [key, child] of Object.entries(node))
      if (key !== 'examples' && key !== 'parameters') visit(child, `${path}/${key}`, since);
  };
  visit(annotatedDocument.components.schemas, '', undefined);
  expect(wrong).toEqual([]);
});

describe('differences', () => {
  const noticed = (by: string) =>
    differencesBetween('0.7.7', '0.7.32')
      .filter(({ noticedBy }) => noticedBy === by)
      .map(({ place, what, version }) => `${version} ${place}: ${what}`);

  test('begin with what every client notices, and end with what none does', () => {
    const order = differencesBetween('0.7.7', '0.7.32').map(({ noticedBy }) => noticedBy);
    expect([...new Set(order)]).toEqual(['every client', 'strict clients', 'no client']);
    expect(order.join()).toMatch(/^(every client,)+(strict clients,)+(no client,?)+$/);
  });

  test('name the rules that change for a request that stays the same', () => {
    expect(noticed('every client')).toEqual(
      expect.arrayContaining([
        '0.7.8 uploadFile: rule changed',
        '0.7.9 listDataConnectorFiles query from: rule changed',
        '0.7.9 getDataConnectorSourceMetadata: rule changed',
        '0.7.9 DataConnectorFile.metadata: rule changed',
      ]),
    );
  });

  test('name the answers that a client of the older document refuses', () => {
    expect(noticed('strict clients')).toEqual(
      expect.arrayContaining([
        '0.7.8 File.media_type: value "image" added',
        '0.7.9 SourceMetadata: union member ZoomSourceMetadata added',
        '0.7.9 GrainSourceMetadata.title: is no longer required, can be null',
        '0.7.11 DataConnector.type: value "iconik" added',
        '0.7.23 Collection.collection_type: value "moments" added',
      ]),
    );
  });

  test('tell that new operations, parameters and optional fields are harmless', () => {
    expect(noticed('no client')).toEqual(
      expect.arrayContaining([
        '0.7.11 syncFileSourceMetadata: operation added',
        '0.7.15 DataConnectorFile.thumbnail_url: field added',
        '0.7.20 listDataConnectorFiles query recursive: parameter added',
        '0.7.32 NewCollection.describe_config.prompt: field added',
      ]),
    );
  });

  test('point into the document, and name the operations of the older version that are concerned', () => {
    const differences = differencesBetween('0.7.7', '0.7.32');
    for (const { pointer } of differences) {
      const keys = pointer
        .slice(1)
        .split('/')
        .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
      expect(nodeAt(annotatedDocument, keys), pointer).toBeTypeOf('object');
    }
    const known = new Set(operationsOf(documentOf('0.7.7')).keys());
    for (const { operations } of differences) for (const id of operations) expect(known).toContain(id);
    const image = differences.find(({ what }) => what === 'value "image" added');
    expect(image?.operations).toEqual(expect.arrayContaining(['listFiles', 'getFile', 'listVideos']));
    expect(image?.operations).not.toContain('listWebhooks');
  });

  test('are those after the older version up to the newer one', () => {
    const versions = differencesBetween('0.7.9', '0.7.12').map(({ version }) => version);
    expect([...new Set(versions)].toSorted(compareVersions)).toEqual(['0.7.11', '0.7.12']);
    expect(differencesBetween('0.7.12', '0.7.9')).toEqual(differencesBetween('0.7.9', '0.7.12'));
    expect(differencesBetween('0.7.12', '0.7.12')).toEqual([]);
  });

  test('leave out what changed in an operation that the older version does not have', () => {
    const places = (from: string) => differencesBetween(from, '0.7.32').map(({ place }) => place);
    expect(places('0.7.7')).not.toContain('createMetadataImportRun 400');
    expect(places('0.7.17')).toContain('createMetadataImportRun 400');
  });

  test('are refused for a version that is not known', () => {
    expect(() => differencesBetween('0.7.7', '0.9.0')).toThrow(/"0\.9\.0"/);
  });
});

/** A file as the mock answers with it. */
async function answeredFile(): Promise<object> {
  const response = await createMock().fetch(`/v1/data-connectors/${ids.grain}/sync`, {
    method: 'POST',
    headers: { authorization: 'Bearer cg-test', 'content-type': 'application/json' },
    body: JSON.stringify({ url: 'grain://recording/abc123' }),
  });
  return (await response.json()) as object;
}

describe('the next version', () => {
  test('projects with what it adds, and older ones without it', () => {
    const next = nextDocument();
    expect(projectDocument(next, '0.7.32')).toEqual(documentOf('0.7.32'));
    const document = projectDocument(next, '0.7.33');
    expect(operationsOf(document).has('copyFile')).toBe(true);
    expect(document.components.schemas.File).toHaveProperty('properties.checksum', {
      type: 'string',
      description: 'Checksum of the content.',
    });
  });

  test('answers its clients with what it adds, and older ones without it', async () => {
    const next = nextDocument();
    const answered = await answeredFile();
    const file = { $ref: '#/components/schemas/File' };
    const body = { ...answered, checksum: 'c0ffee' };
    const fitAt = (version: string) => createFitters(projectDocument(next, version))(file)(body);
    expect(fitAt('0.7.33')).toEqual(body);
    expect(fitAt('0.7.32')).toEqual(answered);
    const { validatorOf } = createValidators(projectDocument(next, '0.7.33'));
    expect(validatorOf(file).safeParse(body).success).toBe(true);
    expect(validatorOf(file).safeParse({ ...body, checksum: 7 }).success).toBe(false);
  });

  test('is listed among the differences', () => {
    const differences = differencesIn(changesOf(nextDocument()), ['0.7.32', '0.7.33']);
    expect(differences.map(({ place, kind, noticedBy }) => [place, kind, noticedBy])).toEqual([
      ['copyFile', 'added', 'no client'],
      ['File.checksum', 'added', 'no client'],
    ]);
  });

  test('tells what goes, what becomes required, and what has a new limit', () => {
    const next = nextDocument();
    const { NewCollection, File } = next.components.schemas as unknown as Record<string, Schema>;
    Object.assign(NewCollection ?? {}, {
      required: ['collection_type', 'name', 'description'],
      'x-before': { '0.7.33': { required: ['collection_type', 'name'] } },
    });
    Object.assign(NewCollection?.properties.name ?? {}, {
      maxLength: 80,
      'x-before': { '0.7.33': { maxLength: null } },
    });
    Object.assign(File?.properties.video_info ?? {}, { 'x-until': '0.7.33' });
    expect(projectDocument(next, '0.7.32')).toEqual(documentOf('0.7.32'));
    expect(projectDocument(next, '0.7.33').components.schemas.File).not.toHaveProperty(
      'properties.video_info',
    );
    const lines = differencesIn(changesOf(next), ['0.7.32', '0.7.33']).map(
      ({ place, what, noticedBy }) => `${noticedBy}: ${place} ${what}`,
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        'every client: NewCollection.description is required',
        'every client: NewCollection.name maxLength changed from none to 80',
        'strict clients: File.video_info field removed',
      ]),
    );
  });
});
