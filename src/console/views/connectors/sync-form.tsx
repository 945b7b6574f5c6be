// A field for any URI or link, for what is not listed or is written in another way.
import { useSignal } from '@preact/signals';
import { explain } from '../../client/failure.ts';
import { syncItem } from './sync-item.ts';

interface SyncFormProps {
  label: string;
  placeholder: string;
  /** The connector's id; without one the URL is that of a public source. */
  connector?: string;
}

export function SyncForm({ label, placeholder, connector }: SyncFormProps) {
  const uri = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    problem.value = undefined;
    await syncItem(uri.value.trim(), connector).catch((thrown) => {
      problem.value = explain(thrown);
    });
  };
  return (
    <form class="line" onSubmit={onSubmit}>
      <label>
        {label}
        <input
          required
          autocomplete="off"
          spellcheck={false}
          placeholder={placeholder}
          value={uri}
          onInput={({ currentTarget }) => {
            uri.value = currentTarget.value;
          }}
        />
      </label>
      <button type="submit" class="secondary">
        Sync
      </button>
      {problem.value && (
        <p class="problem" role="alert">
          <bdi>{problem}</bdi>
        </p>
      )}
    </form>
  );
}
