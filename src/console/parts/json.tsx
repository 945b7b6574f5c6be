// JSON, or any other text of a body, as a person reads it.
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: without it, the keyboard could not scroll what is cut off.
// biome-ignore-all lint/a11y/useSemanticElements: a section would lose the text's own lines.
import { beginning, visibleLines } from './visible-text.ts';

/** Longer texts would take long to lay out, and nobody reads them here. */
const MOST_COLOURED = 20_000;
const MOST_SHOWN = 200_000;

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)/gi;

/** Data as JSON with indents; a text that is none stays as it is. */
export function pretty(body: unknown): string {
  if (typeof body !== 'string') return JSON.stringify(body, null, 2) ?? '';
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function coloured(text: string) {
  const parts = [];
  let done = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [all, string, colon, literal] = match;
    const kind = colon ? 'key' : string ? 'string' : literal ? 'literal' : 'number';
    const shown = colon ? (string ?? '') : all;
    parts.push(text.slice(done, match.index), <span class={`json-${kind}`}>{shown}</span>);
    done = match.index + shown.length;
  }
  parts.push(text.slice(done));
  return parts;
}

interface JsonProps {
  body: unknown;
  label: string;
}

export function Json({ body, label }: JsonProps) {
  const text = visibleLines(beginning(pretty(body), MOST_SHOWN));
  return (
    <pre tabIndex={0} role="region" aria-label={label}>
      <code>{text.length > MOST_COLOURED ? text : coloured(text)}</code>
    </pre>
  );
}
