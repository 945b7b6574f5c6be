// The catalogue of error cases, with every way that provokes each.
import { demoKeys } from '../accounts/special-keys.ts';
import { ApiError } from '../errors/api-error.ts';
import { NOBODY } from '../errors/cases/error-case.ts';
import { type ErrorName, errorCase, errorNames, isDocumented, occursAt } from '../errors/catalogue.ts';
import type { AdminSchemas } from '../openapi/admin.ts';
import { apiOf, pathTo } from '../openapi/cloudglue.ts';
import { type ApiVersion, hasValue } from '../openapi/versions.ts';
import type { World } from '../world/world.ts';
import { type Asked, commandsFor, standInsOf } from './error-commands.ts';

export type ErrorCaseEntry = AdminSchemas['ErrorCaseEntry'];

/** What the text of an error tells where no request is there to tell of. */
const SUBJECT = {
  method: 'POST',
  path: pathTo('syncFileFromUrl'),
  uri: 'grain://recording/abc123',
  type: 'grain',
  uriType: 'grain',
  ids: {
    connector: NOBODY,
    file: NOBODY,
    collection: NOBODY,
    webhook: NOBODY,
    import: NOBODY,
    run: NOBODY,
    tag: NOBODY,
  },
};

/** Every item of a world that stands for an error case. */
const itemsFor = (name: ErrorName, { connectors, publicSources }: World): string[] => [
  ...[...connectors.values()].flatMap(({ items }) => standInsOf(name, { items, isPublic: false })),
  ...[...publicSources.values()].flatMap(({ items }) => standInsOf(name, { items, isPublic: true })),
];

function describe(name: ErrorName, version: ApiVersion, asked: Asked): ErrorCaseEntry[] {
  const { status, origin, cause, operations, headers = {}, requests = [] } = errorCase(name);
  const { operationsById } = apiOf(version);
  const ids = [...operationsById.keys()].filter((id) => occursAt(name, id));
  const isLater = operations !== 'every' && operations.length > 0 && ids.length === 0;
  if (isLater) return [];
  const documented = ids.find((id) => isDocumented(id, status, version));
  const ways: ErrorCaseEntry['ways'] = {
    requests: requests as unknown as Record<string, unknown>[],
    items: itemsFor(name, asked.world),
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
    commands: commandsFor({ name, ways, places: { rule: ids[0], prefer: documented }, ...asked }),
  };
  return [entry];
}

interface Listed {
  world: World;
  /** What is later is left out: cases of later operations, and connectors of later types. */
  apiVersion: ApiVersion;
}

/** The catalogue, for a world whose items stand for some of it, with commands that ask the mock at an origin. */
export function listErrors({ world, apiVersion }: Listed, origin: string): ErrorCaseEntry[] {
  const isKnown = (value: string) => hasValue(apiVersion, { schema: 'DataConnector', field: 'type', value });
  const connectors = [...world.connectors].filter(([, { definition }]) => isKnown(definition.type));
  const asked = { world: { ...world, connectors: new Map(connectors) }, origin };
  return errorNames.flatMap((name) => describe(name, apiVersion, asked));
}
