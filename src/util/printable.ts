// Makes text safe for a terminal: a name must not move the cursor, change colours or hide the text around it.

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Replaces every control character except line feeds, including those that change the text direction. */
export const printable = (text: string): string => text.replace(CONTROL, '?');

/** The same, on one line. */
export const printableLine = (text: string): string => printable(text).replaceAll('\n', ' ');
