// Prints the demo: headings, requests, answers and check marks, in lines that fit on a projector.
import type { UnexpectedAnswer } from '../tour/expectation.ts';
import { inOneLine } from '../tour/json.ts';
import { paint as painted, type Style } from '../util/colours.ts';

const WIDTH = 100;
/** The longest text that is printed of an unexpected answer. */
const LONGEST = 400;

/** Wraps text to a width. Longer words are split. */
const linesOf = (text: string, width: number): string[] =>
  [...text.matchAll(new RegExp(`(.{1,${width}})(?:\\s+|$)|(.{${width}})`, 'gu'))].map(
    ([, line, piece]) => line ?? piece ?? '',
  );

export type Printer = ReturnType<typeof createPrinter>;

interface PrinterOptions {
  print: (text: string) => void;
  colours: boolean;
}

export function createPrinter({ print, colours }: PrinterOptions) {
  const paint = (style: Style, text: string) => painted(style, text, colours);

  /** Prints text after a label; lines that do not fit continue below, indented. */
  function block(label: string, text: string, style?: Style): void {
    linesOf(text, WIDTH - label.length).forEach((words, at) => {
      const line = `${at === 0 ? label : ' '.repeat(label.length)}${words}`;
      print(`${style ? paint(style, line) : line}\n`);
    });
  }

  /** Prints names and values in two columns. */
  function table(rows: Record<string, string>, style?: Style): void {
    const width = Math.max(...Object.keys(rows).map((name) => name.length));
    for (const [name, value] of Object.entries(rows)) block(`      ${name.padEnd(width)}  `, value, style);
  }

  return {
    opening(title: string, text: string): void {
      block('', title, 'bold');
      block('', text);
    },
    heading(number: string, title: string, why: string): void {
      const line = `── ${number}  ${title} `;
      print(`\n${paint('bold', line.padEnd(WIDTH, '─'))}\n`);
      block('', why);
    },
    /** Prints method and path, with the body on the same line if it fits, or else below. */
    request(method: string, path: string, body: unknown): void {
      const line = `${method} ${path}`;
      const json = body === undefined ? '' : inOneLine(body);
      const fits = `  ${line} ${json}`.length <= WIDTH;
      print('\n');
      block('  ', fits ? `${line} ${json}`.trimEnd() : line, 'cyan');
      if (!fits) block('       ', json, 'cyan');
    },
    status(code: number, text: string): void {
      block('    ', `${code} ${text}`.trimEnd(), code < 400 ? 'green' : 'yellow');
    },
    fields(values: Record<string, unknown>): void {
      table(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inOneLine(value)])));
    },
    aside(text: string): void {
      print('\n');
      block('  … ', text, 'yellow');
    },
    proven(text: string): void {
      print('\n');
      block('✓ ', text, 'green');
    },
    failed({ what, expected, actual }: UnexpectedAnswer): void {
      print('\n');
      block('✗ ', `Not as expected: ${what}`, 'red');
      table({ expected, actual: actual.length > LONGEST ? `${actual.slice(0, LONGEST)}…` : actual }, 'red');
    },
    closing(text: string, style: Style): void {
      print('\n');
      block('', text, style);
    },
  };
}
