// Every report format: a new one is one file and one line here.
import { UsageError } from '../errors/usage-error.ts';
import { annotations } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { Report } from './report-model.ts';
import { text } from './text.ts';

interface Format {
  render: (report: Report) => string;
  /** Text that is always printed, in addition to the report. */
  printed?: (report: Report) => string;
  /** The environment variable that names the file to append to if the user names none; without it the report is printed. */
  variable?: string;
}

const formats = {
  text: { render: text },
  junit: { render: junit },
  json: { render: json },
  markdown: { render: markdown },
  github: { render: markdown, printed: annotations, variable: 'GITHUB_STEP_SUMMARY' },
} satisfies Record<string, Format>;

export type ReportFormat = keyof typeof formats;
export const reportFormats: Record<ReportFormat, Format> = formats;

/** A report that the user asks for. */
export interface WantedReport {
  format: ReportFormat;
  file: string | undefined;
}

/** The option of a command that asks for reports. */
export const reportOption = {
  hint: 'FORMAT[=FILE]',
  help: `write a report: ${Object.keys(reportFormats).join(', ')}; without a file it goes to standard output, alone, but github goes to the job summary, with a line for each failure; can be given several times`,
  multiple: true,
} as const;

/** Reads the value of that option. Throws UsageError. */
export function wantedReport(value: string): WantedReport {
  const [, format = '', file] = /^([^=]*)(?:=(.+))?$/.exec(value) ?? [];
  if (Object.hasOwn(reportFormats, format)) return { format: format as ReportFormat, file };
  throw new UsageError(
    `--report must be one of ${Object.keys(reportFormats).join(', ')}, and may name a file, as in junit=report.xml; not "${value}"`,
  );
}
