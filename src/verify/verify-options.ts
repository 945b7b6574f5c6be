// The options of `verify`: one table for its command line, its help and the README.
import {
  type CommandOption,
  optionsText,
  parseCommandLine,
  parsedAs,
  readPercent,
} from '../config/command-line.ts';
import { UsageError } from '../errors/usage-error.ts';
import { API_VERSIONS, type ApiVersion, NEWEST } from '../openapi/versions.ts';
import { reportOption, type WantedReport, wantedReport } from '../reports/report-registry.ts';
import { PROVIDER } from './pacts.ts';

export const verifyOptions = {
  'api-version': {
    hint: 'VERSION[,VERSION]',
    help: `the version of the API that the mock answers as, and whose document the pacts are compared with: ${API_VERSIONS.join(', ')} (default: ${NEWEST}); of several, each is verified, and what holds where is compared`,
  },
  'provider-base-url': {
    hint: 'URL',
    help: 'verify this provider, such as a staging server, instead of a new mock',
  },
  'provider-states-setup-url': {
    hint: 'URL',
    help: 'where that provider takes state changes; without it, states are not set up there',
  },
  header: {
    hint: "'NAME: VALUE'",
    help: 'a header of every request to that provider; can be given several times',
    multiple: true,
  },
  provider: {
    hint: 'NAME',
    help: `the name of the provider, in the pacts and at the broker; pacts with others are left out (default: the name that all pacts have, or else ${PROVIDER})`,
  },
  'consumer-version-selectors': {
    hint: 'JSON',
    help: 'which pacts the broker is asked for, such as [{"mainBranch":true},{"deployedOrReleased":true}] (default: the latest of each consumer)',
  },
  'provider-version': {
    hint: 'VERSION',
    help: 'the version that results are published for (default: PACT_PROVIDER_VERSION)',
  },
  'provider-branch': {
    hint: 'BRANCH',
    help: 'the branch of that version, which pending pacts and matching branches need (default: PACT_PROVIDER_BRANCH)',
  },
  pending: {
    help: 'ask the broker which pacts are pending: those that this provider has never fulfilled are verified, and do not count',
  },
  'wip-since': {
    hint: 'DATE',
    help: 'verify the pacts that were published since this day and that no selector names, too; they do not count',
  },
  publish: {
    help: 'tell the broker what came of each pact; needs a version',
  },
  'no-spec-check': {
    help: 'do not compare the pacts with the document, for answers to requests that reach no operation',
  },
  coverage: {
    help: 'print each status of each operation with the consumers that pin it, and the error cases that nothing pins; without it, only how many are pinned',
  },
  'min-coverage': {
    hint: 'PERCENT',
    help: 'end with 1 if the pacts pin less of the statuses that the document has; --coverage prints which',
  },
  report: reportOption,
} as const satisfies Record<string, CommandOption>;

export interface VerifySettings {
  pacts: string[];
  help: boolean;
  /** One or more, oldest first. */
  apiVersions: ApiVersion[];
  baseUrl: string | undefined;
  statesUrl: string | undefined;
  headers: (readonly [name: string, value: string])[];
  /** Undefined where the pacts themselves tell. */
  provider: string | undefined;
  selectors: readonly unknown[];
  providerVersion: string | undefined;
  branch: string | undefined;
  includesPending: boolean;
  wipSince: string | undefined;
  publishes: boolean;
  checksDocument: boolean;
  wholeCoverage: boolean;
  minCoverage: number | undefined;
  reports: WantedReport[];
}

export const verifyHelp = (): string => `Usage: cloudglue-mock verify [options] PACT...

Verifies Pact contracts against a new mock, and against the API's document. PACT is a file, a folder, a pattern or
a URL; without any, the pacts come from the broker that PACT_BROKER_BASE_URL names (with PACT_BROKER_TOKEN, or
PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD).

Exit status: 0 all hold, 1 one is broken or too little is covered, 2 wrong use, nothing could be verified, or results
could not be published.

Options:
${optionsText(verifyOptions)}
  -h, --help
`;

/** Reads the command line after `verify`. Throws UsageError. */
export function parseVerify(args: string[], env: Record<string, string | undefined> = {}): VerifySettings {
  const { values, words } = parseCommandLine(args, parsedAs(verifyOptions));
  const text = (name: keyof typeof verifyOptions) => values[name] as string | undefined;
  const many = (name: keyof typeof verifyOptions) => (values[name] ?? []) as string[];
  const settings: VerifySettings = {
    pacts: words,
    help: values.help === true,
    apiVersions: versionsOf(text('api-version')),
    baseUrl: urlOf('provider-base-url', text('provider-base-url')),
    statesUrl: urlOf('provider-states-setup-url', text('provider-states-setup-url')),
    headers: many('header').map(headerOf),
    provider: text('provider'),
    selectors: selectorsOf(text('consumer-version-selectors')),
    providerVersion: text('provider-version') ?? (env.PACT_PROVIDER_VERSION || undefined),
    branch: text('provider-branch') ?? (env.PACT_PROVIDER_BRANCH || undefined),
    includesPending: values.pending === true || values['wip-since'] !== undefined,
    wipSince: dateOf('wip-since', text('wip-since')),
    publishes: values.publish === true,
    checksDocument: values['no-spec-check'] !== true,
    wholeCoverage: values.coverage === true,
    minCoverage: readPercent('min-coverage', text('min-coverage')),
    reports: many('report').map(wantedReport),
  };
  const [dependent] = [
    ...(settings.statesUrl ? ['provider-states-setup-url'] : []),
    ...(settings.headers.length > 0 ? ['header'] : []),
  ];
  if (dependent && !settings.baseUrl)
    throw new UsageError(`--${dependent} needs --provider-base-url beside it`);
  checkBrokerOptions(settings);
  if (settings.baseUrl && settings.apiVersions.length > 1)
    throw new UsageError(
      '--provider-base-url names a provider of one version: give --api-version that one alone',
    );
  return settings;
}

/** Throws UsageError for options that the broker could only refuse. */
function checkBrokerOptions(settings: VerifySettings): void {
  const { publishes, providerVersion, includesPending, branch, apiVersions } = settings;
  if (publishes && providerVersion === undefined)
    throw new UsageError('--publish needs a version: give --provider-version, or set PACT_PROVIDER_VERSION');
  if (publishes && apiVersions.length > 1)
    throw new UsageError('--publish tells of one version: give --api-version that one alone');
  if (includesPending && branch === undefined)
    throw new UsageError(
      '--pending and --wip-since need a branch: give --provider-branch, or set PACT_PROVIDER_BRANCH',
    );
}

function selectorsOf(text: string | undefined): unknown[] {
  if (text === undefined) return [];
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return value;
    if (value && typeof value === 'object') return [value];
  } catch {
    // Told below.
  }
  throw new UsageError(
    `--consumer-version-selectors must be a JSON array of selectors, such as [{"mainBranch":true}], not "${text}"`,
  );
}

function dateOf(name: string, text: string | undefined): string | undefined {
  if (text === undefined || (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))))
    return text;
  throw new UsageError(`--${name} must be a date written YYYY-MM-DD, not "${text}"`);
}

function urlOf(name: string, text: string | undefined): string | undefined {
  if (text === undefined || (URL.canParse(text) && /^https?:/.test(text))) return text;
  throw new UsageError(`--${name} must be an http or https URL`);
}

function headerOf(text: string): readonly [string, string] {
  const [, name, value] = /^([\w!#$%&'*+.^`|~-]+):\s*(.*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new UsageError(`--header must be written 'Name: value', not "${text}"`);
  return [name, value];
}

function versionsOf(text: string = NEWEST): ApiVersion[] {
  const given = text.split(',').map((one) => one.trim());
  const unknown = given.find((one) => !API_VERSIONS.some((version) => version === one));
  if (unknown === undefined) return API_VERSIONS.filter((version) => given.includes(version));
  throw new UsageError(
    `--api-version must be one of ${API_VERSIONS.join(', ')}, or several with commas between, not "${unknown}"`,
  );
}
