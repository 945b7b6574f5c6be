// A form of one field and one button, which says why what it was sent for did not work.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { explain } from '../client/failure.ts';
import { FormProblem } from './notice.tsx';

interface LineFormProps {
  /** The name of the field. */
  label: string;
  /** The name of the button. */
  action: string;
  /** What the field holds at first, and what stays in it; default: nothing, and it is emptied once that worked. */
  keeps?: string;
  placeholder?: string;
  /** Further fields. */
  children?: ComponentChildren;
  /** Does it with what the field holds, without blanks around it. What it throws is explained. */
  send(text: string): Promise<unknown>;
}

export function LineForm({ label, action, keeps, placeholder, children, send }: LineFormProps) {
  const text = useSignal(keeps ?? '');
  const problem = useSignal<string | undefined>(undefined);
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    problem.value = undefined;
    try {
      await send(text.value.trim());
      if (keeps === undefined) text.value = '';
    } catch (thrown) {
      problem.value = explain(thrown);
    }
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
          value={text}
          onInput={({ currentTarget }) => {
            text.value = currentTarget.value;
          }}
        />
      </label>
      {children}
      <button type="submit" class="secondary">
        {action}
      </button>
      <FormProblem text={problem} />
    </form>
  );
}
