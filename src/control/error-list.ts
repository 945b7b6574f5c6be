// The catalogue of error cases, with every way to provoke each.
import { demoKeys } from '../accounts/special-keys.ts';
import { ApiError } from '../errors/api-error.ts';
import { UNKNOWN_ID } from '../errors/cases/error-case.ts';
import {
  type ErrorName,
  errorCase,
  errorNames,
  isDocumented,
  occursAt,
  occursIn,
} from '../errors/catalogue.ts';
import type { AdminSchemas } from '../openapi/admin.ts';
import { apiOf, pathTo } from '../openapi/cloudglue.ts';
import { type ApiVersion, hasValue } from '../openapi/versions.ts';
import type { World } from '../world/world.ts';
import { type CommandTarget, commandsFor } from './error-commands.ts';
import { urisOfItemsWith } from './error-requests.ts';

export type ErrorCaseEntry = AdminSchemas['ErrorCaseEntry'];

/** The request details for an error text when there is no request. */
const SUBJECT = {
  method: 'POST',
  path: pathTo('syncFileFromUrl'),
  uri: 'grain://recording/abc123',
  type: 'grain',
  uriType: 'grain',
  ids: {
    connector: UNKNOWN_ID,
    file: UNKNOWN_ID,
    collection: UNKNOWN_ID,
    webhook: UNKNOWN_ID,
    import: UNKNOWN_ID,
    run: UNKNOWN_ID,
    tag: UNKNOWN_ID,
  },
};

/** Every item of a world that gets an error case. */
const itemsFor = (name: ErrorName, { connectors, publicSources }: World): string[] => [
  ...[...connectors.values()].flatMap(({ items }) => urisOfItemsWith(name, { items, isPublic: false })),
  ...[...publicSources.values()].flatMap(({ items }) => urisOfItemsWith(name, { items, isPublic: true })),
];

function describe(name: ErrorName, version: ApiVersion, target: CommandTarget): ErrorCaseEntry[] {
  const { status, origin, cause, operations, headers = {}, requests = [] } = errorCase(name);
  if (!occursIn(name, version)) return [];
  const { operationsById } = apiOf(version);
  const ids = [...operationsById.keys()].filter((id) => occursAt(name, id, version));
  const documented = ids.find((id) => isDocumented(id, status, version));
  const ways: ErrorCaseEntry['ways'] = {
    requests: requests as unknown as Record<string, unknown>[],
    items: itemsFor(name, target.world),
    tokens: Object.keys(demoKeys).filter((key) => demoKeys[key]?.shows === name),
    prefer: documented ? `code=${status}, example=${name}` : null,
    rule: ids.length > 0,
  };
  const entry = {
    name,
    status,
    cause,
    known_from: origin,
    operations:
      operations === 'every' ? ['every operation'] : operations.filter((id) => operationsById.has(id)),
    headers,
    example_text: ApiError.forced(name, SUBJECT).message,
    ways,
    commands: commandsFor({ name, ways, places: { rule: ids[0], prefer: documented }, ...target }),
  };
  return [entry];
}

interface Listed {
  world: World;
  /** What is later is left out: cases of later operations, and connectors of later types. */
  apiVersion: ApiVersion;
}

/** The catalogue with the items of a world that get each case, and commands for the mock at an origin. */
export function listErrors({ world, apiVersion }: Listed, origin: string): ErrorCaseEntry[] {
  const isKnown = (value: string) => hasValue(apiVersion, { schema: 'DataConnector', field: 'type', value });
  const connectors = [...world.connectors].filter(([, { definition }]) => isKnown(definition.type));
  const target = { world: { ...world, connectors: new Map(connectors) }, origin };
  return errorNames.flatMap((name) => describe(name, apiVersion, target));
}
