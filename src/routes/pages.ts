// What a person or a browser asks for, without a key: the document, its page, and thumbnails.
import { readFile } from 'node:fs/promises';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../env.ts';
import { cloudglueDocument } from '../generated/cloudglue-document.ts';
import { DOCS_POLICY, docsAssets, docsPage } from '../pages/docs.ts';
import { drawThumbnail } from '../pages/thumbnail.ts';

const documents = { '/openapi.yaml': 'cloudglue.yaml', '/openapi.admin.yaml': 'admin.yaml' };

export function registerPages(app: OpenAPIHono<AppEnv>): void {
  app.get('/', (c) => c.redirect('/docs'));
  for (const [path, file] of Object.entries(documents)) {
    const url = new URL(`../../openapi/${file}`, import.meta.url);
    app.get(path, async (c) =>
      c.body(await readFile(url, 'utf8'), 200, { 'content-type': 'application/yaml; charset=utf-8' }),
    );
  }
  app.get('/openapi.json', (c) => c.json(cloudglueDocument));
  app.get('/docs', (c) => c.html(docsPage, 200, { 'content-security-policy': DOCS_POLICY }));
  app.get('/docs/:asset', async (c) => {
    const asset = docsAssets.get(c.req.param('asset'));
    return asset ? c.body(await asset.read(), 200, { 'content-type': asset.type }) : c.notFound();
  });
  app.get('/thumbnails/:name{[\\w-]{1,160}\\.svg}', (c) =>
    c.body(drawThumbnail(c.req.param('name')), 200, {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=86400, immutable',
      'content-security-policy': "default-src 'none'",
    }),
  );
}
