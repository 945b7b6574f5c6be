// Adds fault rules to an account. An id that is not given depends only on the rule and its position.

import type { FaultRecord } from '../records/fault.ts';
import type { FaultRule } from '../records/fault-rule.ts';
import { uuidFrom } from '../util/random.ts';
import type { AccountStore } from './account-store.ts';

/** Adds a checked rule after all others, with a deterministic id if it has none. */
export function addRule(store: AccountStore, rule: FaultRule): FaultRecord {
  const id = rule.id ?? freeId(store, rule);
  return store.faults.insert({ id, key: id, rule, calls: 0, fired: 0, window: null });
}

function freeId({ faults }: AccountStore, rule: FaultRule): string {
  const text = `fault ${JSON.stringify(rule)}`;
  let nth = 0;
  let id = uuidFrom(`${text} ${nth}`);
  // Skips ahead, so that thousands of equal rules do not try every number.
  while (faults.get(id)) {
    nth = Math.max(nth + 1, faults.size);
    id = uuidFrom(`${text} ${nth}`);
  }
  return id;
}
