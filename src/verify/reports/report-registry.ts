// Every report format: a new one is one file and one line here.
import type { PactOutcome } from '../outcome.ts';
import type { VersionOutcome } from '../version-outcome.ts';
import { annotations } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';

export interface Verification {
  /** The pacts at each version. */
  pacts: PactOutcome[];
  /** Oldest first. */
  versions: VersionOutcome[];
}

interface Format {
  render: (verification: Verification) => string;
  /** Text that is always printed, in addition to the report. */
  printed?: (verification: Verification) => string;
  /** The environment variable that names the file to append to if the user names none; without it the report is printed. */
  variable?: string;
}

const formats = {
  junit: { render: junit },
  json: { render: json },
  markdown: { render: markdown },
  github: { render: markdown, printed: annotations, variable: 'GITHUB_STEP_SUMMARY' },
} satisfies Record<string, Format>;

export type ReportFormat = keyof typeof formats;
export const reportFormats: Record<ReportFormat, Format> = formats;
