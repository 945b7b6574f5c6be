// Texts that several reports use.
import type { InteractionOutcome, PactOutcome, Problem } from '../outcome.ts';
import type { VersionOutcome, VersionRow } from '../version-outcome.ts';

const FOUND = {
  answer: 'The answer differs',
  state: 'The state is missing',
  document: 'The document differs',
};

/** A problem in one line: its kind, its text, its places in the pact and in the document. */
export const problemText = ({ found, text, at, spec }: Problem): string =>
  `${FOUND[found]}: ${text}${at ? ` (at ${at})` : ''}${spec ? ` (document: ${spec})` : ''}`;

/** All that is wrong with an interaction, and what changed in the API that can be why, each in one line. */
export const reasonsOf = ({ problems, changes = [] }: InteractionOutcome): string[] => [
  ...problems.map(problemText),
  ...changes.map(
    ({ place, what, version, pointer }) => `Changed in ${version}: ${place}: ${what} (document: ${pointer})`,
  ),
];

/** A name with the version that it is about, where several are verified. */
export const named = (name: string, { version }: PactOutcome): string =>
  version ? `${name} (API ${version})` : name;

/** The cells of a table of what holds at which version. */
export const versionCells = (
  versions: readonly VersionOutcome[],
  rows: readonly VersionRow[],
): string[][] => [
  ['consumer', 'interaction', ...versions.map(({ version }) => version)],
  ...rows.map(({ consumer, description, holds }) => [
    consumer,
    description,
    ...holds.map((one) => (one ? 'holds' : 'broken')),
  ]),
];

/** The cells of a table with the counts of each pact at each version. */
export const pactCells = (versions: readonly VersionOutcome[]): string[][] => [
  ['consumer', 'interactions', ...versions.map(({ version }) => version), 'pact'],
  ...(versions[0]?.pacts ?? []).map(({ consumer, interactions, source }, nth) => [
    consumer,
    String(interactions.length),
    ...versions.map(({ pacts }) => {
      const broken = (pacts[nth]?.interactions ?? []).filter(({ problems }) => problems.length > 0).length;
      return broken === 0 ? 'all hold' : `${broken} broken`;
    }),
    source,
  ]),
];

export const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
