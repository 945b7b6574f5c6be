// Which requests a scenario speaks of: by what was asked, and by what was answered.
import * as z from 'zod';
import { type ErrorName, errorNames } from '../../errors/catalogue.ts';
import type { Exchange } from '../../judge/exchange.ts';
import { endpointOf, type OperationId, operationsById } from '../../openapi/cloudglue.ts';
import { compilePattern, matches } from '../../util/wildcards.ts';

export const operationField = z.enum([...operationsById.keys()] as [OperationId, ...OperationId[]]);

const patternField = z.string().superRefine((text, context) => {
  try {
    compilePattern(text);
  } catch (broken) {
    context.addIssue({ code: 'custom', message: (broken as Error).message });
  }
});

export const statusField = z.union([z.int().min(200).max(599), z.enum(['success', 'error', 'broken'])], {
  error: 'must be a status such as 404, or success, error, or broken (no answer)',
});
export type Status = z.output<typeof statusField>;

export const criteriaField = z.strictObject({
  operation: operationField.optional(),
  /** Patterns of query parameters; null where one must not be there. */
  query: z.record(z.string().min(1), patternField.nullable()).optional(),
  status: statusField.optional(),
  /** The error case that was answered. */
  error: z.enum(errorNames as [ErrorName, ...ErrorName[]]).optional(),
  /** What the answer must have, whatever else it has; of a list, elements like each one given, or none if it is empty. */
  answer: z.record(z.string(), z.unknown()).optional(),
});
export type Criteria = z.output<typeof criteriaField>;

export const hasStatus = (wanted: Status, status: number): boolean => {
  if (wanted === 'success') return status >= 200 && status < 400;
  if (wanted === 'error') return status >= 400;
  return wanted === 'broken' ? status === 0 : wanted === status;
};

/** Of long texts, only the beginning is compared. */
const LONGEST_TEXT = 8_192;

/** Whether a request to an operation is one of those that are meant. */
export function meets(criteria: Criteria, exchange: Exchange): boolean {
  const { operation, query = {}, status, error, answer } = criteria;
  if (exchange.operation === null) return false;
  if (operation !== undefined && exchange.operation !== operation) return false;
  if (status !== undefined && !hasStatus(status, exchange.status)) return false;
  if (error !== undefined && exchange.errorCase !== error) return false;
  for (const [name, pattern] of Object.entries(query)) {
    const values = exchange.query[name] ?? [];
    if (pattern === null ? values.length > 0 : !values.some((value) => isLike(pattern, value))) return false;
  }
  return answer === undefined || contains(exchange.answer, answer);
}

const isLike = (pattern: string, value: string) =>
  matches(compilePattern(pattern), value.slice(0, LONGEST_TEXT));

function contains(given: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(given)) return false;
    if (wanted.length === 0) return given.length === 0;
    return wanted.every((one) => given.some((element) => contains(element, one)));
  }
  if (typeof wanted !== 'object' || wanted === null) return given === wanted;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
  return Object.entries(wanted).every(
    ([name, value]) =>
      Object.hasOwn(given, name) && contains((given as Record<string, unknown>)[name], value),
  );
}

const STATUS_WORDS = { success: 'with success', error: 'with an error', broken: 'not at all' };

/** What is meant, in words: `listFiles (GET /v1/files) with status=*, answered 200`. */
export function criteriaText({ operation, query = {}, status, error, answer }: Criteria): string {
  const parameters = Object.entries(query).map(([name, pattern]) =>
    pattern === null ? `without ${name}` : `with ${name}${pattern === '*' ? '' : `=${pattern}`}`,
  );
  const answered = [
    ...(status === undefined ? [] : [typeof status === 'number' ? String(status) : STATUS_WORDS[status]]),
    ...(error === undefined ? [] : [error]),
    ...(answer === undefined ? [] : [`with ${JSON.stringify(answer)}`]),
  ];
  const asked = [operation ? namedOperation(operation) : 'any operation', ...parameters].join(' ');
  return answered.length > 0 ? `${asked}, answered ${answered.join(' ')}` : asked;
}

/** An operation with its endpoint. */
export const namedOperation = (operation: OperationId): string => `${operation} (${endpointOf(operation)})`;
