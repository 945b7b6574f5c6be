// A path that leads nowhere, or not yet in the account's version.
import { quote } from '../../errors/cases/error-case.ts';
import { isLeftOut } from '../../openapi/other-paths.ts';
import { BASE_PATH } from '../../openapi/paths.ts';
import { firstVersionOf, NEWEST } from '../../openapi/versions.ts';
import type { Exchange } from '../exchange.ts';
import type { RequestRule } from '../rule.ts';
import { belowBase, nearestPath, pathAt, rightBase, withoutIds } from './known-paths.ts';

/** What browsers and whoever waits for a server ask for by themselves; the base URL alone is such a thing too. */
const NOISE =
  /^\/(?:favicon[\w.-]*|apple-touch-icon[\w.-]*|robots\.txt|sitemap\.xml|manifest\.json|site\.webmanifest|sw\.js|service-worker\.js|browserconfig\.xml|\.well-known(?:\/.*)?|health|healthz|ready|readyz|live|livez|ping|status)?$/i;

/** Whether no client asked for it: a browser that shows a page says what the answer is for. */
const isNoise = (exchange: Exchange): boolean =>
  NOISE.test(exchange.path) ||
  exchange.path === BASE_PATH ||
  !['empty', undefined].includes(exchange.header('sec-fetch-dest'));

export const unknownOperation: RequestRule = {
  name: 'unknown-operation',
  severity: 'error',
  summary: 'A client asks only for paths that the document has',
  reason: 'The API has nothing there, and answers 404.',
  source: 'documented',
  examples: {
    broken: `calls GET ${BASE_PATH}/file/{file_id}`,
    sound: `calls GET ${BASE_PATH}/files/{file_id}`,
  },
  errorCases: ['unknown-route'],
  judge(exchange, tell) {
    const { method, path, version } = exchange;
    const below = belowBase(path);
    if (isNoise(exchange) || rightBase(version, path) !== undefined || (below && isLeftOut(below))) return;
    const kind = `${method} ${withoutIds(path)}`;
    const later = below === undefined ? undefined : pathAt(NEWEST, below)?.methods.get(method);
    if (later) {
      tell({
        kind,
        place: 'path',
        text: `${later} is there since version ${firstVersionOf(later)} of the API, and this account is at ${version}`,
        remedy: 'do without it at this version',
        document: '/paths',
      });
      return;
    }
    const nearest = nearestPath(version, below ?? path);
    tell({
      kind,
      place: 'path',
      text: `the API has no path ${quote(path)}`,
      remedy: nearest
        ? `use ${BASE_PATH}${nearest.path} instead`
        : 'use one of the paths that the document has (GET /openapi.yaml)',
      document: '/paths',
    });
  },
};
