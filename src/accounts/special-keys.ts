// API keys whose accounts begin in trouble, so that a client needs nothing but another key to meet it.
import type { Settings } from '../config/settings.ts';
import type { ErrorName } from '../errors/catalogue.ts';
import type { FaultRule } from '../records/fault-rule.ts';

/** How an account begins, where it does not begin like all others. */
export interface Beginning {
  faults?: readonly FaultRule[];
  settings?: Partial<Settings>;
}

interface DemoKey extends Beginning {
  /** The error case that the key is for. */
  shows: ErrorName;
}

export const demoKeys: Record<string, DemoKey> = {
  'cg-revoked': { shows: 'revoked-api-key', faults: [{ id: 'revoked', error: 'revoked-api-key' }] },
  'cg-no-credits': { shows: 'credits-exhausted', settings: { credits: 0 } },
  'cg-at-limits': { shows: 'plan-limit', faults: [{ id: 'at-limits', error: 'plan-limit' }] },
};

/**
 * The beginning of a key's account, where it is a special one; `cg-revoked-2` begins like `cg-revoked`, for tests
 * that run side by side.
 */
export function beginningOf(token: string): Beginning | undefined {
  const name = Object.keys(demoKeys).find((key) => token === key || token.startsWith(`${key}-`));
  return name === undefined ? undefined : demoKeys[name];
}
