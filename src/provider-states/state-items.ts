// Where states find connectors and items, and how they make those that the account's world lacks.
import * as z from 'zod';
import type { WorldItem } from '../control/world-control.ts';
import type { ErrorName } from '../errors/api-error.ts';
import { registry } from '../sources/connectors/connector-registry.ts';
import type { ConnectorType } from '../sources/definition.ts';
import { connectorTypeOf, hasItem } from '../sources/lookup.ts';
import type { Stage } from './state-definition.ts';

/** A `type` parameter, which has a default. */
export const typeOr = (byDefault: ConnectorType) =>
  z.enum(Object.keys(registry) as [ConnectorType, ...ConnectorType[]]).default(byDefault);

/** The id of the oldest connector of a type, as the API itself chooses; new if there is none. */
export function connectorOf({ account }: Stage, type: ConnectorType): string {
  const oldest = account.connectors.list().findLast((connector) => connector.type === type);
  return (oldest ?? account.connectors.add({ type, items: [] })).id;
}

const itemOf = (type: ConnectorType, { seed }: WorldItem) => registry[type].item(seed as never);

/** The URI of an item that can be synced; a new one if the connector has none. */
export function sampleOf(stage: Stage, type: ConnectorType): string {
  const items = stage.account.connectors.items(connectorOf(stage, type));
  const sample = items.find((one) => {
    const { media, error, outcome, listing } = itemOf(type, one);
    return media && !error && !listing && outcome === 'completed';
  });
  return sample?.uri ?? putOwn(stage, type, { name: 'contract' });
}

/** The connector that a URI belongs to. Throws Error unless it has the item. */
export function ownerOf(stage: Stage, uri: string): string {
  const definition = connectorTypeOf(uri);
  if (!definition)
    throw new Error(`${uri} is no connector's: leave uri out, or take it from the README's Connectors`);
  const id = connectorOf(stage, definition.type);
  const items = stage.account.connectors.items(id).map((one) => itemOf(definition.type, one));
  if (!hasItem({ definition, items }, uri)) {
    throw new Error(
      `the connector ${id} of type ${definition.type} has no item ${uri}: leave uri out, or add it with a seed file`,
    );
  }
  return id;
}

interface OwnItem {
  /** In lower case, with dashes. */
  name: string;
  error?: ErrorName;
}

const title = (name: string) => `Contract ${name}`;
const SEEDS: Record<ConnectorType, (name: string) => Record<string, unknown>> = {
  s3: (name) => ({ bucket: 'contracts', key: `${name}.mp4` }),
  gcs: (name) => ({ bucket: 'contracts', key: `${name}.mp4` }),
  'google-drive': (name) => ({ id: `contract-${name}`, path: `Contracts/${name}.mp4` }),
  dropbox: (name) => ({ path: `/Contracts/${name}.mp4`, share_id: `contract-${name}` }),
  zoom: (name) => ({ uuid: `contract-${name}==`, topic: title(name) }),
  grain: (name) => ({ id: `contract-${name}`, title: title(name) }),
  gong: (name) => ({ id: `contract-${name}`, title: title(name) }),
  recall: (name) => ({ id: `contract-${name}`, title: title(name) }),
};

/** Puts an item of the states' own into a connector. Returns its URI; the share link, where it has one. */
export function putOwn(stage: Stage, type: ConnectorType, { name, error }: OwnItem): string {
  const seed: Record<string, unknown> = { ...SEEDS[type](name), ...(error && { error }) };
  const { uri } = stage.account.connectors.put(connectorOf(stage, type), seed);
  return type === 'dropbox' ? `https://www.dropbox.com/scl/fi/${seed.share_id}/${name}.mp4` : uri;
}
