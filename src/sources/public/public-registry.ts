// Every public source: a new one is one file and one entry here.
import { loom } from './loom.ts';
import type { PublicDefinition } from './public-definition.ts';
import { tiktok } from './tiktok.ts';
import { web } from './web.ts';
import { youtube } from './youtube.ts';

/** The first that reads a URL takes it, so plain http(s), which reads every URL, comes last. */
export const publicDefinitions: readonly PublicDefinition[] = [tiktok, loom, youtube, web];

/** The public source that a URL belongs to; undefined for what is no http(s) URL. */
export const publicSourceOf = (uri: string): PublicDefinition | undefined =>
  publicDefinitions.find((definition) => definition.read(uri));
