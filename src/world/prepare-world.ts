// Makes the items of large connectors before they are first used, in slices: all at once would delay other requests.
import { index } from '../sources/find-item.ts';
import { type Connector, itemOf } from '../sources/source.ts';
import { doInSlices, type Parts } from '../time/slices.ts';
import type { World } from './world.ts';

/** Up to so many items of a connector are made at once. */
const FEW = 500;

/** What a world waits for; null once it is ready. */
const waiting = new WeakMap<World, Promise<void> | null>();

/** To be called before a world is used. Undefined if it is ready. */
export function prepareWorld(world: World): Promise<void> | undefined {
  let known = waiting.get(world);
  if (known === undefined) {
    const large = [...world.connectors.values()].filter(({ seed }) => seed.items.length > FEW);
    known = large.length === 0 ? null : doInSlices(prepare(large)).then(() => void waiting.set(world, null));
    waiting.set(world, known);
  }
  return known ?? undefined;
}

function* prepare(connectors: Connector[]): Parts<void> {
  for (const connector of connectors) {
    for (const seed of connector.seed.items) {
      itemOf(connector.definition, seed);
      yield;
    }
    yield* index(connector);
  }
}
