// The outcome of a verification, which all reports use.
import type { ErrorName } from '../errors/catalogue.ts';
import type { OperationId } from '../openapi/cloudglue.ts';
import type { Difference } from '../openapi/differences.ts';
import type { ApiVersion } from '../openapi/versions.ts';
import type { Problem as ReportProblem } from '../reports/report-model.ts';

/** One reason why a contract is broken, or a warning. */
export interface Problem extends Omit<ReportProblem, 'title'> {
  /** Who found it: the document, the provider's states, its answer; or that nobody looked at it. */
  found: 'document' | 'state' | 'answer' | 'nobody';
}

export interface InteractionOutcome {
  description: string;
  states: string[];
  /** `GET /v1/files`; `a message` */
  request: string;
  operation: OperationId | null;
  /** The status that was answered, or else the one that the contract expects. */
  status: number | null;
  /** The error case that the mock answered with; null for other providers, and for successes. */
  errorCase: ErrorName | null;
  seconds: number;
  /** Why it does not count, if it does not. */
  pending?: string;
  /** What the document has to say comes first. */
  problems: Problem[];
  /** Where several versions are verified and it holds at another: what differs there that can be why it does not here. */
  changes?: Difference[];
}

export interface PactOutcome {
  consumer: string;
  provider: string;
  /** The file or the URL. */
  source: string;
  interactions: InteractionOutcome[];
  /** The version of the API, where several are verified. */
  version?: ApiVersion;
}

/** Whether nothing is wrong with an interaction, pending or not. */
export const holds = ({ problems }: InteractionOutcome): boolean =>
  !problems.some(({ severity }) => severity === 'error');

/** Whether an interaction makes the verification fail. */
export const isBroken = (one: InteractionOutcome): boolean => !holds(one) && one.pending === undefined;

export const brokenIn = (pacts: readonly PactOutcome[]): number =>
  pacts.reduce((sum, { interactions }) => sum + interactions.filter(isBroken).length, 0);
