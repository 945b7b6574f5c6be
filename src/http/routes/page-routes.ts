// Pages for people and browsers, which need no key: the document, its page, and thumbnails.
import { readFile } from 'node:fs/promises';
import type { Context } from 'hono';
import { ApiError } from '../../errors/api-error.ts';
import type { OpenApiDocument } from '../../openapi/document.ts';
import { API_VERSIONS, type ApiVersion, documentOf } from '../../openapi/versions.ts';
import { packageFile } from '../../util/package.ts';
import type { AppEnv } from '../context.ts';
import { DOCS_POLICY, docsAssets, docsPage } from '../pages/docs.ts';
import { drawThumbnail } from '../pages/thumbnail.ts';

const YAML_TYPE = { 'content-type': 'application/yaml; charset=utf-8' };

/** The document that a page shows. Throws ApiError for a version that cannot be chosen. */
function shownDocument(c: Context<AppEnv>, version: ApiVersion): OpenApiDocument {
  const wanted = c.req.query('version') ?? version;
  const chosen = API_VERSIONS.find((one) => one === wanted);
  if (!chosen)
    throw ApiError.of(
      'invalid-request',
      `query parameter "version" must be one of ${API_VERSIONS.join(', ')}, not ${JSON.stringify(wanted.slice(0, 20))}`,
    );
  return documentOf(chosen);
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
  page('/', (c) => c.redirect('/docs'));
  // JSON is YAML 1.2; to write it in YAML's own style would hold up other requests for too long.
  page('/openapi.yaml', (c) => c.body(JSON.stringify(shownDocument(c, version), null, 2), 200, YAML_TYPE));
  page('/openapi.admin.yaml', async (c) =>
    c.body(await readFile(packageFile('openapi/admin.yaml'), 'utf8'), 200, YAML_TYPE),
  );
  page('/openapi.json', (c) => c.json(shownDocument(c, version)));
  page('/docs', (c) => c.html(docsPage, 200, { 'content-security-policy': DOCS_POLICY }));
  page('/docs/:asset', async (c) => {
    const asset = docsAssets.get(c.req.param('asset'));
    if (!asset) throw ApiError.of('unknown-route', c.req.method, c.req.path, '');
    return c.body(await asset.read(), 200, { 'content-type': asset.type });
  });
  page('/thumbnails/:name{[\\w-]{1,160}\\.svg}', (c) =>
    c.body(drawThumbnail(c.req.param('name')), 200, {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=86400, immutable',
      'content-security-policy': "default-src 'none'",
    }),
  );
}
