// A button that does something at the mock: busy while it does, and it says why it failed.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { explain } from '../client/failure.ts';
import { tell } from '../state/messages.ts';

interface ActionProps {
  children: ComponentChildren;
  /** Rejects with a Failure, which is shown. */
  run: () => Promise<unknown>;
  kind?: 'primary' | 'secondary' | 'outline' | 'danger';
  isSmall?: boolean;
  isDisabled?: boolean;
  /** What it does, where its text alone does not say it. */
  label?: string;
  isPressed?: boolean;
}

export function Action({
  children,
  run,
  kind = 'secondary',
  isSmall = false,
  isDisabled,
  label,
  isPressed,
}: ActionProps) {
  const isBusy = useSignal(false);
  const onClick = async () => {
    if (isBusy.value) return;
    isBusy.value = true;
    await run().catch((thrown) => tell(explain(thrown), 'problem'));
    isBusy.value = false;
  };
  return (
    <button
      type="button"
      class={`${kind}${isSmall ? ' small' : ''}`}
      onClick={onClick}
      disabled={isDisabled}
      aria-busy={isBusy.value || undefined}
      aria-label={label}
      aria-pressed={isPressed}
    >
      {children}
    </button>
  );
}
