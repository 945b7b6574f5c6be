// A long list of which only the rows that are in sight are rendered, as a table for those who listen to it.
// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out rows and keep its columns.
// biome-ignore-all lint/a11y/useFocusableInteractive: these rows and headers do nothing by themselves.
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: without it, the keyboard could not scroll the list.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

interface VirtualRowsProps {
  /** What the list is of. */
  label: string;
  columns: readonly string[];
  /** A class for its columns' widths. */
  layout: string;
  count: number;
  /** The height of a row, in rem. */
  height: number;
  /** Renders the cells of a row. */
  row: (index: number) => ComponentChildren;
  keyOf: (index: number) => string | number;
  isCurrent?: (index: number) => boolean;
  /** Called with the rows that are in sight. */
  onRange?: (first: number, last: number) => void;
  /** Rows that were added at the top since the list was shown: what is being read stays in its place. */
  added?: number;
}

/** Rows beyond the edges, so that scrolling shows no gaps. */
const MARGIN = 6;

const pixelsPerRem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

export function VirtualRows(props: VirtualRowsProps) {
  const { label, columns, layout, count, height, row, keyOf, isCurrent, onRange, added = 0 } = props;
  const box = useRef<HTMLDivElement>(null);
  const view = useSignal({ top: 0, height: 600, unit: 16 });
  const rowHeight = height * view.value.unit;
  const first = Math.max(0, Math.floor(view.value.top / rowHeight) - MARGIN);
  const last = Math.min(count, Math.ceil((view.value.top + view.value.height) / rowHeight) + MARGIN);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      view.value = { top: element.scrollTop, height: element.clientHeight, unit: pixelsPerRem() };
    };
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      watcher.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [view]);

  const addedBefore = useRef(added);
  useLayoutEffect(() => {
    const more = added - addedBefore.current;
    addedBefore.current = added;
    if (more > 0 && box.current && box.current.scrollTop > rowHeight)
      box.current.scrollTop += more * rowHeight;
  }, [added, rowHeight]);

  useEffect(() => onRange?.(first, last), [onRange, first, last]);

  const indexes = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at);
  return (
    <div
      class={`rows ${layout}`}
      ref={box}
      role="table"
      aria-label={label}
      aria-rowcount={count + 1}
      tabIndex={0}
    >
      <div class="row head" role="row" aria-rowindex={1}>
        {columns.map((name) => (
          <span key={name} role="columnheader">
            {name}
          </span>
        ))}
      </div>
      <div role="rowgroup" class="room" style={{ height: `${count * rowHeight}px` }}>
        {indexes.map((index) => (
          <div
            key={keyOf(index)}
            class="row"
            role="row"
            aria-rowindex={index + 2}
            aria-current={isCurrent?.(index) ? 'true' : undefined}
            style={{ transform: `translateY(${index * rowHeight}px)`, height: `${rowHeight}px` }}
          >
            {row(index)}
          </div>
        ))}
      </div>
    </div>
  );
}
