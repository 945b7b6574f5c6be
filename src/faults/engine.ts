// Which fault rules a request meets, and what they make of it. Rules are tried in order.
import type { Account } from '../accounts/account.ts';
import { casesOf, type ErrorName, occursAt } from '../errors/catalogue.ts';
import type { RequestFacts } from '../http/request-facts.ts';
import type { FaultRecord } from '../records/fault.ts';
import { type FaultRule, LONGEST_DELAY, milliseconds } from '../records/fault-rule.ts';
import { type Draw, drawFrom } from '../util/random.ts';
import { compilePattern, matches, type Pattern } from '../util/wildcards.ts';
import type { NetworkFault } from './network.ts';

/** What is to be done with a request. */
export interface Verdict {
  /** Ids of the rules that fired. */
  fired: string[];
  /** Milliseconds of real time to wait. */
  delay: number;
  /** Headers of the answer, whatever it is. */
  headers: Record<string, string>;
  error?: { name: ErrorName; headers: Record<string, string> };
  network?: NetworkFault;
  drip?: { over: number; pieces: number };
}

/** What every rule that fits a request does to it; each is counted. */
export function judge(account: Account, facts: RequestFacts): Verdict {
  const verdict: Verdict = { fired: [], delay: 0, headers: {} };
  for (const record of account.store.faults.all()) {
    if (!isAbout(record.rule, facts)) continue;
    const after = countCall(account, record);
    const fires = after.fired > record.fired;
    account.store.faults.update(record.id, after);
    if (after.window && record.rule.rate_limit) describeLimit(account, after, record.rule, verdict);
    if (!fires) continue;
    verdict.fired.push(record.id);
    verdict.delay = Math.min(LONGEST_DELAY, verdict.delay + delayOf(record.rule, drawOf(record, 'delay')));
    act(record.rule, facts, verdict);
    if (verdict.error || verdict.network || verdict.drip) break;
  }
  return verdict;
}

/** Characters of a URI that patterns see: a body may hold one of 1 MB, over which some patterns take seconds. */
const LONGEST_URI = 8_192;

const compiled = new WeakMap<FaultRule, { uri?: Pattern; headers: [name: string, pattern: Pattern][] }>();

function patternsOf(rule: FaultRule) {
  let patterns = compiled.get(rule);
  if (!patterns) {
    const { uri, header = {} } = rule.match ?? {};
    patterns = {
      ...(uri !== undefined && { uri: compilePattern(uri) }),
      headers: Object.entries(header).map(([name, pattern]) => [name, compilePattern(pattern)]),
    };
    compiled.set(rule, patterns);
  }
  return patterns;
}

/** Whether a rule is about a request, whatever it counts. An error fits only where it can occur. */
function isAbout(rule: FaultRule, facts: RequestFacts): boolean {
  const { operation, connector } = rule.match ?? {};
  if (operation !== undefined && operation !== facts.operation) return false;
  const { uri, headers } = patternsOf(rule);
  for (const [name, pattern] of headers) {
    const value = facts.header(name);
    if (value === undefined || !matches(pattern, value)) return false;
  }
  if (connector !== undefined && connector !== facts.named().connector) return false;
  if (uri && !facts.named().uris.some((one) => matches(uri, one.slice(0, LONGEST_URI)))) return false;
  if (rule.error !== undefined) return occursAt(rule.error as ErrorName, facts.operation);
  return rule.status === undefined || casesOf(facts.operation, rule.status).length > 0;
}

type Counts = Pick<FaultRecord, 'calls' | 'fired' | 'window'>;

/** The counts of a rule after one more request that it is about. */
function countCall(account: Account, record: FaultRecord): Counts {
  const { rule, fired } = record;
  const { nth = 1, probability } = rule.match ?? {};
  const calls = record.calls + 1;
  const window = rule.rate_limit ? nextWindow(account, record, rule.rate_limit) : null;
  const times = rule.times ?? (rule.match?.nth === undefined ? Number.POSITIVE_INFINITY : 1);
  const fires =
    calls >= nth &&
    fired < times &&
    (!rule.rate_limit || (window?.used ?? 0) > rule.rate_limit.requests) &&
    (probability === undefined || drawOf(record, 'probability').number() < probability);
  return { calls, fired: fired + (fires ? 1 : 0), window };
}

/** Draws of one call of a rule: the same for the same rule and seed, in every account and on every machine. */
const drawOf = ({ id, rule, calls }: FaultRecord, purpose: string): Draw =>
  drawFrom(`fault ${purpose} ${rule.seed ?? ''} ${id} ${calls}`);

/** The window of a rate limit, with this request in it: windows follow each other on the account's clock. */
function nextWindow(
  { clock }: Account,
  { window }: FaultRecord,
  { window: length }: NonNullable<FaultRule['rate_limit']>,
): NonNullable<FaultRecord['window']> {
  const now = clock.now();
  // One that began later than now is of another clock, before a snapshot was put back.
  const isOpen = window && window.startedAt <= now && now < window.startedAt + milliseconds(length);
  if (isOpen) return { ...window, used: window.used + 1 };
  return { startedAt: now, used: 1 };
}

function describeLimit({ clock }: Account, { window }: Counts, rule: FaultRule, verdict: Verdict): void {
  if (!window || !rule.rate_limit) return;
  const { requests, window: length } = rule.rate_limit;
  const seconds = Math.ceil((window.startedAt + milliseconds(length) - clock.now()) / 1_000);
  Object.assign(verdict.headers, {
    'ratelimit-limit': String(requests),
    'ratelimit-remaining': String(Math.max(0, requests - window.used)),
    'ratelimit-reset': String(seconds),
    'ratelimit-policy': `${requests};w=${Math.ceil(milliseconds(length) / 1_000)}`,
  });
}

function act(rule: FaultRule, { operation }: RequestFacts, verdict: Verdict): void {
  const retryAfter = (seconds: number | string | undefined) =>
    seconds === undefined ? {} : { 'retry-after': String(seconds) };
  const name = rule.error ?? (rule.status === undefined ? undefined : casesOf(operation, rule.status)[0]);
  if (name !== undefined) {
    verdict.error = { name: name as ErrorName, headers: retryAfter(rule.retry_after) };
  }
  if (rule.rate_limit) {
    verdict.error = { name: 'rate-limited', headers: retryAfter(verdict.headers['ratelimit-reset']) };
  }
  if (rule.network) verdict.network = rule.network;
  if (rule.drip) verdict.drip = { over: milliseconds(rule.drip.over), pieces: rule.drip.pieces ?? 10 };
}

/** Milliseconds to wait. */
export function delayOf({ delay }: FaultRule, draw: Draw): number {
  if (!delay) return 0;
  const { fixed, min, max, median, sigma = 0 } = delay;
  if (fixed !== undefined) return milliseconds(fixed);
  if (median !== undefined) {
    return Math.min(LONGEST_DELAY, milliseconds(median) * Math.exp(sigma * draw.normal()));
  }
  return milliseconds(min) + draw.number() * (milliseconds(max) - milliseconds(min));
}
