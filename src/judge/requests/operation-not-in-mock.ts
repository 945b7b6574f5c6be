// An operation that the API has and this mock does not: no mistake, but nothing that a test can rely on.

import { isLeftOut } from '../../openapi/other-paths.ts';
import { BASE_PATH } from '../../openapi/paths.ts';
import type { RequestRule } from '../rule.ts';
import { belowBase, withoutIds } from './known-paths.ts';

export const operationNotInMock: RequestRule = {
  name: 'operation-not-in-mock',
  severity: 'warning',
  summary: 'A run asks only for operations that this mock has',
  reason:
    'The API has more operations than this mock, which answers 404 to them: what a client does then shows nothing.',
  source: 'opinion',
  examples: {
    broken: `calls POST ${BASE_PATH}/describe`,
    sound: 'leaves that part of the client out of the run',
  },
  errorCases: ['unknown-route'],
  judge({ method, path }, tell) {
    const below = belowBase(path);
    if (!below || !isLeftOut(below)) return;
    tell({
      kind: `${method} ${withoutIds(path)}`,
      place: 'path',
      text: `this mock does not have ${method} ${withoutIds(path)}, which is a part of the API`,
      remedy: 'leave that part of the client out of the run, or answer for it with another tool',
      document: '/paths',
    });
  },
};
