// The options of `check`: one table for its command line, its help and the README.
import {
  type CommandOption,
  mockOptionsParsedAs,
  optionsText,
  parseCommandLine,
  parsedAs,
  readMockOptions,
  readPercent,
  splitAtCommand,
} from '../config/command-line.ts';
import { allOptions, flagOf, type OptionName } from '../config/options.ts';
import { UsageError } from '../errors/usage-error.ts';
import { allRules } from '../judge/rule-registry.ts';
import type { ListenOptions, MockOptions } from '../mock/generated/option-types.ts';
import { API_HOST } from '../openapi/cloudglue.ts';
import { reportOption, type WantedReport, wantedReport } from '../reports/report-registry.ts';
import { DurationError, parseDuration } from '../time/clock.ts';
import { wrap } from '../util/help-text.ts';
import { explainUnknown } from '../util/suggest.ts';
import { ENV_VALUES, type EnvValue } from './client-environment.ts';
import type { Command } from './command.ts';
import { consumerIn } from './contract.ts';
import { findScenarios } from './scenarios/find-scenarios.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { scenarios, wellScenario } from './scenarios/scenario-registry.ts';

export const checkOptions = {
  env: {
    hint: `NAME=${ENV_VALUES.join('|')}`,
    help: "a variable that the client reads, and what it holds: the mock's base URL (with the path), its origin (without), or the API key; can be given several times",
    multiple: true,
  },
  redirect: {
    hint: '[=HOST]',
    help: `for a Node.js client whose address is fixed in its code: sends what its processes send to this host to the mock, over http and https (default: ${API_HOST})`,
  },
  timeout: {
    hint: 'DURATION',
    help: 'end the command, and all that it started, if it takes longer, such as 90s or 10m; by default it may take as long as it wants, and in a scenario a minute more than three times as long as where all is well',
  },
  scenario: {
    hint: 'NAME',
    help: `run the command in this scenario, of trouble that clients must be ready for, and judge how it does there: ${scenarios.map(({ name }) => name).join(', ')}, all of them, or a YAML file of your own such as ./ours.yaml; can be given several times, or with commas between; --scenarios is the same`,
    multiple: true,
  },
  parallel: {
    hint: 'N',
    help: 'run the command in so many scenarios at a time, each with a mock of its own (default: 1)',
  },
  ignore: {
    hint: 'RULE',
    help: 'do not count what this rule finds; can be given several times',
    multiple: true,
  },
  baseline: {
    hint: 'FILE',
    help: 'do not count the mistakes that are in this file, so that only new ones do',
  },
  'update-baseline': {
    help: 'write the mistakes of this run to the baseline, in place of those that it has',
  },
  'warnings-as-errors': {
    help: 'end with 1 for warnings too; otherwise they are only reported',
  },
  coverage: {
    help: 'print each status of each operation, how often the client met it, and how it can meet those that it never did; without it, only what it never met of the operations that it uses',
  },
  'min-coverage': {
    hint: 'PERCENT',
    help: 'end with 1 if the client met less of the statuses that the document has',
  },
  pact: {
    hint: 'FILE',
    help: 'write a Pact contract of what the client asked: one interaction for each kind of request and answer, which cloudglue-mock verify can verify at once',
  },
  consumer: {
    hint: 'NAME',
    help: "the client's name in the pact (default: the name in package.json, or else of the folder)",
  },
  report: reportOption,
} as const satisfies Record<string, CommandOption>;

/** A check begins with nothing, so there is no state to resume. */
const mockNames = (Object.keys(allOptions) as OptionName[]).filter((name) => name !== 'data');
/** Only the command line tells where the mock listens: the environment may be about another mock. */
const listenNames: OptionName[] = ['port', 'host'];

export interface CheckSettings {
  command: Command;
  mockOptions: MockOptions;
  listen: ListenOptions;
  variables: Record<string, EnvValue>;
  /** The host whose requests go to the mock. */
  redirect: string | undefined;
  /** Real milliseconds. */
  timeout: number | undefined;
  /** The scenarios to run the command in; none for one run without trouble. */
  scenarios: Scenario[];
  /** Runs at a time. */
  parallel: number;
  ignored: string[];
  baseline: string | undefined;
  updatesBaseline: boolean;
  warningsAreErrors: boolean;
  wholeCoverage: boolean;
  minCoverage: number | undefined;
  /** The file that a pact is written to. */
  pact: string | undefined;
  consumer: string;
  reports: WantedReport[];
}

export const checkHelp = (): string => `Usage: cloudglue-mock check [options] -- COMMAND

Runs a client, such as a test suite, a script or an application, against a new mock, and reports what the client did
wrong. The command finds the mock's base URL in CLOUDGLUE_BASE_URL, an API key in CLOUDGLUE_API_KEY and the mock's
origin in CLOUDGLUE_MOCK_URL. Every request is judged, with whatever key.

  cloudglue-mock check -- npm test
  cloudglue-mock check --env MY_API_URL=base --env MY_API_KEY=key -- python -m pytest
  cloudglue-mock check --redirect -- node sync.js
  cloudglue-mock check --scenarios all -- node sync.js

Exit status: 0 all is well; 1 the client made a mistake, its command failed, or too little is covered; 2 wrong use, or
the client never called the mock.

Options:
${optionsText(checkOptions)}
  -h, --help

Options of the mock, which cloudglue-mock --help explains:
${wrap(mockNames.map((name) => `--${flagOf(name)}`).join(', '))}
`;

/** Reads the command line after `check`; undefined if it asks for help. Throws UsageError. */
export function parseCheck(args: readonly string[], env: NodeJS.ProcessEnv): CheckSettings | undefined {
  const options = { ...mockOptionsParsedAs(mockNames), ...parsedAs(checkOptions) };
  const { own, command } = splitAtCommand(args.map(withDefault), options);
  const { values } = parseCommandLine(own, options);
  if (values.help) return undefined;
  const text = (name: keyof typeof checkOptions) => values[name] as string | undefined;
  const many = (name: keyof typeof checkOptions) => (values[name] ?? []) as string[];
  const settings = {
    // As it was given: its own options are not ours.
    command: commandOf(args.slice(args.length - command.length)),
    mockOptions: readMockOptions(
      mockNames.filter((name) => !listenNames.includes(name)),
      values,
      env,
    ) as MockOptions,
    listen: readMockOptions(listenNames, values) as ListenOptions,
    variables: Object.fromEntries(many('env').map(variableOf)),
    redirect: hostOf(text('redirect')),
    timeout: timeoutOf(text('timeout')),
    scenarios: findScenarios(many('scenario').flatMap((names) => names.split(','))),
    parallel: parallelOf(text('parallel')),
    ignored: many('ignore').map(ruleOf),
    baseline: text('baseline'),
    updatesBaseline: values['update-baseline'] === true,
    warningsAreErrors: values['warnings-as-errors'] === true,
    wholeCoverage: values.coverage === true,
    minCoverage: readPercent('min-coverage', text('min-coverage')),
    pact: text('pact'),
    consumer: text('consumer') ?? consumerIn(process.cwd()),
    reports: many('report').map(wantedReport),
  };
  if (settings.updatesBaseline && settings.baseline === undefined)
    throw new UsageError('--update-baseline needs --baseline FILE beside it, which names the file');
  if (settings.consumer === '') throw new UsageError('--consumer must not be empty');
  const { scenarios: chosen } = settings;
  if (settings.updatesBaseline && chosen.length > 0 && !chosen.some(({ name }) => name === wellScenario.name))
    throw new UsageError(
      `--update-baseline needs a run without trouble: add ${wellScenario.name} to --scenario, or leave it out`,
    );
  if (settings.pact === undefined && text('consumer') !== undefined)
    throw new UsageError('--consumer needs --pact FILE beside it, which names the file');
  if (settings.pact !== undefined && settings.scenarios.length > 0)
    throw new UsageError(
      '--pact goes without --scenario: a contract is written of what a client meets without trouble',
    );
  if (settings.scenarios.length === 0 && text('parallel') !== undefined)
    throw new UsageError('--parallel needs --scenario beside it, which names what to run the command in');
  if (settings.parallel > 1 && settings.listen.port)
    throw new UsageError(`--parallel needs a port for each mock: leave out --port ${settings.listen.port}`);
  return settings;
}

/** `--redirect` alone means the API's own host; `--scenarios` is `--scenario`. */
const withDefault = (argument: string) =>
  argument === '--redirect'
    ? `--redirect=${API_HOST}`
    : argument.replace(/^--scenarios(?==|$)/, '--scenario');

function commandOf([program, ...args]: readonly string[]): Command {
  if (program) return [program, ...args];
  throw new UsageError('check needs a command, after --: cloudglue-mock check -- npm test');
}

function variableOf(text: string): [string, EnvValue] {
  const [, name, value = ''] = /^([^=\s]+)=(.*)$/.exec(text) ?? [];
  if (name === undefined)
    throw new UsageError(
      `--env must be written NAME=${ENV_VALUES.join('|')}, as in --env MY_API_URL=base, not "${text}"`,
    );
  if (ENV_VALUES.some((one) => one === value)) return [name, value as EnvValue];
  throw new UsageError(
    `--env ${name} cannot hold ${JSON.stringify(value)}${explainUnknown(value, ENV_VALUES, 'values')}`,
  );
}

/** A host, of which a URL may be given too. */
function hostOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = text.includes('://') ? text : `https://${text}`;
  const { hostname, port } = URL.canParse(url) ? new URL(url) : { hostname: '', port: '' };
  if (hostname && !port) return hostname.replace(/^\[|\]$/g, '');
  throw new UsageError(
    `--redirect must be a host, whatever the port, as in --redirect=${API_HOST}, not "${text}"`,
  );
}

function timeoutOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  try {
    const ms = parseDuration(text);
    if (ms > 0) return ms;
  } catch (error) {
    if (error instanceof DurationError) throw new UsageError(`--timeout ${error.message}`);
    throw error;
  }
  throw new UsageError('--timeout must be longer than 0: leave it out for a command that may take its time');
}

/** The most runs at a time. */
const MOST_PARALLEL = 100;

function parallelOf(text = '1'): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_PARALLEL) return count;
  throw new UsageError(`--parallel must be a whole number from 1 to ${MOST_PARALLEL}, not "${text}"`);
}

const ruleNames = allRules.map(({ name }) => name);

function ruleOf(name: string): string {
  if (ruleNames.includes(name)) return name;
  throw new UsageError(
    `--ignore: there is no rule ${JSON.stringify(name)}${explainUnknown(name, ruleNames, 'rules')}`,
  );
}
