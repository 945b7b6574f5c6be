// What findings say: the text of an error answer as what is wrong and what to do, and lists of names.
import { errorCase } from '../../errors/catalogue.ts';
import type { Exchange } from '../exchange.ts';

/** A quoted value at the beginning may hold anything. The first sentence says what is wrong, the others what to do. */
const SENTENCES = /^((?:"(?:[^"\\]|\\.)*")?.*?)\. (.*?)\.?$/s;

const lowerFirst = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** Undefined as the remedy where the answer says none. */
export function sentencesOf({ errorText, errorCase: name }: Exchange): { text: string; remedy?: string } {
  const whole = errorText ?? (name ? errorCase(name).cause : 'the request was refused');
  const [, text, remedy] = SENTENCES.exec(whole) ?? [];
  if (text === undefined || remedy === undefined) return { text: lowerFirst(whole.replace(/\.$/, '')) };
  return { text: lowerFirst(text), remedy: lowerFirst(remedy) };
}

/** A list for a text: all names of a request are few. */
export const listOf = (names: Iterable<string>): string =>
  [...names].map((name) => JSON.stringify(name)).join(', ');
