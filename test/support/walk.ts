// Listings as a person clicks through them: page by page, and folder by folder.
import { expect } from 'vitest';
import type { Client } from './setup.ts';

const LONG_AGO = '2001-01-01';

type Page = Awaited<ReturnType<Client['browse']>>['body'];
type Parameters = Record<string, string | number>;
export type Entry = Page['data'][number];

/** The pages of a listing, up to the last. */
export async function pagesOf(client: Client, id: string, parameters: Parameters): Promise<Page[]> {
  const pages: Page[] = [];
  let page_token: string | null = '';
  while (page_token !== null) {
    const { status, body } = await client.browse(id, { ...parameters, ...(page_token && { page_token }) });
    expect(status, body.error).toBe(200);
    pages.push(body);
    page_token = body.next_page_token;
    expect(body.has_more).toBe(page_token !== null);
  }
  return pages;
}

/** Every file of a place and of the folders in it. */
async function walk(client: Client, id: string, parameters: Parameters): Promise<Entry[]> {
  // Some providers list the last months only, unless they are told from when.
  const pages = await pagesOf(client, id, { from: LONG_AGO, ...parameters, limit: 100 });
  const entries = pages.flatMap(({ data }) => data);
  const inner = entries
    .filter(({ type }) => type === 'folder')
    .map((folder) => walk(client, id, { ...parameters, ...placeOf(folder) }));
  return [...entries.filter(({ type }) => type === 'file'), ...(await Promise.all(inner)).flat()];
}

/** The parameters that lead into a folder. */
export function placeOf({ metadata }: Entry): Parameters {
  return Object.fromEntries(
    (['bucket', 'folder_id', 'path', 'prefix'] as const).flatMap((name) => {
      const value = metadata[name];
      return value === undefined ? [] : [[name, value as string]];
    }),
  );
}

/** Where the listings of a connector begin: at its buckets, if it has any. */
export function rootsOf({ metadata }: { metadata: Record<string, unknown> }): Parameters[] {
  return (metadata.bucket_names as string[] | undefined)?.map((bucket) => ({ bucket })) ?? [{}];
}

/** Every file of a connector. */
export async function walkAll(
  client: Client,
  connector: { id: string; metadata: Record<string, unknown> },
): Promise<Entry[]> {
  const listed = await Promise.all(rootsOf(connector).map((root) => walk(client, connector.id, root)));
  return listed.flat();
}
