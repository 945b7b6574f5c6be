// A source with what it holds, and a connector of the world: what a definition and seeds make together.
import type { ConnectorDefinition, SeedConnector, SourceDefinition } from './definition.ts';
import type { SourceItem } from './item.ts';

/** A source with what it holds. */
export interface Source {
  definition: SourceDefinition;
  items: readonly SourceItem[];
}

/** One connector of the world. */
export interface Connector extends Source {
  /** A UUID in lower case. */
  id: string;
  definition: ConnectorDefinition;
  /** Milliseconds since the Unix epoch. */
  createdAt: number;
  updatedAt: number;
  metadata: Record<string, unknown>;
  /** What it was made from. */
  seed: SeedConnector<unknown>;
}

/** The oldest connector of a type, which is used where none is named; a world has the newest first. */
export const oldestOf = (connectors: ReadonlyMap<string, Connector>, type: string): Connector | undefined =>
  [...connectors.values()].findLast(({ definition }) => definition.type === type);

/** Items by their source's definition and their seeds: a change of one item leaves the others of its connector as they are. */
const made = new WeakMap<object, WeakMap<object, SourceItem>>();

/** The item that a seed describes, made once. */
export function itemOf<Seed>(definition: { item(seed: Seed): SourceItem }, seed: Seed): SourceItem {
  const known = made.get(definition) ?? new WeakMap<object, SourceItem>();
  made.set(definition, known);
  let item = known.get(seed as object);
  if (!item) {
    item = definition.item(seed);
    known.set(seed as object, item);
  }
  return item;
}
