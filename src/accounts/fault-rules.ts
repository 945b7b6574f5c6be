// The fault rules of an account: each with an id that depends on nothing but the rule and its place.

import type { FaultRecord } from '../records/fault.ts';
import type { FaultRule } from '../records/fault-rule.ts';
import { uuidFrom } from '../util/random.ts';
import type { AccountStore } from './account-store.ts';

/** Adds a rule that was checked, behind all others; one without an id gets one that depends on its place only. */
export function addRule(store: AccountStore, rule: FaultRule): FaultRecord {
  const id = rule.id ?? freeId(store, rule);
  return store.faults.insert({ id, key: id, rule, calls: 0, fired: 0, window: null });
}

function freeId({ faults }: AccountStore, rule: FaultRule): string {
  const text = `fault ${JSON.stringify(rule)}`;
  let nth = 0;
  let id = uuidFrom(`${text} ${nth}`);
  // Thousands of equal rules are not tried one by one.
  while (faults.get(id)) {
    nth = Math.max(nth + 1, faults.size);
    id = uuidFrom(`${text} ${nth}`);
  }
  return id;
}
