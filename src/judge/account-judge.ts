// Judges the requests of one account as they come.
import { errorNames } from '../errors/catalogue.ts';
import type { OperationId } from '../openapi/cloudglue.ts';
import type { Exchange } from './exchange.ts';
import type { Finding, Mistake } from './finding.ts';
import { Findings, Room } from './findings.ts';
import { MetAnswers } from './met.ts';
import type { End, RequestRule, RuleDescription, Seen, SequenceRule } from './rule.ts';
import { requestRules, sequenceRules } from './rule-registry.ts';

/** What an account's requests, or those of all, come to. */
export interface Tally {
  requests: number;
  findings: Findings;
  met: MetAnswers;
}

const NONE: readonly Finding[] = [];

/** The rules of single requests that come to an operation. */
const general = requestRules.filter(({ errorCases }) => !errorCases);
/** The rules of an error case. */
const rulesByCase = new Map(
  errorNames.map((name) => [name, requestRules.filter(({ errorCases }) => errorCases?.includes(name))]),
);
const NO_RULES: readonly RequestRule[] = [];

/** The rules that observe an operation, each with its place in the registry. */
const rulesByOperation = new Map<OperationId, { rule: SequenceRule; at: number }[]>();

function rulesOf(operation: OperationId) {
  let rules = rulesByOperation.get(operation);
  if (!rules) {
    rules = sequenceRules
      .map((rule, at) => ({ rule, at }))
      .filter(({ rule }) => rule.operations?.includes(operation) ?? true);
    rulesByOperation.set(operation, rules);
  }
  return rules;
}

/** Whether a request is a step of a client: not a probe, and not one whose answer a test chose with the header Prefer. */
const isOfClient = (exchange: Exchange): boolean =>
  exchange.method !== 'HEAD' && !exchange.header('prefer')?.includes('code=');

export class AccountJudge {
  readonly #findings: Findings;
  readonly #seesAll: boolean;
  readonly #met = new MetAnswers();
  /** By the place of each rule in the registry; those that an account gives nothing to observe have none. */
  readonly #states: unknown[] = [];
  #requests = 0;
  /** What the rules are judging, and which of them is. */
  #exchange: Exchange | undefined;
  #rule: RuleDescription | undefined;
  #found: Finding[] | undefined;
  /** One function for all rules and requests: to make one for each takes longer than most rules. */
  readonly #tell = (mistake: Mistake, where = this.#exchange as Seen): void => {
    const finding = this.#findings.add(this.#rule as RuleDescription, mistake, where);
    if (finding) this.#found = [...(this.#found ?? []), finding];
  };

  /** @param seesAll whether it observes every request of the account: sequences are judged only then */
  constructor(room = new Room(), seesAll = true) {
    this.#findings = new Findings(room);
    this.#seesAll = seesAll;
  }

  /** Judges a request. Returns what is wrong with it. */
  observe(exchange: Exchange): readonly Finding[] {
    this.#requests += 1;
    this.#met.count(exchange);
    this.#exchange = exchange;
    const { operation, errorCase } = exchange;
    if (errorCase !== undefined && !exchange.isForced)
      this.#judgeBy(rulesByCase.get(errorCase) ?? NO_RULES, exchange);
    if (operation !== null) this.#judgeBy(general, exchange);
    if (operation !== null && this.#seesAll && isOfClient(exchange)) {
      for (const { rule, at } of rulesOf(operation)) {
        this.#rule = rule;
        this.#states[at] ??= rule.start();
        rule.observe(this.#states[at], exchange, this.#tell);
      }
    }
    const found = this.#found ?? NONE;
    this.#exchange = this.#found = undefined;
    return found;
  }

  #judgeBy(rules: readonly RequestRule[], exchange: Exchange): void {
    for (const rule of rules) {
      this.#rule = rule;
      rule.judge(exchange, this.#tell);
    }
  }

  /** What was found so far, with what would be found if the client had come to its end; without an end as it is. */
  tally(end?: End): Tally {
    if (!end) return { requests: this.#requests, findings: this.#findings, met: this.#met };
    const findings = new Findings();
    findings.addAll(this.#findings);
    sequenceRules.forEach((rule, at) => {
      const state = this.#states[at];
      if (state === undefined) return;
      rule.end?.(state, end, (mistake, earlier) => findings.add(rule, mistake, earlier));
    });
    return { requests: this.#requests, findings, met: this.#met };
  }

  /** Gives the room back that its findings take; to be called when it is forgotten. */
  release(): void {
    this.#findings.release();
  }
}
