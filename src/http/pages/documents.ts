// The documents as they are served: clients are built from them, so the mock's own address is their first server.
import { readFile } from 'node:fs/promises';
import { cloudglueDocument } from '../../openapi/cloudglue.ts';
import { BASE_PATH } from '../../openapi/paths.ts';
import { type ApiVersion, documentOf } from '../../openapi/versions.ts';
import type { Bytes } from '../../util/kept-bodies.ts';
import { packageFile } from '../../util/package.ts';

/** Makes a value at the first call. One that could not be made is made again. */
export function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

const YAML = 'application/yaml; charset=utf-8';

interface ServedDocument {
  type: string;
  /** Whether each version of the API has its own. */
  hasVersions: boolean;
  text(version: ApiVersion): Promise<string>;
}

/** Each document by its path. */
export const documents = {
  '/openapi.json': {
    type: 'application/json',
    hasVersions: true,
    text: async (version) => JSON.stringify(documentOf(version)),
  },
  // JSON is YAML 1.2; to write it in YAML's own style would hold up other requests for too long.
  '/openapi.yaml': {
    type: YAML,
    hasVersions: true,
    text: async (version) => JSON.stringify(documentOf(version), null, 2),
  },
  // Its server is a path of whatever host it is read from.
  '/openapi.admin.yaml': {
    type: YAML,
    hasVersions: false,
    text: once(() => readFile(packageFile('openapi/admin.yaml'), 'utf8')),
  },
} satisfies Record<string, ServedDocument>;

/** The address that stands for the mock's own in the document. */
const { url: PLACEHOLDER } = (cloudglueDocument.servers as [{ url: string }])[0];

/** Documents whose bytes are held. */
const MOST_HELD = 16;
const held = new Map<string, Bytes>();

/** The bytes of a version's document, shared by all responses that name the same address. */
export async function documentBytes(
  path: keyof typeof documents,
  { version, origin }: { version: ApiVersion; origin: string },
): Promise<Bytes> {
  const key = `${path} ${version} ${origin}`;
  const known = held.get(key);
  if (known) return known;
  const text = await documents[path].text(version);
  const bytes = Buffer.from(text.replace(PLACEHOLDER, () => `${origin}${BASE_PATH}`));
  held.set(key, bytes);
  const [oldest] = held.keys();
  if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest);
  return bytes;
}

const ORIGIN = /^https?:\/\/(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i;

/**
 * Where a mock is reached.
 * @param asked what it was asked at, which is any text that a client sent
 * @param address host and port that it listens on
 */
export function ownOrigin(asked: string, address: string | undefined): string {
  if (ORIGIN.test(asked) && URL.canParse(asked)) return asked;
  return address === undefined ? new URL(PLACEHOLDER).origin : `http://${address}`;
}
