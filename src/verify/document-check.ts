// Compares pacts with the document: a pact that differs from it is broken, even if the mock would accept it.
import { createRequire } from 'node:module';
import type { OpenApiDocument } from '../openapi/document.ts';
import { BASE_PATH } from '../openapi/paths.ts';
import { findComparator } from './find-peers.ts';

/** A difference between a pact and the document. */
export interface Difference {
  type: 'error' | 'warning';
  code: string;
  message: string;
  mockDetails?: { interactionDescription?: string | null; location?: string };
  specDetails?: { location?: string };
}

interface Comparator {
  compare(pact: unknown): AsyncIterable<Difference>;
}

/**
 * All differences between a pact and the document; paths of the pact begin with the base path.
 * @throws Error that names the pact if the comparator cannot read it
 */
export async function differencesOf(
  document: OpenApiDocument,
  pact: { source: string; document: unknown },
): Promise<Difference[]> {
  // By `require`: the types of the package are not found by TypeScript's module resolution `nodenext`.
  const { Comparator } = createRequire(import.meta.url)(findComparator()) as {
    Comparator: new (document: unknown) => Comparator;
  };
  // A copy, for the comparator writes into it. It does not read `servers`, and takes the base path from `info`. It
  // makes every property of an answer optional, and then refuses discriminators, whose property must be required. It
  // closes objects that the document opens by `additionalProperties: true`, but leaves those with a schema there.
  const copy = JSON.parse(
    JSON.stringify(document, (key, value) => {
      if (key === 'discriminator') return undefined;
      return key === 'additionalProperties' && value === true ? {} : value;
    }),
  );
  copy.info['x-opc-config-base-path'] = BASE_PATH;
  const comparator = new Comparator(copy);
  const differences: Difference[] = [];
  try {
    for await (const difference of comparator.compare(pact.document)) differences.push(difference);
  } catch (error) {
    const { message, errors = [] } = error as Error & {
      errors?: { instancePath: string; message: string }[];
    };
    const places = errors.map((one) => `${one.instancePath} ${one.message}`).join(', ');
    throw new Error(
      `${pact.source} cannot be compared with the document: ${message.replace(/\.$/, '')}${places && ` (${places})`}. Correct it, or leave the comparison out with --no-spec-check`,
    );
  }
  return differences;
}
