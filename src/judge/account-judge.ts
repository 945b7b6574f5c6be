// Judges the requests of one account as they come.
import type { Exchange } from './exchange.ts';
import type { Finding, Mistake } from './finding.ts';
import { type End, type RequestRule, type Seen, type SequenceRule, seen } from './rule.ts';
import { requestRules, sequenceRules } from './rule-registry.ts';

/** The most findings that are kept of an account; more kinds of mistakes than these are only counted. */
export const MOST_FINDINGS = 1_000;

const NONE: readonly Finding[] = [];

/** Findings, each with how often it came. */
export class Findings {
  readonly #byKey = new Map<string, Finding>();
  /** Mistakes of further kinds than the most that are kept. */
  dropped = 0;

  add({ name: rule, severity }: RequestRule | SequenceRule, mistake: Mistake, where: Seen): Finding {
    const { operation, id, method, path, at } = where;
    const key = `${rule} ${operation} ${mistake.kind ?? mistake.place ?? ''}`;
    const known = this.#byKey.get(key);
    if (known) {
      known.count += 1;
      return known;
    }
    const finding: Finding = {
      rule,
      severity,
      operation,
      ...mistake,
      count: 1,
      first: { id, method, path, at },
    };
    if (this.#byKey.size < MOST_FINDINGS) this.#byKey.set(key, finding);
    else this.dropped += 1;
    return finding;
  }

  list(): Finding[] {
    return [...this.#byKey.values()].map((finding) => ({ ...finding }));
  }
}

export class AccountJudge {
  readonly #findings = new Findings();
  readonly #states = sequenceRules.map((rule) => rule.start());
  #requests = 0;

  /** Judges a request. Returns what is wrong with it. */
  observe(exchange: Exchange): readonly Finding[] {
    this.#requests += 1;
    let found: Finding[] | undefined;
    const add = (rule: RequestRule | SequenceRule, mistake: Mistake, where: Seen) => {
      found ??= [];
      found.push(this.#findings.add(rule, mistake, where));
    };
    for (const rule of requestRules) rule.judge(exchange, (mistake) => add(rule, mistake, seen(exchange)));
    if (exchange.operation !== null) {
      sequenceRules.forEach((rule, at) => {
        rule.observe(this.#states[at], exchange, (mistake, earlier = seen(exchange)) =>
          add(rule, mistake, earlier),
        );
      });
    }
    return found ?? NONE;
  }

  /** What was found, with what would be found if the client had come to its end. */
  report(end: End): { requests: number; findings: Finding[]; dropped: number } {
    const late = new Findings();
    sequenceRules.forEach((rule, at) => {
      rule.end?.(this.#states[at], end, (mistake, earlier) => late.add(rule, mistake, earlier));
    });
    return {
      requests: this.#requests,
      findings: [...this.#findings.list(), ...late.list()],
      dropped: this.#findings.dropped + late.dropped,
    };
  }
}
