// Reads a seed file. Every field is checked before any of them is used.
import * as z from 'zod';
import { type Problem, readCheckedFile } from '../errors/checked-file.ts';
import { pathText } from '../errors/explain.ts';
import { FieldsError, fieldsErrorOf } from '../errors/fields-error.ts';
import { API_VERSIONS } from '../openapi/versions.ts';
import { type FaultRule, ruleField } from '../records/fault-rule.ts';
import { type ConnectorSeed, connectorSeed } from '../sources/connector-seed.ts';
import { registry } from '../sources/connectors/connector-registry.ts';
import { type PublicSeed, publicSeed } from '../sources/public/public-definition.ts';
import { publicSourceOf } from '../sources/public/public-registry.ts';
import { itemOf } from '../sources/source.ts';
import { uuidFrom } from '../util/random.ts';
import { validate } from '../util/validate.ts';
import { newestFirst, type PlannedConnector, seededWorld, type WorldPlan } from './world.ts';

/** A seed file with mistakes. The message has one line for each: file, line number, field and what was expected. */
export class SeedError extends Error {
  override name = 'SeedError';
}

/** The fields of a seed file, which other files that describe a world have too. */
export const seedFields = {
  /** `extend` adds to the seeded world, `replace` starts from an empty one. */
  mode: z.enum(['extend', 'replace']).optional(),
  /** The version of the API that is answered as, unless the option gives one. */
  api_version: z.enum(API_VERSIONS).optional(),
  connectors: z.array(connectorSeed).optional(),
  /** The items behind public URLs. */
  urls: z.array(publicSeed).optional(),
  /** Fault rules that every account starts with. */
  faults: z.array(ruleField).optional(),
};

const seedFile = z.lazy(() =>
  z
    .strictObject(seedFields)
    .refine(
      ({ api_version, connectors, urls, faults }) => api_version || connectors || urls || faults,
      'must have api_version, connectors, urls or faults',
    ),
);

/** What a seed file says. */
export type Seed = z.output<typeof seedFile>;

/**
 * Plans a world from the seeded one and a seed file.
 * @throws SeedError if the file cannot be read or anything in it is wrong
 */
export function readSeedFile(path: string): WorldPlan {
  const { data, problem } = readCheckedFile(path, {
    schema: seedFile,
    kind: 'seed file',
    failure: (message) => new SeedError(message),
  });
  return planSeed(data, problem);
}

/**
 * Plans a world.
 * @param problem makes what is thrown if the parts of the seed do not fit each other
 * @param base what the seed adds to, unless it replaces it; default: the seeded world
 */
export function planSeed(seed: Seed, problem: Problem, base: WorldPlan = seededWorld()): WorldPlan {
  const { mode = 'extend', api_version, connectors = [], urls = [], faults = [] } = seed;
  refuseDuplicates(connectors, problem);
  refuseForeignUrls(urls, problem);
  refuseSameIds(faults, problem);
  const world = mode === 'extend' ? base : { connectors: [], urls: [] };
  return {
    ...addTo(world, { connectors, urls }, problem),
    faults: [...base.faults, ...faults],
    apiVersion: api_version ?? base.apiVersion,
  };
}

/**
 * Reads one connector in the format of a seed file.
 * @param nth determines the id if the connector has none
 * @throws FieldsError for wrong fields
 */
export function readSeedConnector(
  given: unknown,
  nth: number,
): { type: string; seed: PlannedConnector['seed'] } {
  const what = 'the connector cannot be used';
  const result = validate(connectorSeed, given);
  if (!result.success) throw fieldsErrorOf(what, result.error, given);
  refuseDuplicates([result.data], (keys, detail) => {
    return new FieldsError(what, [{ field: pathText(keys.slice(2)), detail }]);
  });
  const { definition, seed } = plan(result.data, nth);
  return { type: definition.type, seed };
}

type Places = Pick<WorldPlan, 'connectors' | 'urls'>;

/** A world with connectors and URLs more. */
function addTo(
  world: Places,
  { connectors, urls }: { connectors: ConnectorSeed[]; urls: PublicSeed[] },
  problem: Problem,
): Places {
  const planned = [...world.connectors];
  for (const [index, connector] of connectors.entries()) {
    const target = findTarget(planned, connector);
    if (target && target.definition.type !== connector.type) {
      const { definition, seed } = target;
      throw problem(
        ['connectors', index, 'type'],
        `must be ${definition.type}, the type of connector ${seed.id}`,
      );
    }
    if (target) planned[planned.indexOf(target)] = merge(target, connector);
    else planned.push(plan(connector, planned.length));
  }
  // If two URLs lead to one item the last one wins, so those of the file come last.
  return { connectors: planned, urls: [...world.urls, ...urls] };
}

/** Throws for a URL that no public source can read. */
function refuseForeignUrls(urls: PublicSeed[], problem: Problem): void {
  for (const [index, { url }] of urls.entries()) {
    const reading = publicSourceOf(url)?.read(url);
    if (reading && 'key' in reading) continue;
    const why = reading?.error.message ?? `${JSON.stringify(url)} is not an http or https URL.`;
    throw problem(['urls', index, 'url'], `must be a public URL: ${why}`);
  }
}

/** Throws if two rules have the same id. */
function refuseSameIds(faults: FaultRule[], problem: Problem): void {
  const ids = faults.map(({ id }) => id);
  const index = ids.findIndex((id, at) => id !== undefined && ids.indexOf(id) !== at);
  if (index >= 0)
    throw problem(['faults', index, 'id'], `must differ from that of faults[${ids.indexOf(ids[index])}]`);
}

/** Throws if two items have the same key, because only one of them could ever be found. */
function refuseDuplicates(connectors: ConnectorSeed[], problem: Problem): void {
  for (const [index, { type, items }] of connectors.entries()) {
    const places = new Map<string, number>();
    for (const [at, item] of items.entries()) {
      const { key } = itemOf(registry[type], item);
      const first = places.get(key);
      if (first !== undefined) {
        throw problem(
          ['connectors', index, 'items', at],
          `is the same item as connectors[${index}].items[${first}]`,
        );
      }
      places.set(key, at);
    }
  }
}

/** The connector that an entry adds to: the one with its id, or, without an id, the oldest of its type. */
function findTarget(planned: PlannedConnector[], { id, type }: ConnectorSeed): PlannedConnector | undefined {
  if (id) return planned.find(({ seed }) => seed.id === id.toLowerCase());
  return planned
    .filter(({ definition }) => definition.type === type)
    .map((one) => ({ one, createdAt: Date.parse(one.seed.created_at), id: one.seed.id }))
    .toSorted(newestFirst)
    .at(-1)?.one;
}

/** The day after the last seeded connector was created. */
const DEFAULT_CREATED_AT = '2025-08-01T09:00:00Z';

function plan({ type, items, metadata = {}, ...dates }: ConnectorSeed, nth: number): PlannedConnector {
  const { id = uuidFrom(`connector ${type} ${nth}`), created_at = DEFAULT_CREATED_AT } = dates;
  return {
    definition: registry[type],
    seed: { id: id.toLowerCase(), created_at, updated_at: dates.updated_at ?? created_at, metadata, items },
  };
}

/** Adds items to a seeded connector; they replace seeded items with the same key. */
function merge({ definition, seed }: PlannedConnector, added: ConnectorSeed): PlannedConnector {
  const keys = new Set(added.items.map((item) => itemOf(definition, item).key));
  const unchanged = seed.items.filter((item) => !keys.has(itemOf(definition, item).key));
  return {
    definition,
    seed: {
      ...seed,
      ...(added.metadata && { metadata: { ...seed.metadata, ...added.metadata } }),
      items: [...unchanged, ...added.items],
    },
  };
}
