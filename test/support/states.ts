// The states of accounts in a snapshot, whose type is open to users only as far as it is documented.
import type { Snapshot } from '../../src/index.ts';
import type { AccountState } from '../../src/records/account-state.ts';

export const statesOf = ({ accounts }: Snapshot) => Object.values(accounts) as AccountState[];
