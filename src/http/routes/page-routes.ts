// Pages for people and browsers, which need no key: the console, the documents, the page that shows them, and thumbnails.
import type { Context } from 'hono';
import { ApiError } from '../../errors/api-error.ts';
import { CONSOLE_PATH } from '../../openapi/paths.ts';
import { API_VERSIONS, type ApiVersion } from '../../openapi/versions.ts';
import { originOf } from '../../util/origin.ts';
import type { AppEnv } from '../context.ts';
import { CONSOLE_POLICY, consoleAssets, NOT_BUILT } from '../pages/console.ts';
import { DOCS_POLICY, docsAssets, docsPage } from '../pages/docs.ts';
import { documentBytes, documents, ownOrigin } from '../pages/documents.ts';
import { drawThumbnail } from '../pages/thumbnail.ts';

/** The version whose document a page shows. Throws ApiError for one that cannot be chosen. */
function shownVersion(c: Context<AppEnv>, version: ApiVersion): ApiVersion {
  const wanted = c.req.query('version') ?? version;
  const chosen = API_VERSIONS.find((one) => one === wanted);
  if (!chosen)
    throw ApiError.of(
      'invalid-request',
      `query parameter "version" must be one of ${API_VERSIONS.join(', ')}, not ${JSON.stringify(wanted.slice(0, 20))}`,
    );
  return chosen;
}

/** A file of the console. Throws ApiError if it has none with the name. */
async function sendConsole(c: Context<AppEnv>, name: string): Promise<Response> {
  const asset = consoleAssets.get(name);
  if (!asset) throw ApiError.of('unknown-route', c.req.method, c.req.path, '');
  const body = await asset.read().catch(() => undefined);
  if (!body) return c.body(NOT_BUILT, 503, { 'content-type': 'text/plain; charset=utf-8' });
  return c.body(body, 200, {
    'content-type': asset.type,
    'content-security-policy': CONSOLE_POLICY,
    // The next version of the mock has the same addresses.
    'cache-control': 'no-cache',
  });
}

type Page = <Path extends string>(
  path: Path,
  handler: (c: Context<AppEnv, Path>) => Response | Promise<Response>,
) => void;

/**
 * @param version of the document that is shown, unless `?version=` names another
 * @param page gives a path its page
 */
export function registerPages(version: ApiVersion, page: Page): void {
  page('/', (c) => c.redirect(CONSOLE_PATH));
  for (const path of Object.keys(documents) as (keyof typeof documents)[]) {
    const { type, hasVersions } = documents[path];
    page(path, async (c) => {
      const origin = ownOrigin(originOf(c.req.url), c.env.address);
      const shown = hasVersions ? shownVersion(c, version) : version;
      return c.body(await documentBytes(path, { version: shown, origin }), 200, { 'content-type': type });
    });
  }
  page(CONSOLE_PATH, (c) => sendConsole(c, 'index.html'));
  page(`${CONSOLE_PATH}/:asset`, (c) => sendConsole(c, c.req.param('asset')));
  page('/docs', (c) =>
    c.body(docsPage, 200, {
      'content-type': 'text/html; charset=UTF-8',
      'content-security-policy': DOCS_POLICY,
    }),
  );
  page('/docs/:asset', async (c) => {
    const asset = docsAssets.get(c.req.param('asset'));
    if (!asset) throw ApiError.of('unknown-route', c.req.method, c.req.path, '');
    return c.body(await asset.read(), 200, { 'content-type': asset.type });
  });
  page('/thumbnails/:name{[\\w-]{1,160}\\.svg}', (c) =>
    c.body(drawThumbnail(c.req.param('name')), 200, {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=86400, immutable',
    }),
  );
}
