// Colours in a terminal.

// Node.js 20.0 does not have `styleText` yet.
const STYLES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;
export type Style = keyof typeof STYLES;

/** Whether a stream is a terminal that supports colours, and the user has not disabled them. */
export const wantsColours = (stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean =>
  stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';

/** A text in a style, where colours are wanted. */
export const paint = (style: Style, text: string, isWanted: boolean): string =>
  isWanted ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text;
