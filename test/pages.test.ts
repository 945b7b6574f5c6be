// What a person opens in a browser.
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { cloudglueDocument } from '../src/openapi/cloudglue.ts';
import { setup } from './support/setup.ts';

test('serves the source document unchanged as YAML, and with the same content as JSON', async () => {
  const { mock } = setup();
  const source = readFileSync('openapi/cloudglue.yaml', 'utf8');
  const yaml = await mock.fetch('/openapi.yaml');
  expect(yaml.headers.get('content-type')).toContain('yaml');
  expect(await yaml.text()).toBe(source);
  expect(await (await mock.fetch('/openapi.json')).json()).toEqual(parse(source));
});

test('shows the document without loading anything from another machine', async () => {
  const { mock } = setup();
  const page = await mock.fetch('/docs');
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
  const html = await page.text();
  const links = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link ?? '');
  expect(links.length).toBeGreaterThan(2);
  for (const link of links) {
    expect(link).toMatch(/^\//);
    expect((await mock.fetch(link)).status, link).toBe(200);
  }
});

test('sends requests tried on the page to this mock, not to the real API', async () => {
  const start = await (await setup().mock.fetch('/docs/start.js')).text();
  const shown: { servers: { url: string }[] }[] = [];
  const page = { preauthorizeApiKey: () => {} };
  await runInNewContext(start, {
    fetch: async () => Response.json(cloudglueDocument),
    SwaggerUIBundle: ({ spec }: { spec: { servers: { url: string }[] } }) => {
      shown.push(spec);
      return page;
    },
  });
  await vi.waitFor(() => expect(shown).toHaveLength(1));
  expect(shown[0]?.servers.map(({ url }) => url)).toEqual(['/v1']);
});

test('redirects from the root to the page', async () => {
  const response = await setup().mock.fetch('/', { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([302, '/docs']);
});

test('draws the same thumbnail for a name each time, and none for an invalid name', async () => {
  const { mock } = setup();
  const picture = async (name: string) => (await mock.fetch(`/thumbnails/${name}.svg`)).text();
  expect(await picture('grain-abc123')).toBe(await picture('grain-abc123'));
  expect(await picture('grain-abc123')).not.toBe(await picture('grain-abc124'));
  for (const name of ['a%3Cscript%3E', '..%2f..%2fpackage', 'a'.repeat(500), '']) {
    expect((await mock.fetch(`/thumbnails/${name}.svg`)).status, name).toBe(404);
  }
});
