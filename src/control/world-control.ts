// Adds, changes and removes connectors and items while the mock runs.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import { Conflict } from '../errors/conflict.ts';
import { fieldsErrorOf } from '../errors/fields-error.ts';
import { failRunsFrom } from '../imports/runs.ts';
import type { AdminSchemas } from '../openapi/admin.ts';
import { isSince } from '../openapi/versions.ts';
import { lookBack } from '../sources/browse.ts';
import type { ChangedConnector } from '../sources/connector-seed.ts';
import type { ConnectorType, SeedConnector } from '../sources/definition.ts';
import { findRead } from '../sources/find-item.ts';
import { type Connector, itemOf } from '../sources/source.ts';
import { validate } from '../util/validate.ts';
import { readSeedConnector } from '../world/seed-file.ts';

export type WorldConnector = AdminSchemas['WorldConnector'];
export type WorldItem = AdminSchemas['WorldItem'];

const connectorBody = (
  { apiVersion, clock }: Account,
  { id, definition, seed }: Connector,
): WorldConnector => ({
  id,
  type: definition.type,
  label: definition.label,
  filters: Object.entries(definition.filters).flatMap(([name, { since }]) =>
    isSince(apiVersion, since) ? [name] : [],
  ),
  lists_from: lookBack(definition, { version: apiVersion, now: clock.now() }).from ?? null,
  created_at: seed.created_at,
  metadata: seed.metadata,
  items: seed.items.length,
});

const seedsOf = ({ seed }: Connector) => seed.items as Record<string, unknown>[];

export const listConnectors = (account: Account): WorldConnector[] =>
  [...account.world.connectors.values()].map((connector) => connectorBody(account, connector));

/** The connector with the id, whatever the account's version of the API. Throws ApiError if there is none. */
function findConnector({ world }: Account, id: string): Connector {
  const connector = world.connectors.get(id.toLowerCase());
  if (!connector) throw ApiError.of('connector-not-found', id);
  return connector;
}

/** Every item, in the order of the seeds. */
export const listItems = (account: Account, id: string): WorldItem[] => {
  const connector = findConnector(account, id);
  return seedsOf(connector).map((seed, index) => ({ uri: connector.items[index]?.uri ?? '', seed }));
};

function change(account: Account, id: string, changed: ChangedConnector | null): void {
  account.store.world = { ...account.store.world, [id]: changed };
}

function changeItems(account: Account, connector: Connector, items: unknown[]): void {
  const seed = { ...connector.seed, id: connector.id, items } as SeedConnector<unknown>;
  change(account, connector.id, { type: connector.definition.type, seed });
}

/**
 * Adds a connector, in the format of a seed file.
 * @throws FieldsError if a field is wrong, Conflict if the account already has a connector with its id
 */
export function addConnector(account: Account, given: unknown): WorldConnector {
  const { connectors } = account.world;
  let nth = connectors.size;
  let read = readSeedConnector(given, nth);
  // A generated id must be free, even after connectors were removed.
  const isGiven = (given as { id?: unknown }).id !== undefined;
  while (!isGiven && connectors.has(read.seed.id)) read = readSeedConnector(given, ++nth);
  const { type, seed } = read;
  if (connectors.has(seed.id)) {
    throw new Conflict(`the account already has a connector with the id ${seed.id}: choose another id`);
  }
  change(account, seed.id, { type: type as ConnectorType, seed });
  return connectorBody(account, findConnector(account, seed.id));
}

/** Removes a connector, which fails runs of imports from it. Throws ApiError if the account has none with the id. */
export function removeConnector(account: Account, id: string): WorldConnector {
  const connector = findConnector(account, id);
  change(account, connector.id, null);
  failRunsFrom(account, connector.id);
  return connectorBody(account, connector);
}

/**
 * Adds an item; replaces an existing one with the same identity.
 * @throws ApiError if there is no such connector, FieldsError if a field is wrong
 */
export function putItem(account: Account, id: string, given: unknown): WorldItem {
  const connector = findConnector(account, id);
  const { definition } = connector;
  const result = validate(definition.seed, given);
  if (!result.success) throw fieldsErrorOf('the item cannot be used', result.error, given);
  const seed = structuredClone(given) as Record<string, unknown>;
  const item = itemOf(definition, seed);
  const items = [...seedsOf(connector)];
  const index = connector.items.findIndex(({ key }) => key === item.key);
  items.splice(index < 0 ? items.length : index, 1, seed);
  changeItems(account, connector, items);
  return { uri: item.uri, seed };
}

/** Removes an item, given any of its URIs. Throws ApiError if there is none. */
export function removeItem(account: Account, id: string, uri: string): WorldItem {
  const connector = findConnector(account, id);
  const reading = connector.definition.read(uri);
  if (!reading) throw ApiError.of('item-not-found', uri, connector.definition.type, connector.id);
  const item = findRead(connector, reading, { uri, unknown: 'refuse', refuses: () => false });
  const index = connector.items.indexOf(item);
  const seeds = seedsOf(connector);
  changeItems(account, connector, seeds.toSpliced(index, 1));
  return { uri: item.uri, seed: seeds[index] ?? {} };
}
