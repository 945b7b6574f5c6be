// An account's changes to the shared world: whole connectors, as seeds.

import type { AccountState } from '../records/account-state.ts';
import type { ChangedConnector } from '../sources/connector-seed.ts';
import { registry } from '../sources/connectors/connector-registry.ts';
import type { Connector } from '../sources/source.ts';
import { createConnector, inOrder, type World } from './world.ts';

/** Changed connectors by id; null for a removed one. */
export type WorldOverlay = Readonly<AccountState['world']>;

/** By the original world, because two mocks can share an overlay: a snapshot of one may be restored into the other. */
const changedWorlds = new WeakMap<World, WeakMap<WorldOverlay, World>>();

/** A change of another connector leaves a connector as it is. */
const connectors = new WeakMap<ChangedConnector, Connector>();

function connectorOf(changed: ChangedConnector): Connector {
  let connector = connectors.get(changed);
  if (!connector) {
    connector = createConnector({ definition: registry[changed.type], seed: changed.seed });
    connectors.set(changed, connector);
  }
  return connector;
}

/** The world with an account's changes. Overlays are replaced, never changed, so each is applied once. */
export function withOverlay(world: World, overlay: WorldOverlay | undefined): World {
  if (!overlay) return world;
  const byOverlay = changedWorlds.get(world) ?? new WeakMap<WorldOverlay, World>();
  changedWorlds.set(world, byOverlay);
  let changed = byOverlay.get(overlay);
  if (!changed) {
    const unchanged = [...world.connectors.values()].filter(({ id }) => !(id in overlay));
    const added = Object.values(overlay).flatMap((one) => (one ? [connectorOf(one)] : []));
    changed = { ...world, connectors: inOrder([...unchanged, ...added]) };
    byOverlay.set(overlay, changed);
  }
  return changed;
}
