// A fault rule, and the checks that its schema cannot express.
import * as z from 'zod';
import { type ErrorName, errorCase, errorNames, occursAt, occursIn } from '../errors/catalogue.ts';
import { amongText, oneOfText } from '../errors/explain.ts';
import { FieldsError, fieldsErrorOf } from '../errors/fields-error.ts';
import { type AdminSchemas, validatorOfSchema } from '../openapi/admin.ts';
import { apiOf, type OperationId, operationById, operationsById } from '../openapi/cloudglue.ts';
import { type ApiVersion, firstVersionOf, hasValue, NEWEST } from '../openapi/versions.ts';
import { registry } from '../sources/connectors/connector-registry.ts';
import type { ConnectorType } from '../sources/definition.ts';
import { parseDuration } from '../time/clock.ts';
import { explainUnknown } from '../util/suggest.ts';
import { validate } from '../util/validate.ts';
import { compilePattern } from '../util/wildcards.ts';

/** Which requests a rule matches, and what it does to them. */
export type FaultRule = AdminSchemas['FaultRule'] & {
  error?: ErrorName;
  match?: { operation?: OperationId; connector?: ConnectorType };
};

const UNUSABLE = 'the fault rule cannot be used';
const ruleSchema = validatorOfSchema('FaultRule');

/** Operations on a connector, or that take a connector's URI. */
const WITH_CONNECTOR: readonly OperationId[] = [
  'listDataConnectorFiles',
  'syncDataConnectorFile',
  'getDataConnectorSourceMetadata',
  'syncFileFromUrl',
  'addMedia',
];
/** Operations that name a file. */
const withFile = (): OperationId[] =>
  [...operationsById.values()]
    .filter(({ id, path }) => path.includes('{file_id}') || occursAt('file-not-found', id))
    .map(({ id }) => id);
/** Operations that take a URI. */
const WITH_URI: readonly OperationId[] = WITH_CONNECTOR.filter((id) => id !== 'listDataConnectorFiles');

const ACTIONS = ['error', 'status', 'rate_limit', 'network', 'drip'] as const;
/** The most rules of an account: each request tries all of them. */
export const MOST_RULES = 100;
/** The most headers, and the most query parameters, that one rule may match. */
const MOST_NAMES = 20;
/** The longest delay, in milliseconds. Clients give up long before, so longer delays would only leak requests. */
export const LONGEST_DELAY = 600_000;

/**
 * Checks a fault rule.
 * @param version of the API that the account is answered in; default: the newest, for rules of accounts of any version
 * @returns a deep copy, so that later changes to `given` do not affect the rule
 * @throws FieldsError for wrong fields
 */
export function checkRule(given: unknown, version: ApiVersion = NEWEST): FaultRule {
  const result = validate(ruleSchema, given);
  if (!result.success) throw fieldsErrorOf(UNUSABLE, result.error, given);
  const problems = [...problemsOf(result.data as FaultRule, version)].map(([field, detail]) => ({
    field,
    detail,
  }));
  if (problems.length > 0) throw new FieldsError(UNUSABLE, problems);
  return structuredClone(given) as FaultRule;
}

function* problemsOf(rule: FaultRule, version: ApiVersion): Generator<[field: string, detail: string]> {
  const operation = rule.match?.operation as OperationId | undefined;
  const known = apiOf(version).operationsById;
  if (operation !== undefined && !known.has(operation)) {
    const names = [...known.keys()];
    const detail = operationsById.has(operation)
      ? `came with version ${firstVersionOf(operation)} of the API, and the account is answered in ${version}: it must be one of ${names.join(', ')}`
      : oneOfText(names, operation);
    yield ['match.operation', detail];
    return;
  }
  yield* actionProblems(rule, operation, version);
  yield* matchProblems(rule.match ?? {}, operation, version);
}

function* actionProblems(
  rule: FaultRule,
  operation: OperationId | undefined,
  version: ApiVersion,
): Generator<[field: string, detail: string]> {
  const { error, status, delay, retry_after, advance, delete_file } = rule;
  const actions = ACTIONS.filter((name) => rule[name] !== undefined);
  if (actions.length > 1) yield [actions.join(' and '), 'exclude each other: create a rule for each'];
  if (actions.length === 0 && !delay && advance === undefined && !delete_file)
    yield ['it', `does nothing: give it ${ACTIONS.join(', ')}, delay, advance or delete_file`];
  if (error !== undefined) {
    const known = errorNames.filter((name) =>
      operation ? occursAt(name, operation, version) : occursIn(name, version),
    );
    if (!known.includes(error as ErrorName)) {
      const place = `${operation ?? 'the catalogue'}${inVersion(version)}`;
      const isCase = errorNames.includes(error as ErrorName);
      yield [
        'error',
        `must be an error case of ${place}: ${isCase ? known.join(', ') : amongText(known, error)}`,
      ];
    }
  }
  if (status !== undefined) {
    const operations = operation ? [operation] : [...apiOf(version).operationsById.keys()];
    const known = operations.flatMap((id) => statusesOf(id, version));
    if (!known.includes(status)) {
      const place = `${operation ?? 'an operation'} has an error case${inVersion(version)}`;
      const names = [...new Set(known)].toSorted((a, b) => a - b).join(', ');
      yield ['status', `must be a status for which ${place}: ${names}`];
    }
  }
  if (retry_after !== undefined && error === undefined && status === undefined) {
    yield ['retry_after', 'requires error or status as well'];
  }
  if (delay) yield* delayProblems(delay);
  const window = rule.rate_limit && lengthOf(rule.rate_limit.window);
  if (window !== undefined && !(window >= 1 && Number.isFinite(window))) {
    yield ['rate_limit.window', 'must be from 1ms to a hundred years'];
  }
  if (advance !== undefined && !Number.isFinite(lengthOf(advance)))
    yield ['advance', 'must be at most a hundred years'];
  if (delete_file && operation && !withFile().includes(operation))
    yield ['delete_file', `can do nothing: ${operation} names no file, as do ${withFile().join(', ')}`];
  if (rule.drip && lengthOf(rule.drip.over) > LONGEST_DELAY) yield ['drip.over', 'must be at most 10m'];
}

/** The statuses of the error cases that can occur at an operation. */
const statusesOf = (operation: OperationId, version: ApiVersion): number[] =>
  errorNames.filter((name) => occursAt(name, operation, version)).map((name) => errorCase(name).status);

const inVersion = (version: ApiVersion): string =>
  version === NEWEST ? '' : ` in version ${version} of the API`;

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
    yield ['delay.min', 'must not exceed max'];
  }
}

function* matchProblems(
  { connector, uri, header = {}, query = {} }: NonNullable<FaultRule['match']>,
  operation: OperationId | undefined,
  version: ApiVersion,
): Generator<[field: string, detail: string]> {
  const types = Object.keys(registry).filter((value) =>
    hasValue(version, { schema: 'DataConnector', field: 'type', value }),
  );
  const isType = connector !== undefined && types.includes(connector);
  if (connector !== undefined && !isType) {
    yield ['match.connector', `${oneOfText(types, connector)}${inVersion(version)}`];
  }
  if (connector !== undefined && operation && !WITH_CONNECTOR.includes(operation)) {
    yield ['match.connector', `can match nothing: ${operation} involves no connector`];
  }
  if (uri !== undefined && operation && !WITH_URI.includes(operation)) {
    yield ['match.uri', `can match nothing: ${operation} takes no URI`];
  }
  for (const [field, pattern] of [
    ['match.uri', uri] as const,
    ...Object.entries(header).map(([name, value]) => [`match.header.${name}`, value] as const),
    ...Object.entries(query).map(([name, value]) => [`match.query.${name}`, value] as const),
  ]) {
    try {
      if (pattern !== undefined) compilePattern(pattern);
    } catch (broken) {
      yield [field, (broken as Error).message];
    }
  }
  const names = Object.keys(header).map((name) => name.toLowerCase());
  if (names.length > MOST_NAMES) yield ['match.header', `must have at most ${MOST_NAMES} headers`];
  if (new Set(names).size < names.length) {
    yield ['match.header', 'must not name a header twice; capitals make no difference'];
  }
  for (const name of Object.keys(header)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) yield [`match.header.${name}`, 'is not a valid header name'];
  }
  if (Object.keys(query).length > MOST_NAMES)
    yield ['match.query', `must have at most ${MOST_NAMES} parameters`];
  const known = operation && queryOf(operation);
  for (const name of Object.keys(query)) {
    if (!known || known.includes(name)) continue;
    yield [
      `match.query.${name}`,
      `can match nothing: ${operation} has no such parameter${explainUnknown(name, known, 'parameters')}`,
    ];
  }
  const scheme = /^([a-z0-9]+):\/\//i.exec(uri ?? '')?.[1]?.toLowerCase();
  if (isType && scheme && !schemesOf(connector as ConnectorType).includes(scheme)) {
    yield ['match.uri', `can match nothing: a connector of type ${connector} has no ${scheme}:// URIs`];
  }
}

const queryOf = (operation: OperationId): string[] =>
  (operationById(operation).operation.parameters ?? [])
    .filter((parameter) => parameter.in === 'query')
    .map(({ name }) => name);

const schemesOf = (type: ConnectorType) =>
  registry[type].forms.map((form) => form.slice(0, form.indexOf(':')));

/** A duration in milliseconds; infinity if it is longer than durations may be. */
function lengthOf(duration: number | string): number {
  try {
    return milliseconds(duration);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** A checked duration in milliseconds. */
export const milliseconds = (duration: number | string | undefined): number => parseDuration(duration ?? 0);

/** The schema of a rule inside a larger document. */
export const ruleField = z.custom<FaultRule>().superRefine((given, context) => {
  try {
    checkRule(given);
  } catch (error) {
    context.addIssue({ code: 'custom', message: `is not a valid fault rule: ${(error as Error).message}` });
  }
});
