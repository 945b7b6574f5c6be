// A button that copies a text, and says that it has.
import { useSignal } from '@preact/signals';
import { after } from '../time.ts';

/** Where a page is not trusted with the clipboard, as over plain HTTP from another machine, the older way works. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    // In a dialog nothing outside of it can be selected.
    (document.querySelector('dialog[open]') ?? document.body).append(field);
    field.select();
    const hasCopied = document.execCommand('copy');
    field.remove();
    return hasCopied;
  }
}

interface CopyButtonProps {
  label: string;
  text: string | (() => string);
}

export function CopyButton({ label, text }: CopyButtonProps) {
  const told = useSignal('');
  const onClick = async () => {
    const hasCopied = await copy(typeof text === 'string' ? text : text());
    told.value = hasCopied ? 'Copied' : 'Not allowed';
    after(2_000, () => {
      told.value = '';
    });
  };
  return (
    <button type="button" class="secondary small" onClick={onClick}>
      {told.value || label}
      <span role="status" class="unseen">
        {told}
      </span>
    </button>
  );
}
