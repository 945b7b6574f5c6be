// Reads command lines: the options of the mock, which the environment can give too, and those of a command.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import * as z from 'zod';
import { explainIssue } from '../errors/explain.ts';
import { UsageError } from '../errors/usage-error.ts';
import { wrap } from '../util/help-text.ts';
import { allOptions, flagOf, misfitOf, type OptionName, variableOf } from './options.ts';

/** An option that only a command has; without a hint for its value it takes none. */
export interface CommandOption {
  hint?: string;
  help: string;
  /** Whether it can be given several times. */
  multiple?: true;
}

type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** Splits a command line into options and words. Throws UsageError for an unknown option, or one without its value. */
export function parseCommandLine(
  args: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
): { values: Values; words: string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    return { values, words: positionals };
  } catch (error) {
    const [reason = ''] = (error as Error).message.split('. ');
    throw new UsageError(reason.replaceAll('\n', ' ').replace(/\.$/, ''));
  }
}

/**
 * Splits a command line at the command that it ends with: at the first `--`, which some programs take away on the way,
 * or else at the first word.
 */
export function splitAtCommand(
  args: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
): { own: readonly string[]; command: readonly string[] } {
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const first = tokens.find(({ kind }) => kind !== 'option');
  if (!first) return { own: args, command: [] };
  const from = first.kind === 'option-terminator' ? first.index + 1 : first.index;
  return { own: args.slice(0, first.index), command: args.slice(from) };
}

/** A command's own options, and `--help`, as `parseCommandLine` wants them. */
export const parsedAs = (table: Record<string, CommandOption>): NonNullable<ParseArgsConfig['options']> => ({
  ...Object.fromEntries(
    Object.entries(table).map(([name, { hint, multiple }]) => [
      name,
      { type: hint ? ('string' as const) : ('boolean' as const), ...(multiple && { multiple }) },
    ]),
  ),
  help: { type: 'boolean', short: 'h' },
});

/** How an option is written: `report FORMAT[=FILE]`, `redirect[=HOST]`. */
export const spelling = (name: string, { hint }: CommandOption): string => {
  if (!hint) return name;
  return hint.startsWith('[') ? `${name}${hint}` : `${name} ${hint}`;
};

/** A command's own options, as its help lists them. */
export const optionsText = (table: Record<string, CommandOption>): string =>
  Object.entries(table)
    .map(([name, option]) => `  --${spelling(name, option)}\n${wrap(option.help)}`)
    .join('\n');

/** Options of the mock, as `parseCommandLine` wants them. */
export const mockOptionsParsedAs = (names: readonly OptionName[]): NonNullable<ParseArgsConfig['options']> =>
  Object.fromEntries(names.map((name) => [flagOf(name), { type: 'string' as const }]));

/**
 * The options of the mock that are given; the command line takes precedence over the environment.
 * @param env leave it out for options that only the command line gives
 * @throws UsageError that names the flag or the environment variable, or says which options do not go together
 */
export function readMockOptions(
  names: readonly OptionName[],
  values: Values,
  env: NodeJS.ProcessEnv = {},
): Partial<Record<OptionName, unknown>> {
  const given = names.flatMap((name): [OptionName, unknown][] => {
    const flag = values[flagOf(name)];
    if (typeof flag === 'string') return [[name, readMockOption(name, flag, `--${flagOf(name)}`)]];
    const variable = env[variableOf(name)];
    return variable ? [[name, readMockOption(name, variable, variableOf(name))]] : [];
  });
  const options = Object.fromEntries(given);
  const misfit = misfitOf(options);
  if (misfit !== undefined) throw new UsageError(misfit);
  return options;
}

function readMockOption(name: OptionName, text: string, givenAs: string): unknown {
  const { schema } = allOptions[name];
  const { type } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const isNumber = type === 'number' || type === 'integer';
  const value = isNumber && text.trim() !== '' && !Number.isNaN(Number(text)) ? Number(text) : text;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues as [z.core.$ZodIssue];
  throw new UsageError(`${givenAs} ${explainIssue(issue, value)}`);
}

/** Reads a percentage. Throws UsageError. */
export function readPercent(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const percent = Number(text);
  if (text.trim() !== '' && percent >= 0 && percent <= 100) return percent;
  throw new UsageError(`--${flag} must be a number from 0 to 100, not "${text}"`);
}
