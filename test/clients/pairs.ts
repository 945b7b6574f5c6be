// Every sloppy client with its sound twins.

import type { Pair } from './api.ts';
import * as listings from './listings.ts';
import * as polls from './polls.ts';
import * as retries from './retries.ts';

export const pairs: readonly Pair[] = [
  ...Object.values(retries),
  ...Object.values(polls),
  ...Object.values(listings),
];
