// Turns the outcome of a verification into a report.
import { coverageLine, coverageTables, percentText } from '../coverage/coverage-tables.ts';
import type { Report, ReportCase, ReportGroup, ReportTable } from '../reports/report-model.ts';
import { counted } from '../reports/wording.ts';
import { brokenIn, holds, type InteractionOutcome, isBroken, type PactOutcome } from './outcome.ts';
import { PIN_WORDS } from './pinned.ts';
import type { VerifySettings } from './verify-options.ts';
import { brokenRows, type VersionOutcome } from './version-outcome.ts';

const TITLES = {
  answer: 'The answer differs',
  state: 'The state is missing',
  document: 'The document differs',
  nobody: 'Not verified',
};

interface Settings extends Pick<VerifySettings, 'wholeCoverage' | 'minCoverage'> {
  /** Of the package that verified the pacts. */
  pactVersion: string;
  /** Pacts that were left out. */
  others: readonly { source: string; provider: string }[];
  /** What the broker has to say. */
  notices: readonly string[];
}

/** The report on the pacts at each version, oldest first. */
export function reportOf(versions: readonly VersionOutcome[], settings: Settings): Report {
  const all = versions.flatMap(({ pacts }) => pacts);
  const failures = brokenIn(all);
  return {
    by: 'cloudglue-mock verify',
    title: `Contracts: ${failures === 0 ? 'all hold' : `${failures} broken`}`,
    groups: all.map(groupOf),
    tables: [...outcomeTables(versions), ...versions.flatMap((one) => detailTables(one, versions, settings))],
    lines: linesOf(versions, settings),
    data: { pact_version: settings.pactVersion, ...dataOf(versions) },
  };
}

const groupOf = ({ consumer, provider, source, version, interactions }: PactOutcome): ReportGroup => ({
  name: consumer,
  title: `${consumer} and ${provider}`,
  source,
  ...(version && { version }),
  cases: interactions.map(caseOf),
});

function caseOf(interaction: InteractionOutcome): ReportCase {
  const { description, request, states, seconds, pending, problems, changes = [] } = interaction;
  return {
    name: description,
    subject: `${request}${states.length > 0 ? `, given ${states.join(', ')}` : ''}`,
    seconds,
    ...(pending !== undefined && { uncounted: pending }),
    problems: problems.map(({ found, ...problem }) => ({ ...problem, title: TITLES[found] })),
    notes: changes.map(
      ({ place, what, version, pointer }) =>
        `Changed in ${version}: ${place}: ${what} (document: ${pointer})`,
    ),
  };
}

const countBroken = ({ interactions }: PactOutcome) => interactions.filter(isBroken).length;

/** The counts of each pact; of several versions, at each, and what holds where. */
function outcomeTables(versions: readonly VersionOutcome[]): ReportTable[] {
  const [first] = versions;
  if (!first) return [];
  if (versions.length === 1) {
    const cells = first.pacts.map((pact) => [
      pact.consumer,
      String(pact.interactions.length),
      String(countBroken(pact)),
      pact.source,
    ]);
    return [{ head: ['consumer', 'interactions', 'broken', 'pact'], cells, only: 'markdown' }];
  }
  const names = versions.map(({ version }) => version);
  const counts = first.pacts.map(({ consumer, interactions, source }, nth) => [
    consumer,
    String(interactions.length),
    ...versions.map(({ pacts }) => {
      const broken = pacts[nth] ? countBroken(pacts[nth]) : 0;
      return broken === 0 ? 'all hold' : `${broken} broken`;
    }),
    source,
  ]);
  const rows = brokenRows(versions).map(({ consumer, description, holds }) => [
    consumer,
    description,
    ...holds.map((one) => (one ? 'holds' : 'broken')),
  ]);
  return [
    { head: ['consumer', 'interactions', ...names, 'pact'], cells: counts },
    ...(rows.length > 0 ? [{ head: ['consumer', 'interaction', ...names], cells: rows }] : []),
  ];
}

const atVersion = ({ version }: VersionOutcome, { length }: readonly VersionOutcome[]) =>
  length > 1 ? ` at ${version}` : '';

const detailTables = (
  one: VersionOutcome,
  versions: readonly VersionOutcome[],
  { wholeCoverage }: Settings,
): ReportTable[] =>
  coverageTables(one.coverage, PIN_WORDS).map((table, nth) => ({
    title: `${nth === 0 ? 'Coverage' : 'Error cases'}${atVersion(one, versions)}`,
    ...table,
    isDetail: true,
    ...(!wholeCoverage && { only: 'markdown' }),
  }));

function linesOf(versions: readonly VersionOutcome[], settings: Settings): string[] {
  const each = versions[0]?.pacts ?? [];
  const interactions = each.reduce((sum, pact) => sum + pact.interactions.length, 0);
  const failures = brokenIn(versions.flatMap(({ pacts }) => pacts));
  const at = versions.length > 1 ? `, at ${versions.length} versions` : '';
  return [
    `${counted(interactions, 'interaction')} in ${counted(each.length, 'pact')}${at}: ${failures === 0 ? 'all hold' : `${failures} broken`}.`,
    ...pendingLine(each),
    ...settings.others.map(
      ({ source, provider }) =>
        `Left out: ${source}, whose provider is ${JSON.stringify(provider)}; choose it with --provider.`,
    ),
    ...settings.notices,
    ...versions.map(
      (one) => `Coverage${atVersion(one, versions)}: ${coverageLine(one.coverage, PIN_WORDS)}.`,
    ),
    `Verified by Pact ${settings.pactVersion}.`,
    ...versions.flatMap((one) => tooLittleAt(one, settings) ?? []),
  ];
}

/** What does not count, whatever came of it. */
function pendingLine(pacts: readonly PactOutcome[]): string[] {
  const pending = pacts.flatMap(({ interactions }) =>
    interactions.filter((one) => one.pending !== undefined),
  );
  if (pending.length === 0) return [];
  const broken = pending.filter((one) => !holds(one)).length;
  return [
    `${counted(pending.length, 'interaction')} pending, ${broken} of which would be broken: they do not count.`,
  ];
}

/** What to tell where less is covered than the user wants. */
export function tooLittleAt(
  { coverage: { percent } }: VersionOutcome,
  { minCoverage = 0, wholeCoverage }: Pick<VerifySettings, 'wholeCoverage' | 'minCoverage'>,
): string | undefined {
  if (percent >= minCoverage) return undefined;
  const where = wholeCoverage ? 'the lines above with "none" are' : '--coverage prints';
  return `Too little is covered: ${percentText(percent)}, and --min-coverage wants ${percentText(minCoverage)}; ${where} what is missing.`;
}

/** Of one version its pacts and coverage, of several a list of these. */
function dataOf(versions: readonly VersionOutcome[]): object {
  const [first] = versions;
  return versions.length === 1 && first ? { pacts: first.pacts, coverage: first.coverage } : { versions };
}
