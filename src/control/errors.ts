// The catalogue of error cases, with every way that provokes each.
import type { Account } from '../accounts.ts';
import { demoKeys } from '../faults/demo-keys.ts';
import type { AdminSchemas } from '../spec/admin.ts';
import { operationsById } from '../spec/cloudglue.ts';
import { type ErrorName, errorCase, errorNames, isDocumented, occursAt } from '../wire/error-cases.ts';
import { ApiError } from '../wire/errors.ts';
import type { World } from '../world/world.ts';

export type ErrorCaseEntry = AdminSchemas['ErrorCaseEntry'];

/** What the text of an error tells where no request is there to tell of. */
const SUBJECT = {
  method: 'POST',
  path: '/v1/files/sync',
  uri: 'grain://recording/abc123',
  type: 'grain',
  id: 'abc123',
};

/** Every item of a world that stands for an error case. */
function itemsFor(name: ErrorName, { connectors, publicSources }: World): string[] {
  return [...connectors.values(), ...publicSources.values()].flatMap(({ items }) =>
    items.filter(({ error }) => error === name).map(({ uri }) => uri),
  );
}

function describe(name: ErrorName, world: World): ErrorCaseEntry {
  const { status, origin, cause, operations, headers = {}, requests = [] } = errorCase(name);
  const ids = [...operationsById.keys()].filter((id) => occursAt(name, id));
  return {
    name,
    status,
    cause,
    known_from: origin,
    operations: operations === 'every' ? ['every operation'] : [...operations],
    headers,
    example_text: ApiError.forced(name, SUBJECT).message,
    ways: {
      requests: requests as unknown as Record<string, unknown>[],
      items: itemsFor(name, world),
      tokens: Object.keys(demoKeys).filter((key) => demoKeys[key]?.shows === name),
      prefer: ids.some((id) => isDocumented(id, status)) ? `code=${status}, example=${name}` : null,
      rule: ids.length > 0,
    },
  };
}

/** The catalogue, for a world whose items stand for some of it. */
export const listErrors = ({ world }: Pick<Account, 'world'>): ErrorCaseEntry[] =>
  errorNames.map((name) => describe(name, world));
