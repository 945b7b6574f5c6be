// The texts of --help.

/** Text in lines of a terminal's width, indented. */
export const wrap = (text: string): string => text.replace(/(.{1,72})(\s+|$)/g, '      $1\n').trimEnd();
