// Makes any text readable: what a name hides, a person sees.
// biome-ignore-all lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.

/** Signs without a shape of their own; those that change the direction of what follows them. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** The same without the ends of lines and tabs, for texts of many lines. */
const CONTROL_IN_LINES =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

function shapeOf(sign: string): string {
  const code = sign.charCodeAt(0);
  // Unicode has pictures of the oldest ones.
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** A text on one line in which every sign shows. */
export const visible = (text: string): string => text.toWellFormed().replace(CONTROL, shapeOf);

/** A text of many lines in which every other sign shows. */
export const visibleLines = (text: string): string => text.toWellFormed().replace(CONTROL_IN_LINES, shapeOf);

/** The beginning of a text, cut between two signs. */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text;
  const isPair = text.charCodeAt(most - 1) >= 0xd800 && text.charCodeAt(most - 1) < 0xdc00;
  return `${text.slice(0, isPair ? most - 1 : most)}…`;
}
