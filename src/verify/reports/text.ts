// Texts that several reports use.
import type { Problem } from '../outcome.ts';

const FOUND = {
  answer: 'The answer differs',
  state: 'The state is missing',
  document: 'The document differs',
};

/** A problem in one line: its kind, its text, its places in the pact and in the document. */
export const problemText = ({ found, text, at, spec }: Problem): string =>
  `${FOUND[found]}: ${text}${at ? ` (at ${at})` : ''}${spec ? ` (document: ${spec})` : ''}`;

export const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
