// The world behind the API: connectors and what they hold, the same for every account.
import type { ConnectorDefinition, SeedConnector } from '../connectors/connector.ts';
import { definitions } from '../connectors/registry.ts';
import type { Connector } from '../connectors/source.ts';

export interface World {
  /** By id, newest first. */
  readonly connectors: ReadonlyMap<string, Connector>;
}

/** A connector with the definition of its type. */
export interface PlannedConnector {
  definition: ConnectorDefinition;
  seed: SeedConnector<unknown>;
}

/** The connectors of the seeded world. */
export const seededConnectors = (): PlannedConnector[] =>
  definitions.flatMap((definition) => definition.seeded.map((seed) => ({ definition, seed })));

/** A world of these connectors. */
export function createWorld(planned: readonly PlannedConnector[]): World {
  const connectors = planned
    .map(createConnector)
    .toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
  return { connectors: new Map(connectors.map((connector) => [connector.id, connector])) };
}

function createConnector({ definition, seed }: PlannedConnector): Connector {
  let items: Connector['items'] | undefined;
  return {
    id: seed.id.toLowerCase(),
    definition,
    createdAt: Date.parse(seed.created_at),
    updatedAt: Date.parse(seed.updated_at ?? seed.created_at),
    metadata: seed.metadata,
    // Most tests use one connector: the items of the others need not be made.
    get items() {
      items ??= seed.items.map((item) => definition.item(item));
      return items;
    },
  };
}
