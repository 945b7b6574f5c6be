// Places in an OpenAPI document: what is there, and how a person and a JSON pointer name it.
import { dereference, type OpenApiDocument, type SpecOperation, type SpecParameter } from './document.ts';

/** The keys that lead to a place from the top of the document. */
export type Place = readonly string[];

/** What a place holds, as far as changes tell places apart. */
export type Part = 'operation' | 'parameter' | 'status' | 'field' | 'union member';

export const nodeAt = (document: OpenApiDocument, place: Place): unknown =>
  place.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document);

export const pointerTo = (place: Place): string =>
  place.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

export function partAt(place: Place): Part {
  const parent = place.at(-2);
  if (place[0] === 'paths' && place.length === 3) return 'operation';
  if (parent === 'parameters') return 'parameter';
  if (parent === 'responses') return 'status';
  if (parent === 'oneOf' || parent === 'anyOf') return 'union member';
  return 'field';
}

export const operationAt = (document: OpenApiDocument, place: Place): SpecOperation =>
  nodeAt(document, place.slice(0, 3)) as SpecOperation;

const parameterAt = (document: OpenApiDocument, place: Place): SpecParameter =>
  dereference(document, nodeAt(document, place)) as SpecParameter;

/** The name of a place for people: `File.media_type`, `listFiles query limit`, `createTag 429`. */
export function nameOf(document: OpenApiDocument, place: Place): string {
  const isInPath = place[0] === 'paths';
  let name = isInPath ? operationAt(document, place).operationId : (place[2] ?? '');
  for (let i = 3; i < place.length; i++) {
    const key = place[i];
    if (key === 'requestBody') name += ' body';
    else if (key === 'responses') name += ` ${place[++i]}`;
    else if (key === 'properties') name += `${name.endsWith(' body') ? ' ' : '.'}${place[++i]}`;
    else if (key === 'parameters' && isInPath) {
      const parameter = parameterAt(document, place.slice(0, ++i + 1));
      name += ` ${parameter.in} ${parameter.name}`;
    }
  }
  return name;
}

/** Whether a parameter must be given, or an object must have a field. */
export function isRequiredAt(document: OpenApiDocument, place: Place): boolean {
  if (partAt(place) === 'parameter') return Boolean(parameterAt(document, place).required);
  if (place.at(-2) !== 'properties') return false;
  const { required = [] } = nodeAt(document, place.slice(0, -2)) as { required?: string[] };
  return required.includes(place.at(-1) ?? '');
}
