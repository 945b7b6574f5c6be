// Opens a page in the browser of whoever started the command.
import { spawn } from 'node:child_process';
import { plainWords } from '../util/system-errors.ts';

/** The program of each system that opens a URL; that of most others if there is none. */
const OPENERS: Partial<Record<NodeJS.Platform, readonly [program: string, ...args: string[]]>> = {
  darwin: ['open'],
  // An empty title, or else the URL would be taken for it.
  win32: ['cmd', '/c', 'start', '""'],
};
const USUAL = ['xdg-open'] as const;

/** Where a browser on this machine reaches a mock that listens on every address. */
const reachable = (url: string): string =>
  url.replace('//0.0.0.0', '//127.0.0.1').replace('//[::]', '//[::1]');

/** @param note is told what to do where no browser can be opened */
export function openBrowser(url: string, note: (text: string) => void): void {
  const [program, ...args] = OPENERS[process.platform] ?? USUAL;
  const complain = (why: string) =>
    note(`cloudglue-mock: no browser could be opened (${program}: ${why}): open ${url} yourself.\n`);
  const child = spawn(program, [...args, reachable(url)], { stdio: 'ignore', detached: true });
  child.on('error', (error) => complain(plainWords(error)));
  child.on('exit', (status) => {
    if (status) complain(`status ${status}`);
  });
  child.unref();
}
