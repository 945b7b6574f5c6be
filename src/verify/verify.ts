// Verifies pacts: finds them, has Pact ask the provider, compares them with the document, and tells what came of it.
import { appendFileSync, writeFileSync } from 'node:fs';
import { cloudglueDocument } from '../generated/cloudglue-document.ts';
import { UsageError } from '../usage-error.ts';
import { brokerOf, readBroker } from './broker.ts';
import { coverageOf, percentText } from './coverage.ts';
import { judgePact } from './judge.ts';
import { runPact } from './native.ts';
import { parseVerify, type Report, type VerifySettings, verifyHelp } from './options.ts';
import { failuresOf, type PactOutcome } from './outcome.ts';
import { type Pact, readPacts } from './pacts.ts';
import { findComparator, findPactCore } from './peers.ts';
import { type Provider, reachProvider, startMock } from './provider.ts';
import { reportFormats, type Verification } from './reports/registry.ts';
import { summary } from './reports/summary.ts';
import { differencesOf } from './spec-check.ts';

type Environment = Record<string, string | undefined>;

interface Terminal {
  print: (text: string) => void;
  env: Environment;
}

/**
 * Runs `cloudglue-mock verify`.
 * @param args the command line after `verify`
 * @returns the exit status: 0 if all contracts hold and cover enough, else 1
 * @throws UsageError for wrong use, Error if a provider or a broker cannot be reached
 */
export async function runVerify(args: string[], { print, env }: Terminal): Promise<0 | 1> {
  const settings = parseVerify(args);
  if (settings.help) {
    print(verifyHelp());
    return 0;
  }
  // Without its peers nothing else is worth finding out.
  findPactCore();
  if (settings.checksDocument) findComparator();
  const pacts = await findPacts(settings, env);
  const provider = await providerOf(settings);
  try {
    const outcomes = await verifyPacts(pacts, provider, settings);
    const coverage = coverageOf(outcomes);
    const isCovered = coverage.percent >= (settings.minCoverage ?? 0);
    const verification: Verification = { pacts: outcomes, coverage };
    print(summary(verification, settings));
    if (!isCovered) {
      const [is, wanted] = [percentText(coverage.percent), percentText(settings.minCoverage ?? 0)];
      print(`Too little is covered: ${is}, and --min-coverage wants ${wanted}.\n`);
    }
    for (const report of settings.reports) write(report, verification, { print, env });
    return failuresOf(outcomes).length === 0 && isCovered ? 0 : 1;
  } finally {
    await provider.close();
  }
}

async function findPacts({ pacts, provider }: VerifySettings, env: Environment): Promise<Pact[]> {
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

const providerOf = ({ baseUrl, statesUrl, headers }: VerifySettings): Promise<Provider> =>
  baseUrl === undefined ? startMock() : reachProvider({ baseUrl, statesUrl, headers });

async function verifyPacts(
  pacts: Pact[],
  provider: Provider,
  { headers, checksDocument }: VerifySettings,
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
    Promise.all(pacts.map((pact) => (checksDocument ? differencesOf(cloudglueDocument, pact) : []))),
  ]);
  return pacts.map((pact, nth) =>
    judgePact(pact, {
      result: results[nth],
      differences: differences[nth] ?? [],
      changes: provider.changes,
    }),
  );
}

function write({ format, file }: Report, verification: Verification, { print, env }: Terminal): void {
  const { render, printed } = reportFormats[format];
  const text = render(verification);
  const jobSummary = format === 'github' ? env.GITHUB_STEP_SUMMARY : undefined;
  try {
    if (file !== undefined) writeFileSync(file, text);
    else if (jobSummary) appendFileSync(jobSummary, text);
    else print(text);
  } catch (error) {
    throw new UsageError(`the report ${format} cannot be written: ${(error as Error).message}`);
  }
  print(printed?.(verification) ?? '');
}
