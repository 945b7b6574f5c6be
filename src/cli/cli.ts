#!/usr/bin/env node
// The command line: serves a mock on a port, or runs the command `demo`, `check` or `verify`.
import {
  mockOptionsParsedAs,
  optionsText,
  parseCommandLine,
  parsedAs,
  readMockOptions,
} from '../config/command-line.ts';
import { allOptions, defaultOf, flagOf, type OptionName, variableOf } from '../config/options.ts';
import { UsageError } from '../errors/usage-error.ts';
import { accessText } from '../http/admin-guard.ts';
import type { ListenOptions, MockOptions } from '../mock/generated/option-types.ts';
import { createMock, type Mock } from '../mock/mock.ts';
import { ADMIN_PATH, CONSOLE_PATH } from '../openapi/paths.ts';
import type { Terminal } from '../reports/destinations.ts';
import { wantsColours } from '../util/colours.ts';
import { wrap } from '../util/help-text.ts';
import { isLoopback } from '../util/loopback.ts';
import { packageVersion } from '../util/package.ts';
import { printable, printableLine } from '../util/printable.ts';
import { shellWord } from '../util/shell.ts';
import { explainFailure } from './failure.ts';
import { openBrowser } from './open-browser.ts';
import { writeRequests } from './request-lines.ts';
import { serveOptions } from './serve-options.ts';

const names = Object.keys(allOptions) as OptionName[];

function helpText(): string {
  const lines = names.map((name) => {
    const { hint, help } = allOptions[name];
    const byDefault = defaultOf(allOptions[name]);
    const note = byDefault === undefined ? '' : ` (default: ${byDefault})`;
    return `  --${flagOf(name)} ${hint}\n${wrap(`${help}${note}`)}\n      environment: ${variableOf(name)}`;
  });
  return `Usage: cloudglue-mock [options]
       cloudglue-mock demo
       cloudglue-mock check [options] -- COMMAND
       cloudglue-mock verify [options] PACT...

An offline mock of the Cloudglue API, from a data connector to a file.

Commands:
  demo
      walks through what the mock can do, on a new mock; takes no options
  check
      runs a client, such as a test suite, against a new mock, and reports what the client did wrong;
      cloudglue-mock check --help lists its options
  verify
      verifies Pact contracts, against a new mock or another provider;
      cloudglue-mock verify --help lists its options

Without a command, it serves the mock.

Options:
${lines.join('\n')}
${optionsText(serveOptions)}
  -h, --help
  --version
`;
}

/** The text printed once the mock listens: its URLs, and a request to try. */
function greeting(
  mock: Mock,
  where: { url: string; baseUrl: string },
  options: MockOptions & ListenOptions,
): string {
  const { url, baseUrl } = where;
  const rows = mock.connectors.map(
    ({ type, id, sampleUri }) => `  ${type.padEnd(13)} ${id}  ${printableLine(sampleUri ?? '(empty)')}`,
  );
  // A Gong recording, because its answer is the shortest.
  const sample =
    mock.connectors.find(({ type, sampleUri }) => type === 'gong' && sampleUri) ??
    mock.connectors.find(({ sampleUri }) => sampleUri);
  const curl = sample
    ? `Try it:

  curl -X POST ${baseUrl}/data-connectors/${sample.id}/sync -H 'Authorization: Bearer cg-demo' -H 'Content-Type: application/json' -d ${shellWord(JSON.stringify({ url: sample.sampleUri }))}

`
    : '';
  const { accounts, files } = mock.held;
  const data =
    options.data === undefined
      ? ''
      : `\n  Data       ${options.data}   (accounts: ${accounts}, files: ${files})`;
  const store =
    options.store === undefined
      ? ''
      : `\n  Store      ${new URL(options.store).host}   (shared with other mocks)`;
  const access = accessText(options.adminToken, !isLoopback(options.host ?? '127.0.0.1'));
  return `cloudglue-mock ${packageVersion()}

  Base URL   ${baseUrl}   (any API key; each has its own account)
  Console    ${url}${CONSOLE_PATH}   (for people: see, move time, provoke errors)
  Document   ${url}/docs   (version ${mock.apiVersion} of the API)
  Control    ${url}${ADMIN_PATH}   (clock, fault rules, journal; ${access})${data}${store}

Connectors, each with a URI to sync:
${rows.join('\n')}

${curl}Press Ctrl-C to stop it.
`;
}

/** Whether the command is `demo`. Throws UsageError for an unknown command, and for `demo` with options. */
function isDemo(words: string[], flags: Record<string, unknown>): boolean {
  const [command, extra] = words;
  if (command === undefined) return false;
  if (command !== 'demo')
    throw new UsageError(
      `Unexpected argument '${command}': the commands are demo, check and verify; to serve the mock, give none`,
    );
  if (extra !== undefined)
    throw new UsageError(`Unexpected argument '${extra}': demo takes no arguments, so leave it out`);
  const [option] = Object.keys(flags);
  if (option !== undefined)
    throw new UsageError(`demo takes no options, because it starts a new mock: leave out --${option}`);
  return true;
}

/** Commands with options of their own. Each is loaded only when it runs, so that serving starts faster. */
const judges = {
  check: async () => (await import('../check/check.ts')).runCheck,
  verify: async () => (await import('../verify/verify.ts')).runVerify,
} satisfies Record<string, () => Promise<(args: string[], terminal: Terminal) => Promise<number>>>;

const judgeOf = (word: string | undefined) =>
  word !== undefined && Object.hasOwn(judges, word) ? (word as keyof typeof judges) : undefined;

async function run(args: string[]): Promise<void> {
  const command = judgeOf(args[0]);
  if (command) {
    const judge = await judges[command]();
    const isWatched = process.stderr.isTTY === true;
    process.exitCode = await judge(args.slice(1), { print, note, env: process.env, isWatched });
    return;
  }
  const { values, words } = parseCommandLine(args, {
    ...mockOptionsParsedAs(names),
    ...parsedAs(serveOptions),
    version: { type: 'boolean' },
  });
  if (values.help) return print(helpText());
  if (values.version) return print(`${packageVersion()}\n`);
  if (isDemo(words, values)) {
    const { runDemo } = await import('../demo/demo.ts');
    const succeeded = await runDemo({ print: write, colours: wantsColours(process.stdout, process.env) });
    process.exitCode = succeeded ? 0 : 1;
    return;
  }
  const options = readMockOptions(names, values, process.env);
  const { port = Number(defaultOf(allOptions.port)), host, ...mockOptions } = options;
  const mock = createMock(mockOptions as MockOptions);
  const where = await mock.listen({ port, host } as ListenOptions).catch(async (error) => {
    await mock.close();
    throw error;
  });
  print(greeting(mock, where, options as MockOptions & ListenOptions));
  const colours = wantsColours(process.stdout, process.env);
  if (process.stdout.isTTY === true && !values.quiet) writeRequests(mock, { write, colours });
  if (values.open) openBrowser(`${where.url}${CONSOLE_PATH}`, note);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => mock.close().catch(fail));
}

function write(text: string): void {
  process.stdout.write(text);
}

/** Writes text that may contain names chosen by others, with control characters replaced. */
function print(text: string): void {
  write(printable(text));
}

function note(text: string): void {
  process.stderr.write(printable(text));
}

// If the reader of a pipe ends, as in `cloudglue-mock | head`, the server must go on.
process.stdout.on('error', () => {});

function fail(error: unknown): void {
  const { line, status } = explainFailure(error, judgeOf(process.argv[2]));
  note(`cloudglue-mock: ${line}\n`);
  process.exitCode = status;
}

run(process.argv.slice(2)).catch(fail);
