// Verifies pacts: finds them, has Pact verify the provider, compares them with the document, and reports the outcome.

import { UsageError } from '../errors/usage-error.ts';
import { tokenOf } from '../http/authentication.ts';
import { apiOf } from '../openapi/cloudglue.ts';
import type { ApiVersion } from '../openapi/versions.ts';
import { openReports, type Reports, type Terminal } from '../reports/destinations.ts';
import { counted } from '../reports/wording.ts';
import type { Broker } from './broker.ts';
import { checkDocument } from './document-check.ts';
import { findPacts } from './find-pacts.ts';
import { findPact } from './find-peers.ts';
import type { Setup } from './hints.ts';
import { judgePact } from './judge.ts';
import { brokenIn, type PactOutcome } from './outcome.ts';
import type { Pact } from './pacts.ts';
import { pinnedBy } from './pinned.ts';
import { runsOf } from './prepare-runs.ts';
import { MESSAGES_PATH, type Provider, reachProvider, startMock } from './provider.ts';
import { publishResults } from './publish.ts';
import { reportOf, tooLittleAt } from './report-of.ts';
import { followsRedirects, runPact } from './run-pact.ts';
import { concealer, secretsOf } from './secrets.ts';
import { parseVerify, type VerifySettings, verifyHelp } from './verify-options.ts';
import { type VersionOutcome, withChanges } from './version-outcome.ts';

/**
 * Runs `cloudglue-mock verify`.
 * @param args the command line after `verify`
 * @returns the exit status: 0 if all contracts hold and cover enough, else 1
 * @throws UsageError for wrong use, Error if nothing could be verified or published; both mean the exit status 2
 */
export async function runVerify(args: string[], terminal: Terminal): Promise<0 | 1> {
  const settings = parseVerify(args, terminal.env);
  if (settings.help) {
    terminal.print(verifyHelp());
    return 0;
  }
  const conceal = concealer(secretsOf(settings, terminal.env));
  const hidden: Terminal = {
    ...terminal,
    print: (text) => terminal.print(conceal(text)),
    note: (text) => terminal.note(conceal(text)),
  };
  const reports = openReports(settings.reports, hidden, conceal);
  try {
    return await verifyAll(settings, { reports, env: terminal.env });
  } catch (error) {
    if (error instanceof Error) error.message = conceal(error.message);
    throw error;
  }
}

async function verifyAll(
  settings: VerifySettings,
  { reports, env }: { reports: Reports; env: Terminal['env'] },
): Promise<0 | 1> {
  // Without it nothing can be verified.
  const { version: pactVersion } = findPact();
  const { pacts, others, notices, broker } = await findPacts(settings, env);
  if (!pacts.some(({ document }) => document.interactions.some(({ kind }) => kind !== 'other')))
    throw new UsageError(
      `nothing can be verified of ${pacts.map(({ source }) => source).join(', ')}: there is no interaction over HTTP, and no message, without a plugin`,
    );
  const verified: VersionOutcome[] = [];
  for (const version of settings.apiVersions) verified.push(await verifyAt(version, pacts, settings));
  const versions = verified.length > 1 ? withChanges(verified, pacts) : verified;
  const publish =
    settings.publishes && broker ? await publishedLine(settings, { broker, pacts, verified }) : {};
  reports.write(
    reportOf(versions, { ...settings, pactVersion, others, notices: [...notices, ...(publish.line ?? [])] }),
  );
  if (publish.error) throw publish.error;
  const areBroken = versions.some((one) => brokenIn(one.pacts) > 0);
  return areBroken || versions.some((one) => tooLittleAt(one, settings)) ? 1 : 0;
}

/** Publishes what came of the pacts; the report is written even where that fails. */
async function publishedLine(
  { providerVersion = '', branch }: VerifySettings,
  { broker, pacts, verified }: { broker: Broker; pacts: Pact[]; verified: VersionOutcome[] },
): Promise<{ line?: string[]; error?: Error }> {
  const outcomes = verified[0]?.pacts ?? [];
  const results = pacts.flatMap((pact, nth) => (outcomes[nth] ? [{ pact, outcome: outcomes[nth] }] : []));
  try {
    const count = await publishResults(broker, results, { version: providerVersion, branch });
    return { line: [`Published the results of ${counted(count, 'pact')} for version ${providerVersion}.`] };
  } catch (error) {
    return { error: new Error(`the results were not published: ${(error as Error).message}`) };
  }
}

async function verifyAt(
  version: ApiVersion,
  pacts: Pact[],
  settings: VerifySettings,
): Promise<VersionOutcome> {
  const provider = await providerOf(version, settings);
  try {
    const outcomes = await verifyPacts(version, pacts, { provider, settings });
    return { version, pacts: outcomes, coverage: pinnedBy(outcomes, version) };
  } finally {
    await provider.close();
  }
}

const providerOf = (
  version: ApiVersion,
  { baseUrl, statesUrl, headers }: VerifySettings,
): Promise<Provider> =>
  baseUrl === undefined ? startMock(version) : reachProvider({ baseUrl, statesUrl, headers });

async function verifyPacts(
  version: ApiVersion,
  pacts: Pact[],
  { provider, settings }: { provider: Provider; settings: VerifySettings },
): Promise<PactOutcome[]> {
  const { headers, checksDocument } = settings;
  const jobs = pacts.flatMap((pact) => runsOf(pact).map((run) => ({ pact, run })));
  const options = jobs.map(({ pact, run }) => ({
    provider: pact.document.provider,
    providerBaseUrl: provider.url,
    pactUrls: [run.file],
    ...(provider.statesUrl && { providerStatesSetupUrl: provider.statesUrl }),
    customProviderHeaders: headers.map(([name, value]) => `${name}: ${value}`),
    transports: [messagesOf(provider.url)],
  }));
  const [results, documents] = await Promise.all([
    runPact(options),
    Promise.all(pacts.map(({ document }) => checkDocument(apiOf(version), document))),
  ]);
  return pacts.map((pact, nth) => {
    const found = documents[nth] ?? [];
    return judgePact(pact, {
      runs: jobs.flatMap((job, at) => (job.pact === pact ? [{ run: job.run, result: results[at] }] : [])),
      document: checksDocument ? found : found.map((one) => ({ ...one, problems: [] })),
      trace: provider.trace,
      setup: setupOf(provider, settings),
    });
  });
}

/** How the states of the provider are set up. */
function setupOf({ statesUrl }: Provider, { statesUrl: given, headers }: VerifySettings): Setup {
  const authorization = headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  return {
    isPossible: statesUrl !== undefined,
    key: given === undefined ? undefined : (new URL(given).searchParams.get('token') ?? undefined),
    requestKey: tokenOf(authorization),
    followsRedirects: followsRedirects(findPact().version),
  };
}

/** Where Pact asks for messages. */
function messagesOf(url: string) {
  const { port, protocol } = new URL(url);
  const scheme = protocol.replace(':', '');
  return {
    protocol: 'message',
    port: Number(port || (scheme === 'https' ? 443 : 80)),
    path: MESSAGES_PATH,
    scheme,
  };
}
