// Turns the outcome of a verification into a report.
import { coverageLine, coverageTables, percentText } from '../coverage/coverage-tables.ts';
import type { Report, ReportCase, ReportGroup, ReportTable } from '../reports/report-model.ts';
import { counted } from '../reports/wording.ts';
import { failuresOf, type InteractionOutcome, type PactOutcome } from './outcome.ts';
import { PIN_WORDS } from './pinned.ts';
import type { VerifySettings } from './verify-options.ts';
import { brokenRows, type VersionOutcome } from './version-outcome.ts';

const TITLES = {
  answer: 'The answer differs',
  state: 'The state is missing',
  document: 'The document differs',
};

type Settings = Pick<VerifySettings, 'provider' | 'wholeCoverage' | 'minCoverage'>;

/** The report on the pacts at each version, oldest first. */
export function reportOf(versions: readonly VersionOutcome[], settings: Settings): Report {
  const all = versions.flatMap(({ pacts }) => pacts);
  const failures = failuresOf(all).length;
  return {
    by: 'cloudglue-mock verify',
    title: `Contracts: ${failures === 0 ? 'all hold' : `${failures} broken`}`,
    groups: all.map(groupOf),
    tables: [...outcomeTables(versions), ...versions.flatMap((one) => detailTables(one, versions, settings))],
    lines: linesOf(versions, settings),
    data: dataOf(versions),
  };
}

const groupOf = ({ consumer, provider, source, version, interactions }: PactOutcome): ReportGroup => ({
  name: consumer,
  title: `${consumer} and ${provider}`,
  source,
  ...(version && { version }),
  cases: interactions.map(caseOf),
});

function caseOf({
  description,
  request,
  states,
  seconds,
  problems,
  changes = [],
}: InteractionOutcome): ReportCase {
  return {
    name: description,
    subject: `${request}${states.length > 0 ? `, given ${states.join(', ')}` : ''}`,
    seconds,
    problems: problems.map(({ found, ...problem }) => ({
      severity: 'error' as const,
      kind: found,
      title: TITLES[found],
      ...problem,
    })),
    notes: changes.map(
      ({ place, what, version, pointer }) =>
        `Changed in ${version}: ${place}: ${what} (document: ${pointer})`,
    ),
  };
}

const brokenIn = ({ interactions }: PactOutcome) =>
  interactions.filter(({ problems }) => problems.length > 0).length;

/** The counts of each pact; of several versions, at each, and what holds where. */
function outcomeTables(versions: readonly VersionOutcome[]): ReportTable[] {
  const [first] = versions;
  if (!first) return [];
  if (versions.length === 1) {
    const cells = first.pacts.map((pact) => [
      pact.consumer,
      String(pact.interactions.length),
      String(brokenIn(pact)),
      pact.source,
    ]);
    return [{ head: ['consumer', 'interactions', 'broken', 'pact'], cells, only: 'markdown' }];
  }
  const names = versions.map(({ version }) => version);
  const counts = first.pacts.map(({ consumer, interactions, source }, nth) => [
    consumer,
    String(interactions.length),
    ...versions.map(({ pacts }) => {
      const broken = pacts[nth] ? brokenIn(pacts[nth]) : 0;
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
  const failures = failuresOf(versions.flatMap(({ pacts }) => pacts)).length;
  const at = versions.length > 1 ? `, at ${versions.length} versions` : '';
  return [
    `${counted(interactions, 'interaction')} in ${counted(each.length, 'pact')}${at}: ${failures === 0 ? 'all hold' : `${failures} broken`}.`,
    ...each
      .filter(({ provider }) => provider !== settings.provider)
      .map(
        ({ provider, source }) =>
          `Verified as well: ${source}, though its provider is ${JSON.stringify(provider)}, not ${JSON.stringify(settings.provider)}.`,
      ),
    ...versions.map(
      (one) => `Coverage${atVersion(one, versions)}: ${coverageLine(one.coverage, PIN_WORDS)}.`,
    ),
    ...versions.flatMap((one) => tooLittleAt(one, settings) ?? []),
  ];
}

/** What to tell where less is covered than the user wants. */
export function tooLittleAt(
  { coverage: { percent } }: VersionOutcome,
  { minCoverage = 0, wholeCoverage }: Settings,
): string | undefined {
  if (percent >= minCoverage) return undefined;
  const where = wholeCoverage ? 'the lines above with "none" are' : '--coverage prints';
  return `Too little is covered: ${percentText(percent)}, and --min-coverage wants ${percentText(minCoverage)}; ${where} what is missing.`;
}

/** Of one version its pacts and coverage, of several a list of these. */
function dataOf(versions: readonly VersionOutcome[]): unknown {
  const [first] = versions;
  return versions.length === 1 && first ? { pacts: first.pacts, coverage: first.coverage } : { versions };
}
