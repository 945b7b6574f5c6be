// Ids of the seeded world's connectors, from the registry: a new connector has one as soon as it is registered.
import { definitions, registry } from '../../src/sources/connectors/connector-registry.ts';
import type { ConnectorType } from '../../src/sources/definition.ts';

const connectors = definitions.flatMap(({ type, seeded }) => seeded.map(({ id }) => ({ type, id })));
const [, agencyDrive] = registry['google-drive'].seeded;

/** How many connectors the seeded world has. */
export const connectorCount = connectors.length;

/** The first seeded connector of each type, and the second one of Google Drive. */
export const ids = {
  ...(Object.fromEntries(connectors.toReversed().map(({ type, id }) => [type, id])) as Record<
    ConnectorType,
    string
  >),
  agencyDrive: agencyDrive?.id ?? '',
};
