// One quiet line for each request, for whoever watches the mock in a terminal.
import type { Mock } from '../mock/mock.ts';
import { createAlarm } from '../time/clock.ts';
import { paint, type Style } from '../util/colours.ts';
import { printableLine } from '../util/printable.ts';

/** Lines are written a few at a time: a terminal is slow, and every request would wait for it. */
const EVERY = 100;
/** More than these at a time nobody can read; they are counted. */
const MOST_LINES = 40;
const LONGEST_PATH = 120;

const styleOf = (status: number): Style =>
  status === 0 || status >= 500 ? 'red' : status >= 400 ? 'yellow' : 'green';

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** The time on the clock of the wall. */
function timeOf(ms: number): string {
  const date = new Date(ms);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':');
}

type Told = Parameters<Parameters<Mock['onRequest']>[0]>[0];

function lineOf({ at, method, url, response, error_case, duration_ms }: Told, colours: boolean): string {
  const path = printableLine(url.replace(/^[a-z]+:\/\/[^/?#]*/i, '') || '/');
  const shown = path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}…` : path;
  const status = response.status === 0 ? 'no answer' : String(response.status);
  return [
    paint('dim', timeOf(at), colours),
    method,
    shown,
    paint(styleOf(response.status), status, colours),
    ...(error_case ? [error_case] : []),
    paint('dim', `${duration_ms < 10 ? duration_ms.toFixed(1) : Math.round(duration_ms)} ms`, colours),
  ].join(' ');
}

interface LineOptions {
  /** Writes to the terminal as it is. */
  write: (text: string) => void;
  colours: boolean;
}

/** Writes a line for each request from now on. Returns what ends that. */
export function writeRequests(mock: Pick<Mock, 'onRequest'>, { write, colours }: LineOptions): () => void {
  let lines: string[] = [];
  let more = 0;
  const flush = () => {
    const rest = more > 0 ? [paint('dim', `… and ${more} more`, colours)] : [];
    write(`${[...lines, ...rest].join('\n')}\n`);
    lines = [];
    more = 0;
  };
  const alarm = createAlarm(flush);
  return mock.onRequest((request) => {
    if (lines.length < MOST_LINES) lines.push(lineOf(request, colours));
    else more++;
    alarm.ringWithin(EVERY);
  });
}
