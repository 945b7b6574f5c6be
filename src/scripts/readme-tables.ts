// The tables of the READMEs, from the document, the registry, the options and the error catalogue.
import { readFileSync } from 'node:fs';
import { checkOptions } from '../check/check-options.ts';
import { expectations } from '../check/scenarios/expectations/expectation-registry.ts';
import { scenarios } from '../check/scenarios/scenario-registry.ts';
import { serveOptions } from '../cli/serve-options.ts';
import { type CommandOption, spelling } from '../config/command-line.ts';
import { allOptions, defaultOf, flagOf, type OptionName, variableOf } from '../config/options.ts';
import { lifecycles } from '../config/settings.ts';
import { listErrors } from '../control/error-list.ts';
import { allRules } from '../judge/rule-registry.ts';
import { adminOperationsById } from '../openapi/admin.ts';
import { NEWEST, OLDEST } from '../openapi/api-versions.ts';
import { endpointOf, type OperationId, operationsById } from '../openapi/cloudglue.ts';
import { differencesBetween } from '../openapi/differences.ts';
import { listStates } from '../provider-states/state-catalogue.ts';
import { definitions } from '../sources/connectors/connector-registry.ts';
import type { ConnectorDefinition } from '../sources/definition.ts';
import type { SourceItem } from '../sources/item.ts';
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
    differencesBetween(OLDEST, NEWEST).map(({ noticedBy, version, place, what, text }) => [
      noticedBy,
      version,
      code(place),
      what === 'rule changed' ? `${what}: ${text}` : what,
    ]),
  );

const connectors = () =>
  table(
    ['type', 'accepted URIs', 'browsing counts', 'connector ids', 'a URI to try'],
    definitions.map((definition) => [
      code(definition.type),
      definition.forms.map(code).join('<br>'),
      Object.entries(definition.filters)
        .map(([name, { since }]) => `${code(name)}${since === OLDEST ? '' : ` (${since})`}`)
        .join(', ') || 'nothing',
      definition.seeded.map(({ id }) => code(id)).join('<br>'),
      code(sampleOf(seededItems(definition))?.uri ?? ''),
    ]),
  );

/** The first item of a source that can be synced. */
const sampleOf = <Item extends SourceItem>(items: readonly Item[]) =>
  items.find(({ media, error, outcome }) => media && !error && outcome === 'completed');

const seededItems = ({ seeded, item }: ConnectorDefinition) =>
  seeded.flatMap(({ items }) => items.map((seed) => item(seed)));

const endpoints = (...ids: OperationId[]) => ids.map((id) => code(endpointOf(id))).join(', ');

/** Share links that anybody can sync, without a connector. */
const shareLinks = () =>
  definitions.flatMap((definition) => {
    const { label, type, sharing } = definition;
    if (!sharing) return [];
    const items = seededItems(definition).filter((item) => sharing.linkTo(item));
    const sample = sampleOf(items);
    return [
      [
        `a ${label} share link: ${sharing.forms.map(code).join(', ')}`,
        endpoints('syncDataConnectorFile', 'syncFileFromUrl', 'addMedia'),
        code(type),
        code((sample && sharing.linkTo(sample)) ?? ''),
      ],
    ];
  });

/** Every kind of source, and the endpoints that make a file from it. */
const sources = () =>
  table(
    ['what you have', 'its file is made by', '`source`', 'to try'],
    [
      [
        `the URI of a connector's item (${definitions.map(({ type }) => code(type)).join(', ')})`,
        `${endpoints('syncDataConnectorFile')}; ${endpoints('addMedia')}, through the oldest connector of the type`,
        "the connector's type",
        'see [Connectors](#connectors)',
      ],
      ...shareLinks(),
      ...publicDefinitions.map(({ label, forms, collectionsOnly, source, seeded, item }) => [
        `${label}: ${forms.map(code).join(', ')}`,
        endpoints(...(collectionsOnly ? [] : (['syncFileFromUrl'] as const)), 'addMedia'),
        code(source),
        code(seeded.find((seed) => sampleOf([item(seed)]))?.url ?? ''),
      ]),
      ['a local file', endpoints('uploadFile'), code('upload'), ''],
      ['a file that you made before', `${endpoints('addMedia')}, by its id or its URI`, 'as it was', ''],
    ],
  );

const options = () =>
  table(
    ['option', 'in code', 'environment', 'default', 'what it does'],
    (Object.keys(allOptions) as OptionName[])
      .map((name) => [
        code(`--${flagOf(name)} ${allOptions[name].hint}`),
        code(name),
        code(variableOf(name)),
        defaultOf(allOptions[name]) ?? '',
        allOptions[name].help,
      ])
      .concat(Object.entries(serveOptions).map(([name, { help }]) => [code(`--${name}`), '', '', '', help])),
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
    listErrors({ world: createWorld(seededWorld()), apiVersion: NEWEST }, 'http://127.0.0.1:4747')
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

/** The rules by which clients are judged. */
const rules = () =>
  table(
    [
      'rule',
      'severity',
      'what a sound client does',
      'why',
      'known from',
      'a client that breaks it',
      'one that does not',
    ],
    allRules.map(({ name, severity, summary, reason, source, examples }) => [
      code(name),
      severity,
      summary,
      reason,
      source === 'documented' ? 'the document' : 'this project',
      examples.broken,
      examples.sound,
    ]),
  );

const admin = () =>
  table(
    ['request', 'what it does', 'in code'],
    [...adminOperationsById.values()].map(({ method, path, operation }) => [
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

const optionsOf = (command: string, options: Record<string, CommandOption>) =>
  table(
    [`option of \`${command}\``, 'what it does'],
    Object.entries(options).map(([name, option]) => [code(`--${spelling(name, option)}`), option.help]),
  );

const scenarioTable = () =>
  table(
    ['scenario', 'what happens', 'a good client', 'to meet it, a client has to'],
    scenarios.map(({ name, summary, good = '', to_meet = '' }) => [code(name), summary, good, to_meet]),
  );

const expectationTable = () =>
  table(
    ['word', 'what is expected'],
    Object.entries(expectations).map(([word, { summary }]) => [code(word), summary]),
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
  verify: optionsOf('verify', verifyOptions),
  check: optionsOf('check', checkOptions),
  scenarios: scenarioTable(),
  expectations: expectationTable(),
  'own-scenario': `\`\`\`yaml\n${readFileSync(new URL('../check/examples/slow-morning.yaml', import.meta.url), 'utf8')}\`\`\``,
  'first-contract': `${example('first.pact.test.ts', 'typescript')}\n\n${example('workflow.yml', 'yml')}`,
  rules: rules(),
  admin: admin(),
});
