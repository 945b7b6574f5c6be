// The demo: plays the steps of the tour against a new mock, over HTTP, until one fails.
import { createMock, type Mock } from '../mock/mock.ts';
import { UnexpectedAnswer } from '../tour/expectation.ts';
import { nothingFound, steps } from '../tour/steps.ts';
import { createTourClient, type Fetch } from '../tour/tour-client.ts';
import { createPrinter } from './printer.ts';

interface DemoOptions {
  /** Receives the text to print, piece by piece. */
  print: (text: string) => void;
  /** Whether to colour the text with ANSI escape codes; default false. */
  colours?: boolean;
  /** A fresh mock with the lifecycle `manual`, which is closed at the end; default: a new one. */
  mock?: Mock;
  /** How requests are sent; default: over HTTP. */
  fetch?: Fetch;
}

/**
 * Walks through the life of a file, and checks every answer.
 * @returns whether every step succeeded; the first that fails is the last
 */
export async function runDemo(options: DemoOptions): Promise<boolean> {
  const { print, colours = false, mock = createMock({ lifecycle: 'manual' }) } = options;
  const { fetch = globalThis.fetch } = options;
  const printer = createPrinter({ print, colours });
  try {
    const { url, baseUrl } = await mock.listen();
    const moveClock = (seconds: number) => void mock.clock.advance(`${seconds}s`);
    const client = createTourClient({ url, key: 'cg-demo', reporter: printer, moveClock, ask: fetch });
    const found = nothingFound();
    printer.opening(
      `cloudglue-mock: the story of a file, in ${steps.length} steps`,
      `A new mock at ${baseUrl}, on a clock that only the demo moves.`,
    );
    for (const [at, { title, why, play }] of steps.entries()) {
      printer.heading(`${at + 1} of ${steps.length}`, title, why);
      try {
        printer.proven(await play(client, found));
      } catch (error) {
        if (!(error instanceof UnexpectedAnswer)) throw error;
        printer.failed(error);
        printer.closing(`Step ${at + 1} of ${steps.length} failed, and the demo ends here.`, 'red');
        return false;
      }
    }
    printer.closing(`All ${steps.length} steps succeeded.`, 'bold');
    return true;
  } finally {
    await mock.close();
  }
}
