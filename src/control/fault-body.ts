// A fault rule as the control plane shows it.
import type { AdminSchemas } from '../openapi/admin.ts';
import type { FaultRecord } from '../records/fault.ts';
import type { FaultRule } from '../records/fault-rule.ts';

/** A fault rule of an account, and how often it matched and fired. */
export type Fault = AdminSchemas['Fault'] & { rule: FaultRule };

export const faultBody = ({ id, rule, calls, fired }: FaultRecord): Fault => ({
  id,
  rule,
  calls,
  fired,
});
