// Advances the clock by any duration.
import { useSignal } from '@preact/signals';
import { explain } from '../../client/failure.ts';
import { advance } from '../../parts/clock-controls.tsx';

export function AdvanceForm() {
  const by = useSignal('1h');
  const problem = useSignal<string | undefined>(undefined);
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    problem.value = undefined;
    await advance(by.value.trim()).catch((thrown) => {
      problem.value = explain(thrown);
    });
  };
  return (
    <form class="line" onSubmit={onSubmit}>
      <label>
        Advance by (ms, s, m, h, d)
        <input
          required
          autocomplete="off"
          value={by}
          onInput={({ currentTarget }) => {
            by.value = currentTarget.value;
          }}
        />
      </label>
      <button type="submit" class="secondary">
        Advance
      </button>
      {problem.value && (
        <p class="problem" role="alert">
          <bdi>{problem}</bdi>
        </p>
      )}
    </form>
  );
}
