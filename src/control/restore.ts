// Restores an account from a snapshot.
import type { Accounts } from '../accounts/accounts.ts';
import type { Parts } from '../time/slices.ts';
import { checkSnapshot, refuseTime, refuseTooMuch, SnapshotError } from './snapshot.ts';

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
  const { advancedBy, accounts: states } = yield* checkSnapshot(snapshot);
  const [only, ...others] = Object.values(states);
  const state = states[id] ?? (others.length === 0 ? only : undefined);
  if (!state) {
    throw new SnapshotError(
      'the snapshot has several accounts, and this one is not among them: restore it with mock.restore(), or give a snapshot of one account',
    );
  }
  yield* refuseTooMuch([state], accounts.limits);
  // What was advanced stays so; the mock's clock, shared by all accounts, stays.
  const offset = state.clock.offset + advancedBy - accounts.clockState.offset;
  const clock = { ...state.clock, offset };
  const shown = accounts.timeOf(clock);
  refuseTime(now ?? shown, accounts);
  if (now !== undefined) clock.offset += now - shown;
  accounts.replace(id, { ...state, clock }).reserve(0);
}
