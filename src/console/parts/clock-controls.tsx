// The account's clock, and what moves it.

import { call } from '../client/call.ts';
import { clock, sayTime } from '../state/clock.ts';
import { refreshAll } from '../state/connection.ts';
import { tell } from '../state/messages.ts';
import { Action } from './action.tsx';
import { Icon } from './icon.tsx';
import { inWords, isoParts } from './moments.ts';

export function ClockFace({ isLarge = false }: { isLarge?: boolean }) {
  if (!clock.isKnown.value) return <p class="clock">…</p>;
  const { date, time, fraction } = isoParts(clock.now.value);
  return (
    <p class={isLarge ? 'clock large' : 'clock'}>
      <time dateTime={`${date}T${time}${fraction}Z`}>
        <span class="date">{date}</span> <strong>{time}</strong>
        {isLarge && <span class="fraction">{fraction}</span>}{' '}
        <abbr title="Coordinated Universal Time">UTC</abbr>
      </time>{' '}
      <span class="state" data-runs={clock.runs}>
        <Icon name={clock.runs.value ? 'play' : 'stop'} /> {clock.runs.value ? 'running' : 'stopped'}
      </span>
    </p>
  );
}

/** Has an operation move the clock, and shows what follows from it. */
async function move(operation: Promise<{ now: number; runs: boolean }>): Promise<void> {
  sayTime(await operation);
  refreshAll();
}

export const advance = (by: string): Promise<void> => move(call('advanceClock', { json: { by } }));

export const setRunning = (runs: boolean): Promise<void> => move(call('updateClock', { json: { runs } }));

export async function advanceToNext(): Promise<void> {
  const answer = await call('advanceToNext');
  await move(Promise.resolve(answer));
  tell(
    answer.by === 0 ? 'Nothing is planned: no file will change by itself.' : `${inWords(answer.by)} later.`,
  );
}

export async function settle(): Promise<void> {
  const answer = await call('settleClock');
  await move(Promise.resolve(answer));
  const { length } = answer.unsettled;
  tell(
    length === 0
      ? 'Every file has reached its end.'
      : `Every file has reached its end but ${length}, which never ${length === 1 ? 'does' : 'do'}.`,
  );
}

export function ClockControls() {
  const runs = clock.runs.value;
  return (
    <fieldset class="clock-controls" aria-label="Move the clock">
      <Action isSmall kind="primary" run={() => setRunning(!runs)}>
        <Icon name={runs ? 'pause' : 'play'} /> {runs ? 'Pause' : 'Play'}
      </Action>
      <Action isSmall run={() => advance('1s')} label="+1 s: advance by 1 second">
        +1 s
      </Action>
      <Action isSmall run={() => advance('8s')} label="+8 s: advance by 8 seconds">
        +8 s
      </Action>
      <Action isSmall run={advanceToNext}>
        Next event
      </Action>
      <Action isSmall run={settle}>
        Settle
      </Action>
    </fieldset>
  );
}
