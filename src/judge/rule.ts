// What a rule is: of a single request, or of the sequence of an account's requests.
import type { ErrorName } from '../errors/catalogue.ts';
import type { OperationId } from '../openapi/cloudglue.ts';
import type { Exchange } from './exchange.ts';
import type { Mistake, Severity } from './finding.ts';

/** What is said of a rule. */
export interface RuleDescription {
  /** In kebab case; reports, `--ignore` and baselines use it. */
  name: string;
  severity: Severity;
  /** What a client must not do, as one sentence. */
  summary: string;
  /** Why. */
  reason: string;
  /** Whether the API's documents say so, or this project does. */
  source: 'documented' | 'opinion';
  /** What a client does that breaks it, and what one does that does not. */
  examples: { broken: string; sound: string };
}

/** The most mistakes that a rule tells of one request, which may have thousands. */
export const MOST_TOLD = 20;

/** A rule of a single request. */
export interface RequestRule extends RuleDescription {
  /**
   * The errors that it is about, unless they were forced: it judges no other request. Without them it judges all that
   * come to an operation, and must be quick where nothing is wrong.
   */
  errorCases?: readonly ErrorName[];
  /** Tells what is wrong with the request. */
  judge(exchange: Exchange, tell: (mistake: Mistake) => void): void;
}

/** Tells a mistake, which was made in the exchange that is observed, or in an earlier one. */
export type Tell = (mistake: Mistake, earlier?: Seen) => void;

/** What a rule keeps of an exchange in which a mistake may turn out later. */
export type Seen = Pick<Exchange, 'id' | 'method' | 'path' | 'at' | 'operation'>;

export const seen = ({ id, method, path, at, operation }: Exchange): Seen => ({
  id,
  method,
  path,
  at,
  operation,
});

/** The end of what is judged. */
export interface End {
  /** Milliseconds since the Unix epoch, in real time. */
  at: number;
  /** The time of the account's clock, likewise. */
  now: number | undefined;
  /** How many webhooks the account has. */
  webhooks: number;
  /** Whether the account has the file, and its processing ends at some time. */
  ends(fileId: string): boolean;
}

/** A rule of the requests of one account, in their order. When it is unsure it says nothing. */
export interface SequenceRule<State = unknown> extends RuleDescription {
  /** The operations that it observes; all if left out. */
  operations?: readonly OperationId[];
  /** The state of an account without requests. What it holds must be bounded. */
  start(): State;
  /** Called for every request of the account to one of its operations, when its response is ready. */
  observe(state: State, exchange: Exchange, tell: Tell): void;
  /** Tells what shows only at the end. The account may go on after that, so the state must stay as it is. */
  end?(state: State, end: End, tell: (mistake: Mistake, earlier: Seen) => void): void;
}

/** Gives a sequence rule the type of its state. */
export const defineSequenceRule = <State>(rule: SequenceRule<State>): SequenceRule => rule as SequenceRule;
