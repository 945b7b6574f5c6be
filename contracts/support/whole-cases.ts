// One call of the client for each kind of answer, whose answer is agreed upon as a whole: every field, and for lists
// every filter and order. Other consumers need less; these are there so that no mistake of the provider goes unseen.
import { browse } from './whole-cases/browsing.ts';
import { collections } from './whole-cases/collections.ts';
import type { WholeCase } from './whole-cases/common.ts';
import { files } from './whole-cases/files.ts';
import { filters } from './whole-cases/filters.ts';
import { lists } from './whole-cases/lists.ts';
import { records } from './whole-cases/records.ts';

/** By their names, which begin with the operation. */
export const wholeCases: Record<string, WholeCase> = {
  ...lists,
  ...filters,
  ...browse,
  ...files,
  ...collections,
  ...records,
};
