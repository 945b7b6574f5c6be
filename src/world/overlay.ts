// What an account changed of the world that it shares with all others: whole connectors, as seeds.

import type { AccountState } from '../records/account-state.ts';
import { registry } from '../sources/connectors/connector-registry.ts';
import { createConnector, inOrder, type World } from './world.ts';

/** By the id of the connector. */
export type WorldOverlay = Readonly<AccountState['world']>;

/** By the world that was changed, for mocks can share an overlay: a snapshot may be put back into another one. */
const worlds = new WeakMap<World, WeakMap<WorldOverlay, World>>();

/** The world with an account's changes. Overlays are replaced, never changed, so each is applied once. */
export function withOverlay(world: World, overlay: WorldOverlay | undefined): World {
  if (!overlay) return world;
  const known = worlds.get(world) ?? new WeakMap<WorldOverlay, World>();
  worlds.set(world, known);
  let changed = known.get(overlay);
  if (!changed) {
    const kept = [...world.connectors.values()].filter(({ id }) => !(id in overlay));
    const own = Object.values(overlay).flatMap((one) =>
      one ? [createConnector({ definition: registry[one.type], seed: one.seed })] : [],
    );
    changed = { ...world, connectors: inOrder([...kept, ...own]) };
    known.set(overlay, changed);
  }
  return changed;
}
