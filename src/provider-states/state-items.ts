// Connectors and items for provider states: those of the account's world, or new ones where it has none.
import * as z from 'zod';
import type { WorldItem } from '../control/world-control.ts';
import type { ErrorName } from '../errors/api-error.ts';
import { connectorTypeOf, registry } from '../sources/connectors/connector-registry.ts';
import type { ConnectorDefinition, ConnectorType } from '../sources/definition.ts';
import { hasItem } from '../sources/find-item.ts';
import type { StateContext } from './state-definition.ts';

/** A `type` parameter, which has a default. */
export const typeOr = (byDefault: ConnectorType) =>
  z.enum(Object.keys(registry) as [ConnectorType, ...ConnectorType[]]).default(byDefault);

/** The id of the oldest connector of a type, which the API itself would choose; new if there is none. */
export function connectorOf({ account }: StateContext, type: ConnectorType): string {
  const oldest = account.connectors.list().findLast((connector) => connector.type === type);
  return (oldest ?? account.connectors.add({ type, items: [] })).id;
}

const definitionOf = (type: ConnectorType): ConnectorDefinition => registry[type];
const itemOf = (type: ConnectorType, { seed }: WorldItem) => definitionOf(type).item(seed);

/** The URI of an item that can be synced; a new one if the connector has none. */
export function sampleOf(context: StateContext, type: ConnectorType): string {
  const items = context.account.connectors.items(connectorOf(context, type));
  const sample = items.find((one) => {
    const { media, error, outcome, listing } = itemOf(type, one);
    return media && !error && !listing && outcome === 'completed';
  });
  return sample?.uri ?? putFixture(context, type, { name: 'contract' });
}

/** The id of the connector that a URI belongs to. Throws Error unless it has the item. */
export function ownerOf(context: StateContext, uri: string): string {
  const definition = connectorTypeOf(uri);
  if (!definition)
    throw new Error(`${uri} is no connector's: leave uri out, or take it from the README's Connectors`);
  const id = connectorOf(context, definition.type);
  const items = context.account.connectors.items(id).map((one) => itemOf(definition.type, one));
  if (!hasItem({ definition, items }, uri)) {
    throw new Error(
      `the connector ${id} of type ${definition.type} has no item ${uri}: leave uri out, or add it with a seed file`,
    );
  }
  return id;
}

interface Fixture {
  /** In lower case, with dashes. */
  name: string;
  error?: ErrorName;
}

/** Puts an item that exists for provider states only into a connector. Returns its share link, or else its URI. */
export function putFixture(context: StateContext, type: ConnectorType, { name, error }: Fixture): string {
  const { fixture, sharing } = definitionOf(type);
  const seed = { ...(fixture(name) as object), ...(error && { error }) };
  const put = context.account.connectors.put(connectorOf(context, type), seed);
  return sharing?.linkTo(itemOf(type, put)) ?? put.uri;
}
