// Text for a terminal: what names hold must not move the cursor, change colours or hide what stands beside them.

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant.
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A text of several lines with every control character but the line feed replaced, those of direction included. */
export const printable = (text: string): string => text.replace(CONTROL, '?');

/** The same as one line. */
export const printableLine = (text: string): string => printable(text).replaceAll('\n', ' ');
