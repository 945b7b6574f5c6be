// A method that the document does not have at a path.
import { quote } from '../../errors/cases/error-case.ts';
import { BASE_PATH } from '../../openapi/paths.ts';
import { pointerTo } from '../../openapi/places.ts';
import { firstVersionOf, NEWEST } from '../../openapi/versions.ts';
import type { RequestRule } from '../rule.ts';
import { belowBase, pathAt } from './known-paths.ts';

export const unknownMethod: RequestRule = {
  name: 'unknown-method',
  severity: 'error',
  summary: 'A client uses the methods that the document has at a path',
  reason: 'The API refuses others.',
  source: 'documented',
  examples: {
    broken: `calls PATCH ${BASE_PATH}/files/{file_id}`,
    sound: `calls PUT ${BASE_PATH}/files/{file_id}`,
  },
  errorCases: ['method-not-allowed'],
  judge({ method, path, version }, tell) {
    const below = belowBase(path);
    const known = below === undefined ? undefined : pathAt(version, below);
    if (!known || below === undefined) return;
    const later = pathAt(NEWEST, below)?.methods.get(method);
    tell({
      kind: `${method} ${known.path}`,
      place: 'method',
      text: later
        ? `${later} is there since version ${firstVersionOf(later)} of the API, and this account is at ${version}`
        : `the API has no ${quote(method).slice(1, -1)} ${BASE_PATH}${known.path}`,
      remedy: later
        ? 'do without it at this version'
        : `use ${[...known.methods].map(([one, id]) => `${one} (${id})`).join(' or ')}`,
      document: pointerTo(['paths', known.path]),
    });
  },
};
