// A fault rule: what it may say, and what makes it wrong beyond what its schema says.
import * as z from 'zod';
import { casesOf, type ErrorName, errorNames, occursAt } from '../errors/catalogue.ts';
import { FieldsError, fieldsErrorOf } from '../errors/fields-error.ts';
import { type AdminSchemas, validatorOfSchema } from '../openapi/admin.ts';
import { type OperationId, operationsById } from '../openapi/cloudglue.ts';
import { registry } from '../sources/connectors/connector-registry.ts';
import type { ConnectorType } from '../sources/definition.ts';
import { parseDuration } from '../time/clock.ts';
import { validate } from '../util/validate.ts';
import { compilePattern } from '../util/wildcards.ts';

/** What to do with which requests. */
export type FaultRule = AdminSchemas['FaultRule'] & {
  error?: ErrorName;
  match?: { operation?: OperationId; connector?: ConnectorType };
};

const UNUSABLE = 'the fault rule cannot be used';
const ruleSchema = validatorOfSchema('FaultRule');

/** Operations that a connector is asked through, or to which a connector's URI can be sent. */
const WITH_CONNECTOR: readonly OperationId[] = [
  'listDataConnectorFiles',
  'syncDataConnectorFile',
  'getDataConnectorSourceMetadata',
  'syncFileFromUrl',
  'addMedia',
];
/** Operations that are sent a URI. */
const WITH_URI: readonly OperationId[] = WITH_CONNECTOR.filter((id) => id !== 'listDataConnectorFiles');

const ACTIONS = ['error', 'status', 'rate_limit', 'network', 'drip'] as const;
/** Rules of an account: each request tries all of them. */
export const MOST_RULES = 100;
/** Headers that one rule may match. */
const MOST_HEADERS = 20;
/** Longer delays than any client waits would only leak requests. */
export const LONGEST_DELAY = 600_000;

/**
 * Checks a rule.
 * @returns a copy, which no later change of what was given reaches
 * @throws FieldsError that names each wrong field
 */
export function checkRule(given: unknown): FaultRule {
  const result = validate(ruleSchema, given);
  if (!result.success) throw fieldsErrorOf(UNUSABLE, result.error, given);
  const problems = [...problemsOf(result.data as FaultRule)].map(([field, detail]) => ({ field, detail }));
  if (problems.length > 0) throw new FieldsError(UNUSABLE, problems);
  return structuredClone(given) as FaultRule;
}

function* problemsOf(rule: FaultRule): Generator<[field: string, detail: string]> {
  const operation = rule.match?.operation as OperationId | undefined;
  if (operation !== undefined && !operationsById.has(operation)) {
    yield ['match.operation', `must be one of ${[...operationsById.keys()].join(', ')}`];
    return;
  }
  yield* actionProblems(rule, operation);
  yield* matchProblems(rule.match ?? {}, operation);
}

function* actionProblems(
  rule: FaultRule,
  operation: OperationId | undefined,
): Generator<[field: string, detail: string]> {
  const { error, status, delay, retry_after } = rule;
  const actions = ACTIONS.filter((name) => rule[name] !== undefined);
  if (actions.length > 1) yield [actions.join(' and '), 'exclude each other: make a rule for each'];
  if (actions.length === 0 && !delay) yield ['it', `does nothing: give it ${ACTIONS.join(', ')} or delay`];
  if (error !== undefined) {
    const known = operation ? errorNames.filter((name) => occursAt(name, operation)) : errorNames;
    if (!known.includes(error as ErrorName)) {
      yield ['error', `must be a case that ${operation ?? 'the catalogue'} has: ${known.join(', ')}`];
    }
  }
  if (status !== undefined) {
    const operations = operation ? [operation] : [...operationsById.keys()];
    if (!operations.some((id) => casesOf(id, status).length > 0)) {
      yield ['status', `must be one that ${operation ?? 'an operation'} has an error case of`];
    }
  }
  if (retry_after !== undefined && error === undefined && status === undefined) {
    yield ['retry_after', 'needs error or status beside it'];
  }
  if (delay) yield* delayProblems(delay);
  const window = rule.rate_limit && lengthOf(rule.rate_limit.window);
  if (window !== undefined && !(window >= 1 && Number.isFinite(window))) {
    yield ['rate_limit.window', 'must be from 1ms to a hundred years'];
  }
  if (rule.drip && lengthOf(rule.drip.over) > LONGEST_DELAY) yield ['drip.over', 'must be at most 10m'];
}

function* delayProblems(delay: NonNullable<FaultRule['delay']>): Generator<[field: string, detail: string]> {
  const given = Object.keys(delay).toSorted().join(' and ');
  if (!['fixed', 'max and min', 'median and sigma'].includes(given)) {
    yield ['delay', 'must have fixed, or min and max, or median and sigma'];
    return;
  }
  for (const [name, value] of Object.entries(delay)) {
    if (name !== 'sigma' && lengthOf(value) > LONGEST_DELAY) yield [`delay.${name}`, 'must be at most 10m'];
  }
  if (delay.min !== undefined && delay.max !== undefined && lengthOf(delay.min) > lengthOf(delay.max)) {
    yield ['delay.min', 'must not be more than max'];
  }
}

function* matchProblems(
  { connector, uri, header = {} }: NonNullable<FaultRule['match']>,
  operation: OperationId | undefined,
): Generator<[field: string, detail: string]> {
  const isType = connector !== undefined && Object.hasOwn(registry, connector);
  if (connector !== undefined && !isType) {
    yield ['match.connector', `must be one of ${Object.keys(registry).join(', ')}`];
  }
  if (connector !== undefined && operation && !WITH_CONNECTOR.includes(operation)) {
    yield ['match.connector', `can match nothing: no connector is asked by ${operation}`];
  }
  if (uri !== undefined && operation && !WITH_URI.includes(operation)) {
    yield ['match.uri', `can match nothing: no URI is sent to ${operation}`];
  }
  for (const [field, pattern] of [
    ['match.uri', uri] as const,
    ...Object.entries(header).map(([name, value]) => [`match.header.${name}`, value] as const),
  ]) {
    try {
      if (pattern !== undefined) compilePattern(pattern);
    } catch (broken) {
      yield [field, (broken as Error).message];
    }
  }
  const names = Object.keys(header).map((name) => name.toLowerCase());
  if (names.length > MOST_HEADERS) yield ['match.header', `must have at most ${MOST_HEADERS} headers`];
  if (new Set(names).size < names.length) {
    yield ['match.header', 'must not name a header twice; capitals make no difference'];
  }
  for (const name of Object.keys(header)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) yield [`match.header.${name}`, 'is no name of a header'];
  }
  const scheme = /^([a-z0-9]+):\/\//i.exec(uri ?? '')?.[1]?.toLowerCase();
  if (isType && scheme && !schemesOf(connector as ConnectorType).includes(scheme)) {
    yield ['match.uri', `can match nothing: a connector of type ${connector} has no URIs of ${scheme}://`];
  }
}

const schemesOf = (type: ConnectorType) =>
  registry[type].forms.map((form) => form.slice(0, form.indexOf(':')));

/** Milliseconds of a duration; infinite where it is longer than any may be. */
function lengthOf(duration: number | string): number {
  try {
    return milliseconds(duration);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Milliseconds of a duration that was checked. */
export const milliseconds = (duration: number | string | undefined): number => parseDuration(duration ?? 0);

/** A rule inside something larger that is checked. */
export const ruleField = z.custom<FaultRule>().superRefine((given, context) => {
  try {
    checkRule(given);
  } catch (error) {
    context.addIssue({ code: 'custom', message: `is no fault rule: ${(error as Error).message}` });
  }
});
