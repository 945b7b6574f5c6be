// The demo on a screen: headings, requests, answers and check marks, in lines that a projector can show.
import type { NotAsTold } from './expectation.ts';
import { inOneLine } from './json.ts';

const WIDTH = 100;
/** The longest text that is shown of an answer that nobody expected. */
const LONGEST = 400;

// Node 20.0 has no `styleText` yet.
const STYLES = { bold: 1, red: 31, green: 32, yellow: 33, cyan: 36 } as const;
type Style = keyof typeof STYLES;

/** Whether a stream is a terminal that wants colours. */
export const wantsColours = (stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean =>
  stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';

/** Text in lines of a width. Words that are longer are cut. */
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
  const paint = (style: Style, text: string) => (colours ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text);

  /** Prints text after a label; what does not fit goes below its beginning. */
  function block(label: string, text: string, style?: Style): void {
    linesOf(text, WIDTH - label.length).forEach((words, at) => {
      const line = `${at === 0 ? label : ' '.repeat(label.length)}${words}`;
      print(`${style ? paint(style, line) : line}\n`);
    });
  }

  /** Names and values in two columns. */
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
    /** Method and path, and the body beside them if there is room, else below. */
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
    failed({ what, expected, came }: NotAsTold): void {
      print('\n');
      block('✗ ', `Not as told: ${what}`, 'red');
      table({ expected, came: came.length > LONGEST ? `${came.slice(0, LONGEST)}…` : came }, 'red');
    },
    closing(text: string, style: Style): void {
      print('\n');
      block('', text, style);
    },
  };
}
