// What a report is made of, whatever was judged: a run of contracts, or the requests of a client.

/** Something that is wrong, with its place and what to do about it. */
export interface Problem {
  /** An error fails its case, a warning does not. */
  severity: 'error' | 'warning';
  /** A short name for programs: `answer`, `unknown-query-parameter`. */
  kind: string;
  /** The kind as people read it; by default its name. */
  title?: string;
  text: string;
  /** Where in what was judged: `response.body.total`, `request.query.limit`. */
  at?: string;
  /** Where in the document. */
  spec?: string;
  /** What to do. */
  remedy?: string;
}

export interface ReportCase {
  name: string;
  /** What it is about: `GET /v1/files, given files exist`. */
  subject?: string;
  seconds: number;
  /** Why it does not count, whatever its problems: `pending`, `not met`. */
  uncounted?: string;
  problems: readonly Problem[];
  /** Further lines about it, which are no problems of their own. */
  notes: readonly string[];
}

export interface ReportGroup {
  /** Who is judged: the name of a consumer, of an account, of a scenario. */
  name: string;
  /** The name of the group where there is more room; by default its name. */
  title?: string;
  /** The version of the API, where several are reported. */
  version?: string;
  /** The file or the URL that it is read from. */
  source?: string;
  cases: readonly ReportCase[];
}

export interface ReportTable {
  /** By default there is none. */
  title?: string;
  head: readonly string[];
  cells: readonly (readonly string[])[];
  /** Long, and to be looked up rather than read: a browser shows it when it is asked for. */
  isDetail?: boolean;
  /** The only format that has it; by default, text and Markdown. */
  only?: 'text' | 'markdown';
}

export interface Report {
  /** What made it: `cloudglue-mock verify`. */
  by: string;
  /** The outcome in a few words: `Contracts: 2 broken`. */
  title: string;
  groups: readonly ReportGroup[];
  tables: readonly ReportTable[];
  /** Sentences at the end: counts, hints. */
  lines: readonly string[];
  /** What the report for programs holds. */
  data: unknown;
}

export type CaseResult = 'passed' | 'failed' | 'uncounted';

export function resultOf({ uncounted, problems }: ReportCase): CaseResult {
  if (uncounted !== undefined) return 'uncounted';
  return problems.some(({ severity }) => severity === 'error') ? 'failed' : 'passed';
}

/** Every case that a reader must look at: those that fail, and others with something to tell. */
export const casesToTell = ({ groups }: Report) =>
  groups.flatMap((group) =>
    group.cases
      .filter((one) => one.problems.length > 0 || one.notes.length > 0)
      .map((one) => ({ group, case: one, result: resultOf(one) })),
  );
