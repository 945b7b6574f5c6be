// Verifies pacts: finds them, has Pact verify the provider, compares them with the document, and reports the outcome.

import { UsageError } from '../errors/usage-error.ts';
import { type ApiVersion, documentOf } from '../openapi/versions.ts';
import { openReports, type Terminal } from '../reports/destinations.ts';
import { brokerOf, readBroker } from './broker.ts';
import { differencesOf } from './document-check.ts';
import { findComparator, findPactCore } from './find-peers.ts';
import { judgePact } from './judge.ts';
import { failuresOf, type PactOutcome } from './outcome.ts';
import { type Pact, readPacts } from './pacts.ts';
import { pinnedBy } from './pinned.ts';
import { type Provider, reachProvider, startMock } from './provider.ts';
import { reportOf, tooLittleAt } from './report-of.ts';
import { runPact } from './run-pact.ts';
import { parseVerify, type VerifySettings, verifyHelp } from './verify-options.ts';
import { type VersionOutcome, withChanges } from './version-outcome.ts';

/**
 * Runs `cloudglue-mock verify`.
 * @param args the command line after `verify`
 * @returns the exit status: 0 if all contracts hold and cover enough, else 1
 * @throws UsageError for wrong use, Error if nothing could be verified; both mean the exit status 2
 */
export async function runVerify(args: string[], terminal: Terminal): Promise<0 | 1> {
  const settings = parseVerify(args);
  if (settings.help) {
    terminal.print(verifyHelp());
    return 0;
  }
  const reports = openReports(settings.reports, terminal);
  // Without its peer dependencies it cannot verify anything.
  findPactCore();
  if (settings.checksDocument) findComparator();
  const pacts = await findPacts(settings, terminal.env);
  const verified: VersionOutcome[] = [];
  for (const version of settings.apiVersions) verified.push(await verifyAt(version, pacts, settings));
  const versions = verified.length > 1 ? withChanges(verified) : verified;
  reports.write(reportOf(versions, settings));
  const areBroken = versions.some(({ pacts }) => failuresOf(pacts).length > 0);
  return areBroken || versions.some((one) => tooLittleAt(one, settings)) ? 1 : 0;
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

async function findPacts({ pacts, provider }: VerifySettings, env: Terminal['env']): Promise<Pact[]> {
  if (pacts.length > 0) return readPacts(pacts);
  const broker = brokerOf(env);
  if (!broker) {
    throw new UsageError('verify needs pacts: name files or folders, or a broker with PACT_BROKER_BASE_URL');
  }
  const found = await readBroker(broker, provider);
  if (found.length > 0) return found;
  throw new UsageError(
    `the broker ${broker.url} has no pact with ${provider}: choose another with --provider`,
  );
}

const providerOf = (
  version: ApiVersion,
  { baseUrl, statesUrl, headers }: VerifySettings,
): Promise<Provider> =>
  baseUrl === undefined ? startMock(version) : reachProvider({ baseUrl, statesUrl, headers });

async function verifyPacts(
  version: ApiVersion,
  pacts: Pact[],
  { provider, settings: { headers, checksDocument } }: { provider: Provider; settings: VerifySettings },
): Promise<PactOutcome[]> {
  const runs = pacts.map(({ file, document }) => ({
    provider: document.provider.name,
    providerBaseUrl: provider.url,
    pactUrls: [file],
    ...(provider.statesUrl && { providerStatesSetupUrl: provider.statesUrl }),
    customProviderHeaders: headers.map(([name, value]) => `${name}: ${value}`),
  }));
  const [results, differences] = await Promise.all([
    runPact(runs),
    Promise.all(pacts.map((pact) => (checksDocument ? differencesOf(documentOf(version), pact) : []))),
  ]);
  return pacts.map((pact, nth) =>
    judgePact(pact, {
      result: results[nth],
      differences: differences[nth] ?? [],
      changes: provider.changes,
    }),
  );
}
