// Source metadata as a listing tells it: without what the provider tells of single items only.
import type { Schemas } from '../openapi/cloudglue.ts';
import type { ConnectorDefinition } from './definition.ts';

type SourceMetadata = Schemas['SourceMetadata'];

/**
 * What a listing tells of an item, of all that its provider knows.
 * @param known what was known before of the fields that are not listed; they are null otherwise
 */
export function asListed(
  { sourceMetadata }: ConnectorDefinition,
  all: SourceMetadata,
  known?: SourceMetadata | null,
): SourceMetadata {
  const unlisted = sourceMetadata?.unlisted ?? [];
  if (unlisted.length === 0) return all;
  const before = known as Record<string, unknown> | null | undefined;
  return { ...all, ...Object.fromEntries(unlisted.map((name) => [name, before?.[name] ?? null])) };
}
