// Names in a request that the document does not have, each with the name that was probably meant.
import { closestTo } from '../util/suggest.ts';
import type { Api, OperationId } from './cloudglue.ts';
import { pathPattern } from './document.ts';
import { meantBy } from './meant-names.ts';
import { BASE_PATH } from './paths.ts';

export interface UnknownName {
  /** `there is no query parameter "page_size": did you mean "limit"?` */
  text: string;
  /** The name that was probably meant. */
  guess?: string;
}

/** An unknown name of a kind, `query parameter` for example, beside the names that there are. */
export function unknownName(kind: string, name: string, known: readonly string[]): UnknownName {
  const guess = meantBy(name, known);
  const text = `there is no ${kind} ${JSON.stringify(name)}`;
  if (guess !== undefined) return { text: `${text}: did you mean ${JSON.stringify(guess)}?`, guess };
  const names = known.map((one) => JSON.stringify(one)).join(', ');
  const beside = known.length === 1 ? `; there is only ${names}` : `; there are ${names}`;
  return { text: `${text}${names ? beside : ', nor any other'}` };
}

/** The query parameters of an operation. */
export const queryNames = ({ operationsById }: Api, operation: OperationId): string[] =>
  (operationsById.get(operation)?.operation.parameters ?? []).flatMap((one) =>
    one.in === 'query' ? [one.name] : [],
  );

/** The operation that a request reaches, by its method and its path with the base path; undefined if there is none. */
export function operationFor({ operationsById }: Api, method: string, path: string): OperationId | undefined {
  if (!path.startsWith(`${BASE_PATH}/`)) return undefined;
  const below = path.slice(BASE_PATH.length);
  const fitting = [...operationsById.values()].filter(
    (one) => one.method === method.toLowerCase() && pathPattern(one.path).test(below),
  );
  // `/files/sync` is no `/files/{file_id}`.
  return (fitting.find((one) => !one.path.includes('{')) ?? fitting[0])?.id;
}

/** A path as it was probably meant: with the base path, nothing before it, and single slashes. */
function withBasePath(path: string): string {
  const plain = path.replace(/\/{2,}/g, '/');
  const at = plain.indexOf(`${BASE_PATH}/`);
  return at < 0 ? `${BASE_PATH}${plain}` : plain.slice(at);
}

/** Why a request reaches no operation, with the request that was probably meant. */
export function unknownOperation({ operationsById }: Api, method: string, path: string): UnknownName {
  const given = method.toUpperCase();
  const text = `there is no ${given} ${path}`;
  const operations = [...operationsById.values()];
  const prefixed = withBasePath(path);
  const guessOf = (guess: string): UnknownName => ({ text: `${text}: did you mean ${guess}?`, guess });
  const methods = operations
    .filter((one) => pathPattern(`${BASE_PATH}${one.path}`).test(prefixed))
    .map((one) => one.method.toUpperCase());
  if (methods.includes(given) && prefixed !== path) return guessOf(`${given} ${prefixed}`);
  if (methods.length > 0) return guessOf(`${methods.join(' or ')} ${prefixed}`);
  const filled = operations
    .filter((one) => one.method.toUpperCase() === given)
    .flatMap((one) => filledLike(`${BASE_PATH}${one.path}`, prefixed) ?? []);
  const guess = closestTo(prefixed, filled);
  return guess === undefined ? { text } : guessOf(`${given} ${guess}`);
}

/** A path of the document with the values that a given path of as many parts has for its parameters. */
function filledLike(template: string, path: string): string | undefined {
  const given = path.replace(/\/+$/, '').split('/');
  const parts = template.split('/');
  if (parts.length !== given.length) return undefined;
  return parts.map((part, nth) => (part.startsWith('{') ? given[nth] : part)).join('/');
}
