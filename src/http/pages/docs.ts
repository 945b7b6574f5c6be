// The page that shows the API's document: Swagger UI from this machine, without a request to any other.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BASE_PATH } from '../../openapi/paths.ts';
import type { Bytes } from '../../util/kept-bodies.ts';
import { packageFile } from '../../util/package.ts';
import { once } from './documents.ts';

/** Keeps the browser itself from asking anyone else. */
export const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const docsPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cloudglue API (mock)</title>
<link rel="icon" href="/thumbnails/docs.svg">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

/**
 * Requests made on the page go to this server, not to the real one that the document names first; and a form
 * that is filled with the examples of all filters at once would find nothing, so those are left out. Any key
 * will do, so one is there.
 */
const START = `fetch('/openapi.json' + location.search).then((response) => response.json()).then((document) => {
  document.servers = [{ url: '${BASE_PATH}', description: 'This mock' }];
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  for (const parameter of operations.flatMap(({ parameters = [] }) => parameters)) {
    if (parameter.in === 'query' && !parameter.required) delete parameter.examples;
  }
  const page = SwaggerUIBundle({
    spec: document,
    dom_id: '#docs',
    validatorUrl: null,
    onComplete: () => page.preauthorizeApiKey('bearerAuth', 'cg-demo'),
  });
});
`;

interface Asset {
  type: string;
  /** The same bytes each time, however many read them at once. */
  read(): Promise<Bytes>;
}

/** Where Swagger UI lies: in the built package itself, in node_modules before that. */
function folder(): string {
  const packed = fileURLToPath(packageFile('dist/swagger-ui/'));
  return existsSync(packed)
    ? packed
    : dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
}

const fromFolder = (name: string, type: string): Asset => ({
  type,
  read: once(() => readFile(join(folder(), name))),
});

/** What the page loads, by name. */
export const docsAssets: ReadonlyMap<string, Asset> = new Map([
  ['start.js', { type: 'text/javascript; charset=utf-8', read: once(async () => Buffer.from(START)) }],
  ['swagger-ui.css', fromFolder('swagger-ui.css', 'text/css; charset=utf-8')],
  ['swagger-ui-bundle.js', fromFolder('swagger-ui-bundle.js', 'text/javascript; charset=utf-8')],
]);
