// The tables of the READMEs, from the document, the registry, the options and the error catalogue.
import { readFileSync } from 'node:fs';
import { allOptions, defaultOf, flagOf, type OptionName, variableOf } from '../config/options.ts';
import { lifecycles } from '../config/settings.ts';
import { listErrors } from '../control/error-list.ts';
import { type OperationId, operationsById } from '../openapi/cloudglue.ts';
import { differencesBetween } from '../openapi/differences.ts';
import { operationsOf } from '../openapi/document.ts';
import { adminDocument } from '../openapi/generated/admin-document.ts';
import { API_VERSIONS } from '../openapi/versions.ts';
import { listStates } from '../provider-states/state-catalogue.ts';
import { definitions } from '../sources/connectors/connector-registry.ts';
import { dropbox } from '../sources/connectors/dropbox.ts';
import { publicDefinitions } from '../sources/public/public-registry.ts';
import { verifyOptions } from '../verify/verify-options.ts';
import { createWorld, seededWorld } from '../world/world.ts';

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const code = (text: string) => `\`${text}\``;

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const operations = () =>
  table(
    ['operation', 'request', 'what it does', 'answers'],
    [...operationsById.values()].map(({ id, method, path, operation }) => [
      code(id),
      code(`${method.toUpperCase()} ${path}`),
      operation.summary,
      Object.keys(operation.responses).join(', '),
    ]),
  );

const differences = () =>
  table(
    ['noticed by', 'since', 'where', 'what'],
    differencesBetween(API_VERSIONS[0], API_VERSIONS[API_VERSIONS.length - 1] ?? '').map(
      ({ noticedBy, version, place, what, text }) => [
        noticedBy,
        version,
        code(place),
        what === 'rule changed' ? `${what}: ${text}` : what,
      ],
    ),
  );

const connectors = () =>
  table(
    ['type', 'accepted URIs', 'browsing counts', 'connector ids', 'a URI to try'],
    definitions.map(({ type, forms, filters, seeded, item }) => [
      code(type),
      forms.map(code).join('<br>'),
      filters.map(code).join(', ') || 'nothing',
      seeded.map(({ id }) => code(id)).join('<br>'),
      code(
        seeded
          .flatMap(({ items }) => items.map((seed) => item(seed)))
          .find(({ media, error }) => media && !error)?.uri ?? '',
      ),
    ]),
  );

const SYNC = 'POST /v1/data-connectors/{id}/sync';
const MEDIA = 'POST /v1/collections/{collection_id}/media';

/** Every kind of source, and the endpoint that makes a file of it. */
const sources = () =>
  table(
    ['what you have', 'its file is made by', '`source`', 'to try'],
    [
      [
        `the URI of a connector's item (${definitions.map(({ type }) => code(type)).join(', ')})`,
        `${code(SYNC)}; ${code(MEDIA)}, through the oldest connector of the type`,
        "the connector's type",
        'see [Connectors](#connectors)',
      ],
      [
        `a Dropbox share link: ${dropbox.forms
          .filter((form) => form.startsWith('https'))
          .map(code)
          .join(', ')}`,
        [SYNC, 'POST /v1/files/sync', MEDIA].map(code).join(', '),
        code(dropbox.type),
        code('https://www.dropbox.com/scl/fi/b2vrhy678t7poas4voh71/All-hands.mp4'),
      ],
      ...publicDefinitions.map(({ label, forms, door, source, seeded }) => [
        `${label}: ${forms.map(code).join(', ')}`,
        [...(door ? [door] : []), MEDIA].map(code).join(', '),
        code(source),
        code(seeded.find(({ error, outcome }) => !error && !outcome)?.url ?? ''),
      ]),
      ['a local file', code('POST /v1/files'), code('upload'), ''],
      ['a file that you made before', `${code(MEDIA)}, by its id or its URI`, 'as it was', ''],
    ],
  );

const options = () =>
  table(
    ['option', 'in code', 'environment', 'default', 'what it does'],
    (Object.keys(allOptions) as OptionName[]).map((name) => [
      code(`--${flagOf(name)} ${allOptions[name].hint}`),
      code(name),
      code(variableOf(name)),
      defaultOf(allOptions[name]) ?? '',
      allOptions[name].help,
    ]),
  );

const lifecycle = () =>
  table(
    ['lifecycle', 'a file moves'],
    Object.entries(lifecycles).map(([name, how]) => [code(name), how]),
  );

/** How each error case is provoked; a rule and, where documented, the header can always do it. */
const errors = () =>
  table(
    ['status', 'case', 'why', 'operations', 'got by', 'known from'],
    listErrors({ world: createWorld(seededWorld()) }, 'http://127.0.0.1:4747')
      .toSorted((a, b) => a.status - b.status)
      .map(({ name, status, cause, operations, headers, known_from, ways }) => [
        `${status}${headers['retry-after'] ? `, Retry-After ${headers['retry-after']}` : ''}`,
        code(name),
        cause,
        operations.length > 5
          ? `${operations.length} operations`
          : operations.map((id) => (operationsById.has(id as OperationId) ? code(id) : id)).join(', ') ||
            'none',
        [
          ...(ways.requests.length > 0 ? ['request'] : []),
          ...(ways.items.length > 0 ? ['item'] : []),
          ...ways.tokens.map((key) => `key ${code(key)}`),
          ...(ways.prefer ? ['`Prefer`'] : []),
          ...(ways.rule ? ['rule'] : []),
        ].join(', '),
        known_from,
      ]),
  );

const admin = () =>
  table(
    ['request', 'what it does', 'in code'],
    [...operationsOf(adminDocument).values()].map(({ method, path, operation }) => [
      code(`${method.toUpperCase()} ${path}`),
      operation.summary,
      operation['x-method'] ? code(operation['x-method']) : '',
    ]),
  );

const parameterText = ({ name, required, default: byDefault }: Parameter) =>
  required ? code(name) : `${code(name)}${byDefault === undefined ? '' : ` (${JSON.stringify(byDefault)})`}`;
type Parameter = ReturnType<typeof listStates>[number]['parameters'][number];

const states = () =>
  table(
    ['state', 'what holds', 'parameters (defaults)', 'gives'],
    listStates().map(({ name, summary, parameters, gives }) => [
      code(name),
      summary,
      parameters.map(parameterText).join(', '),
      gives.map(code).join(', '),
    ]),
  );

const verify = () =>
  table(
    ['option of `verify`', 'what it does'],
    Object.entries(verifyOptions as Record<string, { hint?: string; help: string }>).map(
      ([name, { hint, help }]) => [code(`--${name}${hint ? ` ${hint}` : ''}`), help],
    ),
  );

const example = (file: string, language: string) =>
  `\`\`\`${language}\n${readFileSync(new URL(`../../contracts/examples/${file}`, import.meta.url), 'utf8')}\`\`\``;

/** Each table by the name that its place in a README has. */
export const readmeTables = (): Record<string, string> => ({
  connectors: connectors(),
  sources: sources(),
  operations: operations(),
  differences: differences(),
  lifecycle: lifecycle(),
  options: options(),
  errors: errors(),
  states: states(),
  verify: verify(),
  'first-contract': `${example('first.pact.test.ts', 'typescript')}\n\n${example('workflow.yml', 'yml')}`,
  admin: admin(),
});
