// What holds at which version of the API, and what changed where an interaction does not hold at one of them.
import type { Coverage } from '../coverage/coverage.ts';
import { type Difference, differencesBetween } from '../openapi/differences.ts';
import type { ApiVersion } from '../openapi/versions.ts';
import { holds, type InteractionOutcome, type PactOutcome } from './outcome.ts';

/** The outcome of all pacts at one version. */
export interface VersionOutcome {
  version: ApiVersion;
  pacts: PactOutcome[];
  coverage: Coverage;
}

/** One interaction at each version, in their order. */
export interface VersionRow {
  consumer: string;
  description: string;
  request: string;
  holds: boolean[];
}

/** The same interaction at each version. */
const atEach = (versions: readonly VersionOutcome[], pact: number, interaction: number) =>
  versions.flatMap((one) => one.pacts[pact]?.interactions[interaction] ?? []);

/** Every interaction that does not hold at each version. */
export const brokenRows = (versions: readonly VersionOutcome[]): VersionRow[] =>
  (versions[0]?.pacts ?? []).flatMap(({ consumer, interactions }, pact) =>
    interactions.flatMap(({ description, request }, nth) => {
      const held = atEach(versions, pact, nth).map(holds);
      return held.every(Boolean) ? [] : [{ consumer, description, request, holds: held }];
    }),
  );

/**
 * The outcomes, oldest version first, in which each interaction that does not hold tells what changed since the nearest
 * older version at which it holds, or else until the nearest newer one.
 */
export const withChanges = (versions: readonly VersionOutcome[]): VersionOutcome[] =>
  versions.map((outcome, at) => ({
    ...outcome,
    pacts: outcome.pacts.map((pact, nthPact) => ({
      ...pact,
      version: outcome.version,
      interactions: pact.interactions.map((interaction, nth) => {
        if (holds(interaction)) return interaction;
        const others = atEach(versions, nthPact, nth);
        const older = others.slice(0, at).findLastIndex(holds);
        const other = versions[older >= 0 ? older : others.findIndex(holds)];
        return other
          ? { ...interaction, changes: changesFor(interaction, outcome.version, other.version) }
          : interaction;
      }),
    })),
  }));

/** The differences that explain an interaction's problems: those that its problems name, or else all of its operation. */
function changesFor(
  { operation, problems }: InteractionOutcome,
  broken: ApiVersion,
  holding: ApiVersion,
): Difference[] {
  if (operation === null) return [];
  const ofOperation = differencesBetween(holding, broken).filter(
    ({ place, operations, what }) =>
      what !== 'description changed' && (operations.includes(operation) || place.split(' ')[0] === operation),
  );
  const text = problems.map((one) => `${one.text} ${one.at ?? ''} ${one.spec ?? ''}`).join(' ');
  const words = new Set(text.split(/[^\w-]+/));
  const named = ofOperation.filter(({ place, what }) =>
    [
      place.split(/[ .]/).at(-1) ?? '',
      ...[...what.matchAll(/"([^"]+)"/g)].map(([, value]) => value ?? ''),
    ].some((word) => words.has(word)),
  );
  return named.length > 0 ? named : ofOperation;
}
