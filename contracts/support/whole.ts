// Whole answers, as `write-whole.ts` wrote them: each value of an answer is agreed upon, as far as it is the same for
// whoever provides it.
import { readFileSync } from 'node:fs';

export const WHOLE = new URL('../fixtures/whole/', import.meta.url);

export const fileOf = (name: string): URL => new URL(`${name.replace(/[^\w-]+/g, '-')}.json`, WHOLE);

export interface Whole {
  request: { method: string; path: string; query: Record<string, string>; json?: object };
  answer: object;
}

export const readWhole = (name: string): Whole => JSON.parse(readFileSync(fileOf(name), 'utf8'));

/** A value that matches several rules at once. */
const all = (value: unknown, ...rules: object[]) => ({ 'pact:matcher:type': rules, value });
const rule = (type: string, more: object = {}) => ({ 'pact:matcher:type': type, ...more });

/** Times on the account's clock, which may be any time; in another unit they would have more digits or fewer. */
const CLOCK = /^(created_at|updated_at|added_at|started_at|completed_at|finished_at|next_run_at)$/;

/** Made for that very answer, as a page token is, or of the address at which the provider is reached. */
function pinText(name: string, value: string): unknown {
  if (/^https?:\/\/[^/]+\/thumbnails\//.test(value)) {
    return rule('regex', { regex: '^https?://[^/]+/thumbnails/.+$', value });
  }
  return name === 'next_page_token' ? rule('type', { value }) : value;
}

const isNotes = (value: unknown) =>
  value !== null &&
  typeof value === 'object' &&
  Object.entries(value).every(([name, one]) => name !== 'source_type' && typeof one === 'string');

/** What a contract agrees upon of a value: exactly that, but for what depends on when and where it is asked. */
export function pin(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => pin(one, name));
  // The notes of a file are its user's: no more and no less than were given.
  if (name === 'metadata' && isNotes(value)) return rule('equality', { value });
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, pin(one, key)]));
  if (typeof value === 'string') return pinText(name, value);
  if (typeof value === 'number' && CLOCK.test(name) && value > 1e12)
    return all(value, rule('integer'), rule('regex', { regex: '^\\d{13}$' }));
  return value;
}
