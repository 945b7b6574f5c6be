// API keys whose accounts start with a problem, so that a client can test it by changing nothing but its key.
import type { Settings } from '../config/settings.ts';
import type { ErrorName } from '../errors/catalogue.ts';
import type { FaultRule } from '../records/fault-rule.ts';

/** The initial state of an account with a special key. */
export interface AccountPreset {
  faults?: readonly FaultRule[];
  settings?: Partial<Settings>;
}

interface DemoKey extends AccountPreset {
  /** The error case that the key demonstrates. */
  shows: ErrorName;
}

export const demoKeys: Record<string, DemoKey> = {
  'cg-revoked': { shows: 'revoked-api-key', faults: [{ id: 'revoked', error: 'revoked-api-key' }] },
  'cg-no-credits': { shows: 'credits-exhausted', settings: { credits: 0 } },
  'cg-at-limits': { shows: 'plan-limit', faults: [{ id: 'at-limits', error: 'plan-limit' }] },
};

/**
 * The initial state for a special key; undefined for any other key. A suffix such as in `cg-revoked-2` gives another
 * account with the same problem, for tests that run in parallel.
 */
export function presetOf(token: string): AccountPreset | undefined {
  const name = Object.keys(demoKeys).find((key) => token === key || token.startsWith(`${key}-`));
  return name === undefined ? undefined : demoKeys[name];
}
