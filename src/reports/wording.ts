// Texts that several report formats use.
import { cleanText } from './clean-report.ts';
import type { Problem, ReportCase, ReportGroup } from './report-model.ts';

/** A problem in one line: its kind, its text, its places in what was judged and in the document, and its remedy. */
export const problemText = ({ kind, title = kind, text, at, spec, remedy }: Problem): string =>
  `${title}: ${text}${at ? ` (at ${at})` : ''}${spec ? ` (document: ${spec})` : ''}${remedy ? `. ${remedy}` : ''}`;

/** Bytes of one message. */
const LONGEST = 2_000;

/** All that is to be told of a case, each in one line. */
export const reasonsOf = ({ problems, notes }: ReportCase): string[] =>
  [...problems.map(problemText), ...notes].map((line) => cleanText(line, LONGEST));

/** A name with the version that it is about, where several are reported. */
export const named = (name: string, { version }: ReportGroup): string =>
  version ? `${name} (API ${version})` : name;

export const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
