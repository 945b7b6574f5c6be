// How many there are of something, in words.

/** "1 file", "2 files": the plural of every noun of the console ends in "s". */
export const countText = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
