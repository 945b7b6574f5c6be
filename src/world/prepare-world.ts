// Makes very many items before they are first used, in slices: all at once would delay other requests.
import { index } from '../sources/find-item.ts';
import { type Connector, itemOf } from '../sources/source.ts';
import { doInSlices, type Parts } from '../time/slices.ts';
import { publicSourceOfSeed, type World } from './world.ts';

/** Up to so many items of a connector, or public URLs, are made at once. */
const FEW = 500;

/** What a world waits for; null once it is ready. */
const waiting = new WeakMap<World, Promise<void> | null>();

/** To be called before a world is used. Undefined if it is ready. */
export function prepareWorld(world: World): Promise<void> | undefined {
  let known = waiting.get(world);
  if (known === undefined) {
    const large = [...world.connectors.values()].filter(({ seed }) => seed.items.length > FEW);
    const isReady = large.length === 0 && world.urls.length <= FEW;
    known = isReady ? null : doInSlices(prepare(world, large)).then(() => void waiting.set(world, null));
    waiting.set(world, known);
  }
  return known ?? undefined;
}

function* prepare({ urls, publicSources }: World, connectors: Connector[]): Parts<void> {
  for (const connector of connectors) {
    for (const seed of connector.seed.items) {
      itemOf(connector.definition, seed);
      yield;
    }
    yield* index(connector);
  }
  for (const seed of urls) {
    const definition = publicSourceOfSeed(seed);
    if (definition) itemOf(definition, seed);
    yield;
  }
  for (const source of publicSources.values()) yield* index(source);
}
