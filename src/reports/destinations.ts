// Where reports are written. It is checked before anything is verified, and the summary for people does not mix with them.
import { accessSync, appendFileSync, constants, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../errors/usage-error.ts';
import { cleanReport } from './clean-report.ts';
import type { Report } from './report-model.ts';
import { reportFormats, type WantedReport } from './report-registry.ts';
import { text } from './text.ts';

export interface Terminal {
  /** Writes to standard output. */
  print: (text: string) => void;
  /** Writes to standard error. */
  note: (text: string) => void;
  env: Record<string, string | undefined>;
  /** Whether a person watches standard error. */
  isWatched?: boolean;
}

export interface Reports {
  /** Whether a report takes standard output, alone. */
  takesOutput: boolean;
  /** Writes what a person reads: to standard error where a report takes standard output. */
  tell: (text: string) => void;
  /** Writes the text report for people, and every report asked for. Throws UsageError if a file cannot be written. */
  write: (report: Report) => void;
}

/**
 * Finds out where the reports go.
 * @param conceal replaces secrets in what is written
 * @throws UsageError if a report cannot be written where it should go
 */
export function openReports(
  reports: readonly WantedReport[],
  { print, note, env }: Terminal,
  conceal: (text: string) => string = (text) => text,
): Reports {
  const destinations = reports.map(({ format, file }) => {
    const { variable } = reportFormats[format];
    const appended = file === undefined && variable ? env[variable] || undefined : undefined;
    return { format, variable, file: file ?? appended, writeTo: appended ? appendFileSync : writeFileSync };
  });
  const files = destinations.flatMap(({ file }) => (file === undefined ? [] : [resolve(file)]));
  const shared = files.find((file, nth) => files.indexOf(file) !== nth);
  if (shared) throw new UsageError(`two reports cannot be written to one file: ${shared}`);
  for (const { format, file } of destinations)
    if (file !== undefined) checkWritable(`the report ${format}`, file);
  const printed = destinations.filter(({ file, variable }) => file === undefined && !variable);
  if (printed.length > 1) {
    const [first, second] = printed.map(({ format }) => format);
    throw new UsageError(
      `one report at most goes to standard output, not ${first} and ${second}: name a file, as in --report ${second}=FILE`,
    );
  }
  const takesOutput = printed.length > 0;
  const tell = takesOutput ? note : print;
  return {
    takesOutput,
    tell,
    write(given) {
      const report = cleanReport(given);
      if (!printed.some(({ format }) => format === 'text')) tell(text(report));
      for (const { format, file, variable, writeTo } of destinations) {
        const { render, printed } = reportFormats[format];
        if (file !== undefined) save(format, () => writeTo(file, conceal(render(report))));
        else if (variable === undefined) print(render(report));
        else note(`No summary is written: ${variable} is not set, and --report ${format}=FILE not given.\n`);
        tell(printed?.(report) ?? '');
      }
    },
  };
}

/** Finds out before the work is done whether its result can be written. Throws UsageError. */
export function checkWritable(what: string, file: string): void {
  const reason = whyUnwritable(file);
  if (reason) throw new UsageError(`${what} cannot be written to ${file}: ${reason}`);
}

function whyUnwritable(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory()) return 'it is a folder';
  const folder = dirname(file);
  if (!found && !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return `there is no folder ${folder}`;
  try {
    accessSync(found ? file : folder, constants.W_OK);
    return undefined;
  } catch {
    return `${found ? 'it' : `the folder ${folder}`} is not writable`;
  }
}

/** Writing can still fail, for example on a full disk. */
function save(format: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new UsageError(`the report ${format} cannot be written: ${(error as Error).message}`);
  }
}
