// Time: the account's clock, large; what comes next; how files move; and snapshots to step back to.
import { call } from '../client/call.ts';
import { ClockControls, ClockFace } from '../parts/clock-controls.tsx';
import { useResource } from '../state/resource.ts';
import { AdvanceForm } from './time/advance-form.tsx';
import { Coming } from './time/coming.tsx';
import { LifecycleFacts } from './time/lifecycle.tsx';
import { Snapshots } from './time/snapshots.tsx';

export function Time() {
  const settings = useResource('settings', (signal) => call('getSettings', { signal }));
  return (
    <div class="time-view">
      <section aria-label="Clock" class="panel clock-panel">
        <ClockFace isLarge />
        <ClockControls />
        <AdvanceForm />
      </section>
      <Coming />
      <Snapshots />
      <LifecycleFacts settings={settings} />
    </div>
  );
}
