// A path whose base path is missing, doubled, or that of another version.
import { quote } from '../../errors/cases/error-case.ts';
import { BASE_PATH } from '../../openapi/paths.ts';
import type { RequestRule } from '../rule.ts';
import { rightBase } from './known-paths.ts';

export const wrongBasePath: RequestRule = {
  name: 'wrong-base-path',
  severity: 'error',
  summary: 'A client sends its requests below the base path of the API',
  reason: 'The API has nothing elsewhere.',
  source: 'documented',
  examples: {
    broken: `calls GET /files, or GET ${BASE_PATH}${BASE_PATH}/files`,
    sound: `calls GET ${BASE_PATH}/files`,
  },
  errorCases: ['unknown-route'],
  judge({ path, version }, tell) {
    const right = rightBase(version, path);
    if (right === undefined) return;
    const base = path.slice(0, path.length - (right.length - BASE_PATH.length));
    tell({
      kind: base,
      place: 'path',
      text: `the path ${quote(path)} begins with ${base ? quote(base) : 'no base path'} where ${BASE_PATH} should be`,
      remedy: `set the base URL of the client to the mock's address with ${BASE_PATH} at its end, once`,
      document: '/servers',
    });
  },
};
