// Where a text is no JSON, and why, from what the engine's own error says.

/** `3: is not valid JSON: …`, with the number of the line, or without it where that is not known. */
export function jsonProblem(text: string, { message }: Error): string {
  const position = positionIn(text, message);
  const line = position === undefined ? '' : `${text.slice(0, position).split('\n').length}:`;
  return `${line} is not valid JSON: ${message}`;
}

function positionIn(text: string, message: string): number | undefined {
  const told = /at position (\d+)/.exec(message)?.[1];
  if (told !== undefined) return Number(told);
  if (/end of JSON input/.test(message)) return text.length;
  // Some versions of Node show what is around the mistake instead.
  const around = /, (?:\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message)?.[1];
  const found = around ? text.indexOf(around) : -1;
  return found < 0 ? undefined : found;
}
