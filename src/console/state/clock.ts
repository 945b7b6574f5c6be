// The account's clock as the page shows it: what the mock said last, and what has passed since where it runs.
import { computed, effect, signal } from '@preact/signals';
import { call } from '../client/call.ts';
import { eachFrame, monotonic } from '../time.ts';

interface Shown {
  /** Milliseconds since the Unix epoch. */
  now: number;
  runs: boolean;
  /** When the mock said so, on the browser's own clock. */
  saidAt: number;
}

const said = signal<Shown | undefined>(undefined);
const frame = signal(0);

/** How often a running clock is painted, in milliseconds. */
const TICK = 100;

export const clock = {
  isKnown: computed(() => said.value !== undefined),
  runs: computed(() => said.value?.runs ?? false),
  /** Milliseconds since the Unix epoch; 0 while it is not known. */
  now: computed(() => {
    const { value } = said;
    if (!value) return 0;
    return value.runs ? Math.round(value.now + Math.max(0, frame.value - value.saidAt)) : value.now;
  }),
};

/** Takes over what an answer of the control plane says of the clock. */
export function sayTime({ now, runs }: { now: number; runs: boolean }): void {
  const saidAt = monotonic();
  const drift = now - clock.now.peek();
  // A running clock would tremble if each answer moved it by the time that the answer took.
  if (said.peek()?.runs && runs && drift > -250 && drift < 250) return;
  frame.value = saidAt;
  said.value = { now, runs, saidAt };
}

export const forgetTime = (): void => {
  said.value = undefined;
};

effect(() => {
  if (!clock.runs.value) return;
  return eachFrame(() => {
    const at = monotonic();
    if (at - frame.peek() >= TICK) frame.value = at;
  });
});

export const readClock = async (signal?: AbortSignal): Promise<void> =>
  sayTime(await call('getClock', { signal }));
