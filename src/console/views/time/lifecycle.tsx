// How files move: the lifecycle that the mock was started with, and the account's speed.
import { useSignal } from '@preact/signals';
import { lifecycles } from '../../../config/settings.ts';
import type { AdminSchemas } from '../../../openapi/admin.ts';
import { call } from '../../client/call.ts';
import { explain } from '../../client/failure.ts';
import { FormProblem } from '../../parts/notice.tsx';
import { tell } from '../../state/messages.ts';
import type { Resource } from '../../state/resource.ts';

export function LifecycleFacts({ settings }: { settings: Resource<AdminSchemas['Settings']> }) {
  const speed = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const { value } = settings.value;
  if (!value) return null;
  const { lifecycle } = value;
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    try {
      await call('updateSettings', { json: { speed: Number(speed.value || value.speed) } });
      problem.value = undefined;
      speed.value = '';
      tell('Files that are made from now on are processed at this speed.');
      settings.reload();
    } catch (thrown) {
      problem.value = explain(thrown);
    }
  };
  return (
    <section class="panel" aria-label="Lifecycle and speed">
      <h2>Lifecycle and speed</h2>
      <p>
        <strong>{lifecycle}</strong>: a file moves {lifecycles[lifecycle]}. It is chosen at the start of the
        mock, with <code>--lifecycle</code>; the clock can be played and paused whatever it says.
      </p>
      <form class="line" onSubmit={onSubmit}>
        <label>
          Speed (now {value.speed})
          <input
            type="number"
            min="0.000001"
            max="1000000"
            step="any"
            placeholder={String(value.speed)}
            value={speed}
            onInput={({ currentTarget }) => {
              speed.value = currentTarget.value;
            }}
          />
        </label>
        <button type="submit" class="secondary">
          Set the speed
        </button>
        <FormProblem text={problem} />
      </form>
    </section>
  );
}
