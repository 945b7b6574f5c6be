// Error cases that no contract can pin, and why, for the coverage.
import type { ErrorName } from '../errors/catalogue.ts';

export const unpinnable: Partial<Record<ErrorName, string>> = {
  'malformed-request': 'Pact sends no HTTP that cannot be read',
  'malformed-json': 'a pact holds no JSON that is broken',
  'wrong-content-type':
    'the document refuses such a request; a pact that is verified with --no-spec-check can hold it',
  'unsupported-preference': 'the document has no header Prefer',
  'expired-page-token': 'the clock stands still while an interaction is verified',
  'rate-limited': 'it takes more than the one request of an interaction',
  'file-limit': "a limit of the mock's memory",
  'unexpected-error': 'a defect of the mock itself',
};
