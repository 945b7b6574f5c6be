// Finds the fault rules that match a request, and collects their effects. Rules are tried in order.
import type { Account } from '../accounts/account.ts';
import { casesOf, type ErrorName, occursAt } from '../errors/catalogue.ts';
import type { OperationId } from '../openapi/cloudglue.ts';
import type { ApiVersion } from '../openapi/versions.ts';
import type { FaultRecord } from '../records/fault.ts';
import { type FaultRule, LONGEST_DELAY, milliseconds } from '../records/fault-rule.ts';
import { LONGEST_DURATION } from '../time/clock.ts';
import { type Draw, drawFrom } from '../util/random.ts';
import { compilePattern, matches, type Pattern } from '../util/wildcards.ts';
import type { Drip } from './drip.ts';
import type { NetworkFault } from './network/network-fault.ts';
import type { RequestFacts } from './request-facts.ts';

/** What the rules that fired do to a request. */
export interface FaultEffects {
  /** Ids of the rules that fired. */
  fired: string[];
  /** Real milliseconds to wait before anything else. */
  delay: number;
  /** Headers to add to the response, whatever its status. */
  headers: Record<string, string>;
  error?: { name: ErrorName; headers: Record<string, string> };
  network?: NetworkFault;
  drip?: Drip;
  /** Milliseconds by which to move the account's clock. */
  advance: number;
  /** Whether to delete the file that the request names. */
  deletesFile: boolean;
}

/** Counts every rule that matches a request, and collects the effects of those that fire. */
export function applyRules(account: Account, facts: RequestFacts): FaultEffects {
  const effects: FaultEffects = { fired: [], delay: 0, headers: {}, advance: 0, deletesFile: false };
  for (const record of account.store.faults.all()) {
    if (!matchesRequest(record.rule, facts, account.apiVersion)) continue;
    const after = countCall(account, record);
    const fires = after.fired > record.fired;
    account.store.faults.update(record.id, after);
    if (after.window && record.rule.rate_limit) describeLimit(account, after, record.rule, effects);
    if (!fires) continue;
    effects.fired.push(record.id);
    effects.delay = Math.min(LONGEST_DELAY, effects.delay + delayOf(record.rule, drawOf(record, 'delay')));
    effects.advance = Math.min(LONGEST_DURATION, effects.advance + milliseconds(record.rule.advance));
    effects.deletesFile ||= record.rule.delete_file === true;
    addAction(record.rule, { operation: facts.operation, version: account.apiVersion }, effects);
    if (effects.error || effects.network || effects.drip) break;
  }
  return effects;
}

/** How much of a URI or a parameter patterns are matched against, in characters: 1 MB would take some patterns seconds. */
const LONGEST_TEXT = 8_192;

type Named = [name: string, pattern: Pattern][];
const compiled = new WeakMap<FaultRule, { uri?: Pattern; headers: Named; query: Named }>();

const compileEach = (patterns: Record<string, string>): Named =>
  Object.entries(patterns).map(([name, pattern]) => [name, compilePattern(pattern)]);

function patternsOf(rule: FaultRule) {
  let patterns = compiled.get(rule);
  if (!patterns) {
    const { uri, header = {}, query = {} } = rule.match ?? {};
    patterns = {
      ...(uri !== undefined && { uri: compilePattern(uri) }),
      headers: compileEach(header),
      query: compileEach(query),
    };
    compiled.set(rule, patterns);
  }
  return patterns;
}

/** Whether a rule matches a request, regardless of its counters. An error matches only where it can occur. */
function matchesRequest(rule: FaultRule, facts: RequestFacts, version: ApiVersion): boolean {
  const { operation, connector } = rule.match ?? {};
  if (operation !== undefined && operation !== facts.operation) return false;
  const { uri, headers, query } = patternsOf(rule);
  for (const [name, pattern] of headers) {
    const value = facts.header(name);
    if (value === undefined || !matches(pattern, value)) return false;
  }
  for (const [name, pattern] of query) {
    if (!facts.query(name).some((value) => matches(pattern, value.slice(0, LONGEST_TEXT)))) return false;
  }
  if (rule.delete_file && facts.file() === undefined) return false;
  if (connector !== undefined && connector !== facts.named().connector) return false;
  if (uri && !facts.named().uris.some((one) => matches(uri, one.slice(0, LONGEST_TEXT)))) return false;
  if (rule.error !== undefined) return occursAt(rule.error as ErrorName, facts.operation, version);
  return rule.status === undefined || casesOf(facts.operation, rule.status, version).length > 0;
}

type Counts = Pick<FaultRecord, 'calls' | 'fired' | 'window'>;

/** The counts of a rule after one more request that it matches. */
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

/** Random draws for one call of a rule: equal for equal rules and seeds, in every account and on every machine. */
const drawOf = ({ id, rule, calls }: FaultRecord, purpose: string): Draw =>
  drawFrom(`fault ${purpose} ${rule.seed ?? ''} ${id} ${calls}`);

/** The window of a rate limit, including this request; measured on the account's clock. */
function nextWindow(
  { clock }: Account,
  { window }: FaultRecord,
  { window: length }: NonNullable<FaultRule['rate_limit']>,
): NonNullable<FaultRecord['window']> {
  const now = clock.now();
  // A window can start in the future if a restored snapshot set the clock back.
  const isOpen = window && window.startedAt <= now && now < window.startedAt + milliseconds(length);
  if (isOpen) return { ...window, used: window.used + 1 };
  return { startedAt: now, used: 1 };
}

function describeLimit({ clock }: Account, { window }: Counts, rule: FaultRule, effects: FaultEffects): void {
  if (!window || !rule.rate_limit) return;
  const { requests, window: length } = rule.rate_limit;
  const seconds = Math.ceil((window.startedAt + milliseconds(length) - clock.now()) / 1_000);
  Object.assign(effects.headers, {
    'ratelimit-limit': String(requests),
    'ratelimit-remaining': String(Math.max(0, requests - window.used)),
    'ratelimit-reset': String(seconds),
    'ratelimit-policy': `${requests};w=${Math.ceil(milliseconds(length) / 1_000)}`,
  });
}

/** Adds the effects of a rule other than its delay. */
function addAction(
  rule: FaultRule,
  { operation, version }: { operation: OperationId; version: ApiVersion },
  effects: FaultEffects,
): void {
  const retryAfter = (seconds: number | string | undefined) =>
    seconds === undefined ? {} : { 'retry-after': String(seconds) };
  const name =
    rule.error ?? (rule.status === undefined ? undefined : casesOf(operation, rule.status, version)[0]);
  if (name !== undefined) {
    effects.error = { name: name as ErrorName, headers: retryAfter(rule.retry_after) };
  }
  if (rule.rate_limit) {
    effects.error = { name: 'rate-limited', headers: retryAfter(effects.headers['ratelimit-reset']) };
  }
  if (rule.network) effects.network = rule.network;
  if (rule.drip) effects.drip = { over: milliseconds(rule.drip.over), pieces: rule.drip.pieces ?? 10 };
}

/** The delay of a rule, in milliseconds. */
export function delayOf({ delay }: FaultRule, draw: Draw): number {
  if (!delay) return 0;
  const { fixed, min, max, median, sigma = 0 } = delay;
  if (fixed !== undefined) return milliseconds(fixed);
  if (median !== undefined) {
    return Math.min(LONGEST_DELAY, milliseconds(median) * Math.exp(sigma * draw.normal()));
  }
  return milliseconds(min) + draw.number() * (milliseconds(max) - milliseconds(min));
}
