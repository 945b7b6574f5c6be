// The examples of a document, held against its schemas.
import {
  dereference,
  type JsonSchema,
  type OpenApiDocument,
  operationsOf,
} from '../../src/openapi/document.ts';
import { createFitCheck } from './spec-check.ts';

type Media = { schema: JsonSchema; examples?: Record<string, { value: unknown } | { $ref: string }> };

/** Each answer or body without an example, and each example that does not fit its schema. */
export function exampleMistakes(document: OpenApiDocument): string[] {
  const mistakesIn = createFitCheck(document);
  const mistakesOf = (what: string, { schema, examples = {} }: Media): string[] => {
    const values = Object.entries(examples).map(
      ([name, example]) => [name, dereference(document, example) as { value: unknown }] as const,
    );
    if (values.length === 0) return [`${what} has no example`];
    return values.flatMap(([name, { value }]) =>
      mistakesIn(schema, value).map(
        ({ instancePath, message }) => `${what} ${name}${instancePath} ${message}`,
      ),
    );
  };
  return [...operationsOf(document).values()].flatMap(({ id, operation }) => {
    const body = operation.requestBody?.content['application/json'] as Media | undefined;
    return [
      ...(body ? mistakesOf(`${id} body`, body) : []),
      ...Object.entries(operation.responses).flatMap(([status, { content = {} }]) =>
        mistakesOf(`${id} ${status}`, content['application/json'] as Media),
      ),
    ];
  });
}
