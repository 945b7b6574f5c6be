// Restores an account from a snapshot.
import { AccountStore } from '../accounts/account-store.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Parts } from '../time/slices.ts';
import { MOST_VALUES } from '../util/json-depth.ts';
import { checkSnapshot, refuseTime, refuseTooMuch, SnapshotError } from './snapshot.ts';

/** The same snapshot with no other account. Throws SnapshotError if it has several, and this one is not among them. */
function only(snapshot: unknown, id: string): unknown {
  const { accounts } = (snapshot ?? {}) as { accounts?: unknown };
  if (typeof accounts !== 'object' || accounts === null) return snapshot;
  if (Object.hasOwn(accounts, id))
    return { ...(snapshot as object), accounts: { [id]: accounts[id as never] } };
  let count = 0;
  for (const _ in accounts) {
    count += 1;
    if (count < 2) continue;
    throw new SnapshotError(
      'the snapshot has several accounts, and this one is not among them: restore it with mock.restore(), or give a snapshot of one account',
    );
  }
  return snapshot;
}

/**
 * Puts the state in a snapshot in the place of an account's own, all of it in the last part.
 * @param now the time that the clock shows then, in milliseconds since the Unix epoch; by default a clock that stands
 * still shows the time of the snapshot, and one that runs has run on since
 * @throws SnapshotError if it is none for this account, or exceeds the mock's limits; nothing is changed then
 */
export function* restoreAccount(
  accounts: Accounts,
  id: string,
  { snapshot, now }: { snapshot: unknown; now: number | undefined },
): Parts<void> {
  const { advancedBy, accounts: states } = yield* checkSnapshot(only(snapshot, id), MOST_VALUES);
  const [state] = Object.values(states);
  if (!state) throw new SnapshotError('the snapshot has no account: take one with GET /__admin/snapshot');
  yield* refuseTooMuch([state], accounts.limits);
  const store = yield* AccountStore.inParts(state);
  // What was advanced stays so; the mock's clock, shared by all accounts, stays.
  const offset = state.clock.offset + advancedBy - accounts.clockState.offset;
  const shown = accounts.timeOf({ ...state.clock, offset });
  refuseTime(now ?? shown, accounts);
  store.offset = now === undefined ? offset : offset + now - shown;
  accounts.replace(id, store).reserve(0);
}
