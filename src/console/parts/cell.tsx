// A cell of a row of VirtualRows.
import type { ComponentChildren } from 'preact';

interface CellProps {
  class?: string;
  children?: ComponentChildren;
}

export const Cell = ({ children, ...rest }: CellProps) => (
  // biome-ignore lint/a11y/useSemanticElements: see VirtualRows.
  <span role="cell" {...rest}>
    {children}
  </span>
);
