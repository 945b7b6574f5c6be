// Somebody else deletes a file while the client waits for it.
import { defineScenario } from '../scenario.ts';

export const fileDeleted = defineScenario({
  name: 'file-deleted',
  summary: 'a file is deleted by somebody else before it is read for the second time',
  reason: 'Accounts are shared by people and programs.',
  good: 'takes 404 for an answer: it stops waiting for that file, and tells of it or syncs it again',
  to_meet: 'read one file twice, as while it waits for it',
  faults: [{ match: { operation: 'getFile', nth: 2 }, delete_file: true }],
  expect: { repeats: { at_most: 2 } },
});
