// Short messages about what was done, at the edge of the page.
import { signal } from '@preact/signals';
import { after } from '../time.ts';

interface Message {
  nth: number;
  kind: 'done' | 'problem';
  text: string;
  /** Where what it is about can be seen. */
  link?: { href: string; text: string } | undefined;
}

const MOST = 3;
const LASTS = 8_000;
let count = 0;

export const messages = signal<readonly Message[]>([]);

export function dismiss(nth: number): void {
  messages.value = messages.value.filter((message) => message.nth !== nth);
}

/** Says something. Problems stay until they are closed. */
export function tell(text: string, kind: Message['kind'] = 'done', link?: Message['link']): void {
  const nth = ++count;
  messages.value = [...messages.value, { nth, kind, text, link }].slice(-MOST);
  if (kind === 'done') after(LASTS, () => dismiss(nth));
}
