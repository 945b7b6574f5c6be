// Every public source there is, the particular ones before plain http(s), which takes what is left.
import { loom } from './loom.ts';
import type { PublicDefinition } from './public-definition.ts';
import { tiktok } from './tiktok.ts';
import { web } from './web.ts';
import { youtube } from './youtube.ts';

export const publicDefinitions: readonly PublicDefinition[] = [tiktok, loom, youtube, web];

/** The public source that a URL belongs to; undefined for what is no http(s) URL. */
export const publicSourceOf = (uri: string): PublicDefinition | undefined =>
  publicDefinitions.find((definition) => definition.read(uri));
