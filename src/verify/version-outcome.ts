// What holds at which version of the API, and what changed where an interaction does not hold at one of them.
import type { Coverage } from '../coverage/coverage.ts';
import type { ApiVersion } from '../openapi/versions.ts';
import { causesOf } from './causes.ts';
import { holds, type PactOutcome } from './outcome.ts';
import type { Pact } from './pacts.ts';
import { queryNamesOf } from './read-interaction.ts';

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
 * @param pacts those of the outcomes, in their order
 */
export const withChanges = (versions: readonly VersionOutcome[], pacts: readonly Pact[]): VersionOutcome[] =>
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
        if (!other) return interaction;
        const sent = new Set(queryNamesOf(pacts[nthPact]?.document.interactions[nth]));
        const changes = causesOf({ ...interaction, sent }, [outcome.version, other.version]);
        return { ...interaction, changes };
      }),
    })),
  }));
