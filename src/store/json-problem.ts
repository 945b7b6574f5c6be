// Locates a JSON syntax error by line, from the message of the engine's own error.

/** A text such as `3: is not valid JSON: …`, with the line number if it is known. */
export function jsonProblem(text: string, { message }: Error): string {
  const position = positionIn(text, message);
  const line = position === undefined ? '' : `${text.slice(0, position).split('\n').length}:`;
  return `${line} is not valid JSON: ${message}`;
}

function positionIn(text: string, message: string): number | undefined {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  if (/end of JSON input/.test(message)) return text.length;
  // Some versions of Node.js quote the text around the mistake instead.
  const around = /, (?:\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message)?.[1];
  const found = around ? text.indexOf(around) : -1;
  return found < 0 ? undefined : found;
}
