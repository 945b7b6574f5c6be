// What a mutant of the provider is: the provider with one thing wrong, which the contracts of its operation must notice.
import type { OperationId } from '../../src/openapi/cloudglue.ts';
import type { Answer, Contract } from './replay.ts';

export interface Mutant {
  operation: OperationId | null;
  /** What is wrong, unique within the operation: `data[].bytes is null`. */
  name: string;
  /** The answer with the mistake; undefined where it makes no difference. */
  answer?: (answer: Answer, contract: Contract) => Answer | undefined;
  /** The request as a provider with the mistake takes it; undefined where it makes no difference. */
  request?: (request: Request, contract: Contract) => Promise<Request | undefined>;
}

/** A contract with what the provider answers without any mistake. */
export interface Recorded {
  contract: Contract;
  answer: Answer;
}
