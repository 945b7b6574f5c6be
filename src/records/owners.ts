// Which records belong to which others, by their ids.
import type { Tables } from './account-state.ts';

/** Ids of what records belong to, where records of other kinds are looked for by it. */
export const OWNERS: { [Name in keyof Tables]?: (row: Tables[Name]) => string[] } = {
  collectionFiles: ({ collectionId, fileId }) => [collectionId, fileId],
  tags: ({ fileId }) => [fileId],
  imports: ({ collectionId, connectorId }) => [collectionId, connectorId],
  importRuns: ({ importId, collectionId }) => [importId, collectionId],
};
