// The short messages, read aloud as they come.

import { dismiss, messages } from '../state/messages.ts';
import { Icon } from './icon.tsx';
import { Text } from './text.tsx';

export function Messages() {
  return (
    <div class="messages" role="status" aria-live="polite">
      {messages.value.map(({ nth, kind, text, link }) => (
        <p key={nth} data-kind={kind}>
          <Icon name={kind === 'done' ? 'tick' : 'cross'} />
          <span>
            <Text most={600}>{text}</Text> {link && <a href={link.href}>{link.text}</a>}
          </span>
          <button type="button" class="plain" aria-label="Close the message" onClick={() => dismiss(nth)}>
            <Icon name="cross" />
          </button>
        </p>
      ))}
    </div>
  );
}
