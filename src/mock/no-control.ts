// The control in code of a mock whose state is in a store that it shares: there is none, since it could not wait for it.
import type { Control } from '../control/mock-control.ts';
import { ADMIN_PATH } from '../openapi/paths.ts';

/** Throws the error for a call that cannot be answered from within the process. */
export function notHere(): never {
  throw new Error(
    `cloudglue-mock: the state of a mock with the option store is not in its process: use the control plane, below ${ADMIN_PATH}, for each account`,
  );
}

export const noControl: Control = {
  clock: { now: notHere, advance: notHere, settle: notHere },
  webhooks: { deliveries: notHere, idle: notHere },
  reset: notHere,
  report: notHere,
  snapshot: notHere,
  restore: notHere,
};
