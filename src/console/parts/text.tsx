// Text that others chose, such as names and URIs: shown as text in its own direction, whatever is in it.
import { beginning, visible } from './visible-text.ts';

interface TextProps {
  children: string | null | undefined;
  /** The longest text that is shown; the rest is left out. */
  most?: number;
  /** In the font for what machines read. */
  isCode?: boolean;
}

export function Text({ children, most = 200, isCode = false }: TextProps) {
  const text = visible(beginning(children ?? '', most));
  return isCode ? (
    <code>
      <bdi>{text}</bdi>
    </code>
  ) : (
    <bdi>{text}</bdi>
  );
}
