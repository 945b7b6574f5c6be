// What makes two requests with their answers one kind, so that a contract has each kind once.

import { type BodyShape, requestShapeOf } from '../../openapi/request-shape.ts';
import { connectorTypeOf } from '../../sources/connectors/connector-registry.ts';
import { publicSourceOf } from '../../sources/public/public-registry.ts';
import { type Known, type Recorded, statusIn, textAt } from './recorded.ts';

/** The names of the fields of a body, as far as the document lists them; what is below is the client's own. */
function shapeOf(value: unknown, shape: BodyShape | undefined): string {
  if (Array.isArray(value)) {
    const elements = new Set(value.slice(0, 100).map((one) => shapeOf(one, shape?.items)));
    return `[${[...elements].toSorted().join('|')}]`;
  }
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  if (!shape?.fields) return '{}';
  const fields = Object.entries(value).map(
    ([name, one]) => `${name}:${shapeOf(one, shape.fields?.get(name))}`,
  );
  return `{${fields.toSorted().join()}}`;
}

/** The source that a request is about: that of the connector in its path, or of the URI that it sends. */
export function sourceOf({ params, body, query }: Recorded, known: Known): string | undefined {
  const uri = textAt(body, 'url') ?? query.url ?? '';
  return known.connectorTypes.get(params.id ?? '') ?? (connectorTypeOf(uri) ?? publicSourceOf(uri))?.type;
}

/** Equal for requests of one kind. */
export function kindOf(recorded: Recorded, known: Known): string {
  const { operation, version, status, errorCase, query, body, formFields, isForced, answer } = recorded;
  const shape = requestShapeOf(version, operation)?.body?.shape;
  return [
    operation,
    version,
    status,
    errorCase,
    isForced,
    Object.keys(query).toSorted(),
    shapeOf(body, shape),
    formFields?.toSorted(),
    sourceOf(recorded, known),
    statusIn(answer),
  ].join(' ');
}
