// The demo: runs its steps against a new mock, over HTTP, until one does not go as told.
import { createMock, type Mock } from '../mock/mock.ts';
import { createDemoClient, type Fetch } from './demo-client.ts';
import { NotAsTold } from './expectation.ts';
import { createPrinter } from './printer.ts';
import { type Findings, steps } from './steps.ts';

interface DemoOptions {
  /** Takes the text that is shown, piece by piece. */
  print: (text: string) => void;
  /** Whether the text has colours, as terminals know them; default false. */
  colours?: boolean;
  /** A fresh mock with the lifecycle `manual`, closed at the end; default: one is made. */
  mock?: Mock;
  /** How requests are sent; default: over HTTP. */
  fetch?: Fetch;
}

/**
 * Tells the story of a file, and checks that it is true.
 * @returns whether every step went as told; the first that does not is the last
 */
export async function runDemo(options: DemoOptions): Promise<boolean> {
  const { print, colours = false, mock = createMock({ lifecycle: 'manual' }), fetch } = options;
  const printer = createPrinter({ print, colours });
  try {
    const { url, baseUrl } = await mock.listen();
    const moveClock = (seconds: number) => void mock.clock.advance(`${seconds}s`);
    const client = createDemoClient({ url, printer, moveClock, fetch });
    const found: Findings = { connectors: { dropbox: '', grain: '' }, uri: '', fileId: '' };
    printer.opening(
      `cloudglue-mock: the story of a file, in ${steps.length} steps`,
      `A new mock at ${baseUrl}, on a clock that only the demo moves.`,
    );
    for (const [at, { title, why, play }] of steps.entries()) {
      printer.heading(`${at + 1} of ${steps.length}`, title, why);
      try {
        printer.proven(await play(client, found));
      } catch (error) {
        if (!(error instanceof NotAsTold)) throw error;
        printer.failed(error);
        printer.closing(
          `Step ${at + 1} of ${steps.length} did not go as told, and the demo ends here.`,
          'red',
        );
        return false;
      }
    }
    printer.closing(`All ${steps.length} steps went as told.`, 'bold');
    return true;
  } finally {
    await mock.close();
  }
}
