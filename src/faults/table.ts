// The fault rules of an account: in a fixed order, each with how often it fitted and fired.

import type { AdminSchemas } from '../openapi/admin.ts';
import type { AccountStore } from '../store/account-store.ts';
import type { FaultRecord } from '../store/records.ts';
import { uuidFrom } from '../util/random.ts';
import type { FaultRule } from './rules.ts';

/** A fault rule at work, and how often it was. */
export type Fault = AdminSchemas['Fault'] & { rule: FaultRule };

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

/** A rule as the control plane shows it. */
export const faultBody = ({ id, rule, calls, fired }: FaultRecord): Fault => ({
  id,
  rule,
  calls,
  fired,
});
