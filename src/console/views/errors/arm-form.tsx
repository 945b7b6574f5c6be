// Arms an error case as a fault rule, for requests of the client under test.
import { useSignal } from '@preact/signals';
import type { AdminSchemas } from '../../../openapi/admin.ts';
import { apiOperationIds } from '../../../openapi/operation-places.ts';
import { call } from '../../client/call.ts';
import { explain } from '../../client/failure.ts';
import { FormProblem } from '../../parts/notice.tsx';
import { refreshAll } from '../../state/connection.ts';
import { tell } from '../../state/messages.ts';

const EVERY = 'every operation';

export function ArmForm({ entry }: { entry: AdminSchemas['ErrorCaseEntry'] }) {
  const isEverywhere = entry.operations.includes(EVERY);
  const places = isEverywhere ? [EVERY, ...apiOperationIds] : entry.operations;
  const place = useSignal(places[0] ?? EVERY);
  const often = useSignal<'next' | 'times' | 'always'>('next');
  const times = useSignal(3);
  const problem = useSignal<string | undefined>(undefined);

  const onSubmit = async (event: Event) => {
    event.preventDefault();
    const counted = { next: 1, times: times.value, always: undefined }[often.value];
    const rule = {
      error: entry.name,
      ...(place.value !== EVERY && { match: { operation: place.value } }),
      ...(counted !== undefined && { times: counted }),
    };
    try {
      await call('addFault', { json: rule });
      problem.value = undefined;
      tell(`${entry.name} is armed at ${place.value}.`);
      refreshAll();
    } catch (thrown) {
      problem.value = explain(thrown);
    }
  };

  const choice = (value: typeof often.value, label: string) => (
    <label>
      <input
        type="radio"
        name="often"
        value={value}
        checked={often.value === value}
        onChange={() => {
          often.value = value;
        }}
      />
      {label}
    </label>
  );

  return (
    <form class="arm panel" onSubmit={onSubmit} aria-label="Arm it for your client">
      <h3>Arm it for your client</h3>
      <div class="filters">
        <label>
          At
          <select
            value={place}
            onChange={({ currentTarget }) => {
              place.value = currentTarget.value;
            }}
          >
            {places.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <fieldset>
          <legend class="unseen">How often</legend>
          {choice('next', 'the next request')}
          {choice('times', 'the next')}
          <input
            type="number"
            min="1"
            max="1000000"
            aria-label="How many requests"
            value={times}
            onInput={({ currentTarget }) => {
              times.value = Math.max(1, Math.round(Number(currentTarget.value)) || 1);
              often.value = 'times';
            }}
          />
          {choice('always', 'always')}
        </fieldset>
        <button type="submit" class="secondary small">
          Arm
        </button>
      </div>
      <FormProblem text={problem} />
    </form>
  );
}
