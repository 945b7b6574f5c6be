// A user's own world: a seed file, checked field by field before anything of it is used.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Document } from 'yaml';
import * as z from 'zod';
import { explainIssue, pathText } from '../errors/explain.ts';
import { FieldsError, fieldsErrorOf } from '../errors/fields-error.ts';
import { type FaultRule, ruleField } from '../records/fault-rule.ts';
import { type ConnectorSeed, connectorSeed } from '../sources/connector-seed.ts';
import { registry } from '../sources/connectors/connector-registry.ts';
import { type PublicSeed, publicSeed } from '../sources/public/public-definition.ts';
import { publicSourceOf } from '../sources/public/public-registry.ts';
import { uuidFrom } from '../util/random.ts';
import { plainWords } from '../util/system-errors.ts';
import { newestFirst, type PlannedConnector, seededWorld, type WorldPlan } from './world.ts';

/** What is wrong with a seed file: one line for each problem, with file, line, field and what was expected. */
export class SeedError extends Error {
  override name = 'SeedError';
}

/** An error about the part of the file that the keys lead to. */
type Problem = (keys: PropertyKey[], text: string) => Error;

const seedFile = z
  .strictObject({
    /** `extend` adds to the seeded world, `replace` starts from an empty one. */
    mode: z.enum(['extend', 'replace']).default('extend'),
    connectors: z.array(connectorSeed).optional(),
    /** What public URLs lead to. */
    urls: z.array(publicSeed).optional(),
    /** Fault rules that every account begins with. */
    faults: z.array(ruleField).optional(),
  })
  .refine(
    ({ connectors, urls, faults }) => connectors || urls || faults,
    'must have connectors, urls or faults',
  );

/** Problems shown at once; a file with more has usually one cause. */
const MOST_PROBLEMS = 10;

/**
 * What a seed file makes of the seeded world.
 * @throws SeedError if the file cannot be read or anything in it is wrong
 */
export function readSeedFile(path: string): WorldPlan {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new SeedError(`cannot read the seed file ${path}: ${plainWords(error)}`);
  }
  // Loaded where there is a seed file only, and at once: createMock() does not wait.
  const { LineCounter, parseDocument } = createRequire(import.meta.url)('yaml') as typeof import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => `${path}:${lines.linePos(offset).line}`;
  const [broken] = document.errors;
  if (broken) throw new SeedError(`${place(broken.pos[0])}: not valid YAML or JSON: ${broken.message}`);
  const input = toData(document, path);
  const result = seedFile.safeParse(input);
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
  const { mode, connectors = [], urls = [], faults = [] } = result.data;
  refuseDuplicates(connectors, problem);
  refuseForeignUrls(urls, problem);
  refuseSameIds(faults, problem);
  return { ...planWorld({ mode, connectors, urls }, problem), faults };

  /** The line of what a problem is about, or of the nearest thing around it that is there. */
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
 * One connector, written as in a seed file.
 * @param nth what its id is drawn from if it gives none
 * @throws FieldsError that names each wrong field
 */
export function readSeedConnector(
  given: unknown,
  nth: number,
): { type: string; seed: PlannedConnector['seed'] } {
  const what = 'the connector cannot be used';
  const result = connectorSeed.safeParse(given);
  if (!result.success) throw fieldsErrorOf(what, result.error, given);
  refuseDuplicates([result.data], (keys, detail) => {
    return new FieldsError(what, [{ field: pathText(keys.slice(2)), detail }]);
  });
  const { definition, seed } = plan(result.data, nth);
  return { type: definition.type, seed };
}

/** The document's plain data. Throws SeedError where aliases would make it grow without bound. */
function toData(document: Document.Parsed, path: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new SeedError(`${path}: not valid YAML or JSON: ${(error as Error).message}`);
  }
}

/** Adds what the file has to the world, or to an empty one. */
function planWorld(
  { mode, connectors, urls }: { mode: 'extend' | 'replace'; connectors: ConnectorSeed[]; urls: PublicSeed[] },
  problem: Problem,
): Omit<WorldPlan, 'faults'> {
  const world: Omit<WorldPlan, 'faults'> = mode === 'extend' ? seededWorld() : { connectors: [], urls: [] };
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
  // Where two lead to the same item, the last one counts: the file's own.
  return { connectors: planned, urls: [...world.urls, ...urls] };
}

/** Throws for a URL that no public source would ever be asked for. */
function refuseForeignUrls(urls: PublicSeed[], problem: Problem): void {
  for (const [index, { url }] of urls.entries()) {
    const reading = publicSourceOf(url)?.read(url);
    if (reading && 'key' in reading) continue;
    const why = reading?.error.message ?? `${JSON.stringify(url)} is no http or https URL.`;
    throw problem(['urls', index, 'url'], `must be a public URL: ${why}`);
  }
}

/** Two rules with one id could not be told apart. */
function refuseSameIds(faults: FaultRule[], problem: Problem): void {
  const ids = faults.map(({ id }) => id);
  const index = ids.findIndex((id, at) => id !== undefined && ids.indexOf(id) !== at);
  if (index >= 0)
    throw problem(['faults', index, 'id'], `must differ from that of faults[${ids.indexOf(ids[index])}]`);
}

/** Of two items with one URI only one could ever be found. */
function refuseDuplicates(connectors: ConnectorSeed[], problem: Problem): void {
  for (const [index, { type, items }] of connectors.entries()) {
    const places = new Map<string, number>();
    for (const [at, item] of items.entries()) {
      const { key } = registry[type].item(item);
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

/** The connector that an entry adds to: the one with its id, or the oldest of its type if it gives no id. */
function findTarget(planned: PlannedConnector[], { id, type }: ConnectorSeed): PlannedConnector | undefined {
  if (id) return planned.find(({ seed }) => seed.id === id.toLowerCase());
  return planned
    .filter(({ definition }) => definition.type === type)
    .map((one) => ({ one, createdAt: Date.parse(one.seed.created_at), id: one.seed.id }))
    .toSorted(newestFirst)
    .at(-1)?.one;
}

/** The day after the last of the seeded connectors was made. */
const DEFAULT_CREATED_AT = '2025-08-01T09:00:00Z';

function plan({ type, items, metadata = {}, ...own }: ConnectorSeed, nth: number): PlannedConnector {
  const { id = uuidFrom(`connector ${type} ${nth}`), created_at = DEFAULT_CREATED_AT } = own;
  return {
    definition: registry[type],
    seed: { id: id.toLowerCase(), created_at, updated_at: own.updated_at ?? created_at, metadata, items },
  };
}

/** The seeded items stay, but for those that the file gives anew. */
function merge({ definition, seed }: PlannedConnector, added: ConnectorSeed): PlannedConnector {
  const keys = new Set(added.items.map((item) => definition.item(item).key));
  const kept = seed.items.filter((item) => !keys.has(definition.item(item).key));
  return {
    definition,
    seed: {
      ...seed,
      ...(added.metadata && { metadata: { ...seed.metadata, ...added.metadata } }),
      items: [...kept, ...added.items],
    },
  };
}
