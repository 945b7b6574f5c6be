// The world behind the API: connectors with their items, and the public web. All accounts start with the same one.

import type { ApiVersion } from '../openapi/versions.ts';
import type { FaultRule } from '../records/fault-rule.ts';
import { definitions } from '../sources/connectors/connector-registry.ts';
import type { ConnectorDefinition, SeedConnector } from '../sources/definition.ts';
import type { PublicDefinition, PublicSeed } from '../sources/public/public-definition.ts';
import { publicDefinitions, publicSourceOf } from '../sources/public/public-registry.ts';
import { type Connector, itemOf, type Source } from '../sources/source.ts';

export interface World {
  /** By id, newest first. */
  readonly connectors: ReadonlyMap<string, Connector>;
  readonly publicSources: ReadonlyMap<string, Source>;
  /** What all public sources have. */
  readonly urls: readonly PublicSeed[];
}

/** The data to create a world from. */
export interface WorldPlan {
  connectors: PlannedConnector[];
  /** The URLs of all public sources. */
  urls: PublicSeed[];
  /** Fault rules that every account starts with. */
  faults: FaultRule[];
  /** The version of the API that is answered as, unless an option gives one. */
  apiVersion: ApiVersion | undefined;
}

/** A connector with the definition of its type. */
export interface PlannedConnector {
  definition: ConnectorDefinition;
  seed: SeedConnector<unknown>;
}

/** The seeded world. */
export const seededWorld = (): WorldPlan => ({
  connectors: definitions.flatMap((definition) => definition.seeded.map((seed) => ({ definition, seed }))),
  urls: publicDefinitions.flatMap(({ seeded }) => seeded),
  faults: [],
  apiVersion: undefined,
});

export function createWorld({ connectors, urls }: Pick<WorldPlan, 'connectors' | 'urls'>): World {
  return {
    connectors: inOrder(connectors.map(createConnector)),
    publicSources: new Map(
      publicDefinitions.map((definition) => [definition.type, createPublicSource(definition, urls)]),
    ),
    urls,
  };
}

/** The order of connectors: newest first, then by id. */
export const newestFirst = (
  a: { createdAt: number; id: string },
  b: { createdAt: number; id: string },
): number => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1);

/** Sorts connectors for a world: by id, newest first. */
export function inOrder(connectors: Connector[]): World['connectors'] {
  return new Map(connectors.toSorted(newestFirst).map((connector) => [connector.id, connector]));
}

const sourcesOfSeeds = new WeakMap<PublicSeed, PublicDefinition | undefined>();

/** The public source that a seed belongs to, looked for once. */
export function publicSourceOfSeed(seed: PublicSeed): PublicDefinition | undefined {
  if (!sourcesOfSeeds.has(seed)) sourcesOfSeeds.set(seed, publicSourceOf(seed.url));
  return sourcesOfSeeds.get(seed);
}

function createPublicSource(definition: PublicDefinition, urls: PublicSeed[]): Source {
  let items: Source['items'] | undefined;
  return {
    definition,
    get items() {
      items ??= urls
        .filter((seed) => publicSourceOfSeed(seed) === definition)
        .map((seed) => itemOf(definition, seed));
      return items;
    },
  };
}

export function createConnector({ definition, seed }: PlannedConnector): Connector {
  let items: Connector['items'] | undefined;
  return {
    id: seed.id.toLowerCase(),
    definition,
    createdAt: Date.parse(seed.created_at),
    updatedAt: Date.parse(seed.updated_at ?? seed.created_at),
    metadata: seed.metadata,
    seed,
    // Created on first use: most tests need the items of only one connector.
    get items() {
      items ??= seed.items.map((one) => itemOf(definition, one));
      return items;
    },
  };
}
