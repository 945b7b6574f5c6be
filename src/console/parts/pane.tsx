// A list and, beside it, what is chosen in it; on a narrow screen one of them at a time.

import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

interface PaneProps {
  list: ComponentChildren;
  /** What is chosen; nothing if null. */
  detail: ComponentChildren | null;
  /** The name of what is chosen, for those who listen. */
  label: string;
  /** The link to the list alone. */
  back: string;
  /** Whether what is chosen needs most of the room. */
  isDetailWide?: boolean;
}

export function Pane({ list, detail, label, back, isDetailWide = false }: PaneProps) {
  return (
    <div class={isDetailWide ? 'pane wide-detail' : 'pane'} data-chosen={detail !== null}>
      <div class="list">{list}</div>
      {detail !== null && (
        <section class="detail" aria-label={label}>
          <a class="close" href={back}>
            <Icon name="cross" /> Close
          </a>
          {detail}
        </section>
      )}
    </div>
  );
}
