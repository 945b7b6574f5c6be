// Formats the texts of --help.

/** Wraps text to the width of a terminal, and indents it. */
export const wrap = (text: string): string => text.replace(/(.{1,72})(\s+|$)/g, '      $1\n').trimEnd();
