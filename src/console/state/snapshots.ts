// The snapshots that were taken in this tab: to step back to before a demo went wrong.
import { computed } from '@preact/signals';
import type { AdminSchemas } from '../../openapi/admin.ts';
import { call } from '../client/call.ts';
import { sayTime } from './clock.ts';
import { refreshAll } from './connection.ts';
import { session } from './session.ts';
import { stored } from './stored.ts';

export interface TakenSnapshot {
  nth: number;
  /** The key of the account that it is of. */
  key: string;
  /** What the account's clock showed, in milliseconds since the Unix epoch. */
  now: number;
  files: number;
  snapshot: AdminSchemas['Snapshot'];
}

const MOST = 10;

const isList = (value: unknown): value is TakenSnapshot[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'snapshot' in one);

/** They outlive a reload, unless they are larger than what a tab may keep. */
const all = stored<readonly TakenSnapshot[]>(sessionStorage, 'snapshots', [], isList as never);

/** Those of the account that is shown, the last one first. */
export const snapshots = computed(() =>
  all.value.filter(({ key }) => key === session.key.value).toReversed(),
);

export async function takeSnapshot(): Promise<TakenSnapshot> {
  const [snapshot, { now }, { total }] = await Promise.all([
    call('getSnapshot'),
    call('getClock'),
    call('listFiles', { query: { limit: 1 } }),
  ]);
  const nth = (all.value.at(-1)?.nth ?? 0) + 1;
  const taken = { nth, key: session.key.value, now, files: total, snapshot };
  all.value = [...all.value, taken].slice(-MOST);
  return taken;
}

/** Brings the account back to where it was, its clock included. */
export async function restoreSnapshot({ snapshot, now }: TakenSnapshot): Promise<void> {
  sayTime(await call('restoreSnapshot', { json: snapshot, query: { now } }));
  refreshAll();
}

export function forgetSnapshot(nth: number): void {
  all.value = all.value.filter((one) => one.nth !== nth);
}
