// What only the command takes when it serves the mock, and no mock in code.
import type { CommandOption } from '../config/command-line.ts';

export const serveOptions = {
  open: { help: 'opens the console in a browser as soon as the mock listens' },
  quiet: { help: 'prints no line for each request; without it there is one where the output is a terminal' },
} as const satisfies Record<string, CommandOption>;
