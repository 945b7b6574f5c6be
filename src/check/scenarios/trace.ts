// What is kept of a run for the expectations of its scenario: a line for each request, and which criteria it meets.
import type { ErrorName } from '../../errors/catalogue.ts';
import { redactText } from '../../journal/redact.ts';
import type { Exchange } from '../../judge/exchange.ts';
import type { OperationId } from '../../openapi/cloudglue.ts';
import { digest } from '../../util/random.ts';
import { type Criteria, meets } from './criteria.ts';

/** A request of the client. */
export interface Step {
  /** 1 for the first request of the run. */
  number: number;
  /** The X-Request-Id of the answer. */
  id: string;
  method: string;
  /** Without its query, and without secrets. */
  path: string;
  operation: OperationId | null;
  /** 0 if the connection was broken instead. */
  status: number;
  error: ErrorName | undefined;
  /** Ids of the fault rules that fired. */
  rules: readonly string[];
  /** The same for requests of an account that ask the same. */
  key: string;
}

/** The most requests that are kept; of those that come later, only where something happens, up to twice as many. */
const MOST_STEPS = 10_000;

/** What a JSON body asks for, shortened. Forms are not read, so uploads are all the same. */
const keyOf = ({ method, path, query, body }: Exchange, accountId: string | null): string =>
  digest(JSON.stringify([accountId, method, path, Object.entries(query).toSorted(), body]), 16);

export class Trace {
  readonly steps: Step[] = [];
  /** Of all requests, also of those that are not kept. */
  total = 0;
  readonly #meeting = new Map<Criteria, Step[]>();

  /** @param criteria those that `meeting` will be asked about */
  constructor(criteria: readonly Criteria[]) {
    for (const one of criteria) this.#meeting.set(one, []);
  }

  observe(exchange: Exchange, accountId: string | null): void {
    this.total += 1;
    const met = [...this.#meeting].filter(([criteria]) => meets(criteria, exchange));
    const happens = met.length > 0 || exchange.faults.length > 0;
    if (this.steps.length >= (happens ? 2 : 1) * MOST_STEPS) return;
    const { id, method, path, operation, status, errorCase, faults } = exchange;
    const step = {
      number: this.total,
      id,
      method,
      path: redactText(path),
      operation,
      status,
      error: errorCase,
      rules: faults,
      key: keyOf(exchange, accountId),
    };
    this.steps.push(step);
    for (const [, steps] of met) steps.push(step);
  }

  /** The requests that meet criteria, in their order. */
  meeting(criteria: Criteria): readonly Step[] {
    return this.#meeting.get(criteria) ?? [];
  }

  /** Whether there were more requests than are kept. */
  get isCut(): boolean {
    return this.total > this.steps.length;
  }
}

const answerText = ({ status, error }: Step) =>
  status === 0 ? 'no answer' : `${status}${error === undefined ? '' : ` ${error}`}`;

/** A request in a line: `#3 POST /v1/files/sync: 429 rate-limited`. */
export const stepText = (step: Step): string =>
  `#${step.number} ${step.method} ${step.path}: ${answerText(step)}`;
