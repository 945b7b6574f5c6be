// Reads a seed file. Every field is checked before any of them is used.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Document } from 'yaml';
import * as z from 'zod';
import { explainIssue, pathText } from '../errors/explain.ts';
import { FieldsError, fieldsErrorOf } from '../errors/fields-error.ts';
import { API_VERSIONS } from '../openapi/versions.ts';
import { type FaultRule, ruleField } from '../records/fault-rule.ts';
import { type ConnectorSeed, connectorSeed } from '../sources/connector-seed.ts';
import { registry } from '../sources/connectors/connector-registry.ts';
import { type PublicSeed, publicSeed } from '../sources/public/public-definition.ts';
import { publicSourceOf } from '../sources/public/public-registry.ts';
import { itemOf } from '../sources/source.ts';
import { uuidFrom } from '../util/random.ts';
import { plainWords } from '../util/system-errors.ts';
import { validate } from '../util/validate.ts';
import { newestFirst, type PlannedConnector, seededWorld, type WorldPlan } from './world.ts';

/** A seed file with mistakes. The message has one line for each: file, line number, field and what was expected. */
export class SeedError extends Error {
  override name = 'SeedError';
}

/** Creates an error about the field of the file at `keys`. */
type Problem = (keys: PropertyKey[], text: string) => Error;

const seedFile = z.lazy(() =>
  z
    .strictObject({
      /** `extend` adds to the seeded world, `replace` starts from an empty one. */
      mode: z.enum(['extend', 'replace']).default('extend'),
      /** The version of the API that is answered as, unless the option gives one. */
      api_version: z.enum(API_VERSIONS).optional(),
      connectors: z.array(connectorSeed).optional(),
      /** The items behind public URLs. */
      urls: z.array(publicSeed).optional(),
      /** Fault rules that every account starts with. */
      faults: z.array(ruleField).optional(),
    })
    .refine(
      ({ api_version, connectors, urls, faults }) => api_version || connectors || urls || faults,
      'must have api_version, connectors, urls or faults',
    ),
);

/** Beyond this many, problems usually have one cause, so the others are not shown. */
const MOST_PROBLEMS = 10;

/**
 * Plans a world from the seeded one and a seed file.
 * @throws SeedError if the file cannot be read or anything in it is wrong
 */
export function readSeedFile(path: string): WorldPlan {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new SeedError(`cannot read the seed file ${path}: ${plainWords(error)}`);
  }
  // Loaded only if there is a seed file, and synchronously, because createMock() is synchronous.
  const { LineCounter, parseDocument } = createRequire(import.meta.url)('yaml') as typeof import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => `${path}:${lines.linePos(offset).line}`;
  const [broken] = document.errors;
  if (broken) throw new SeedError(`${place(broken.pos[0])}: not valid YAML or JSON: ${broken.message}`);
  const input = toData(document, path);
  const result = validate(seedFile, input);
  if (!result.success) {
    throw new SeedError(
      result.error.issues
        .slice(0, MOST_PROBLEMS)
        .map(
          (issue) => `${placeOf(issue)}: ${pathText(issue.path, 'the file')} ${explainIssue(issue, input)}`,
        )
        .join('\n'),
    );
  }
  const problem = (keys: PropertyKey[], text: string) =>
    new SeedError(`${placeOf({ path: keys })}: ${pathText(keys)} ${text}`);
  const { mode, api_version: apiVersion, connectors = [], urls = [], faults = [] } = result.data;
  refuseDuplicates(connectors, problem);
  refuseForeignUrls(urls, problem);
  refuseSameIds(faults, problem);
  return { ...planWorld({ mode, connectors, urls }, problem), faults, apiVersion };

  /** The line of the field that a problem is about, or of the nearest enclosing field that is in the file. */
  function placeOf({ path: keys, ...issue }: { path: PropertyKey[]; keys?: string[] }): string {
    const wanted = [...keys, ...(issue.keys?.slice(0, 1) ?? [])];
    for (let length = wanted.length; length >= 0; length--) {
      const node = document.getIn(wanted.slice(0, length), true) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range) return place(node.range[0]);
    }
    return path;
  }
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

/** Converts the document to plain data. Throws SeedError if its aliases expand to too much. */
function toData(document: Document.Parsed, path: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new SeedError(`${path}: not valid YAML or JSON: ${(error as Error).message}`);
  }
}

/** Adds the connectors and URLs of the file to the seeded world, or to an empty one. */
function planWorld(
  { mode, connectors, urls }: { mode: 'extend' | 'replace'; connectors: ConnectorSeed[]; urls: PublicSeed[] },
  problem: Problem,
): Omit<WorldPlan, 'faults' | 'apiVersion'> {
  const world: Pick<WorldPlan, 'connectors' | 'urls'> =
    mode === 'extend' ? seededWorld() : { connectors: [], urls: [] };
  const planned = world.connectors;
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
