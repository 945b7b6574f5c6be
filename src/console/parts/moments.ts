// Moments and durations in words.
import { countText } from './count-text.ts';

/** A moment in UTC, in the parts that a clock shows. */
export function isoParts(ms: number): { date: string; time: string; fraction: string } {
  const [date = '', rest = ''] = new Date(ms).toISOString().split('T');
  return { date, time: rest.slice(0, 8), fraction: rest.slice(8, 12) };
}

/** `2026-01-15 09:00:08` in UTC. */
export function momentText(ms: number): string {
  const { date, time } = isoParts(ms);
  return `${date} ${time}`;
}

/** A moment of real time, as the clock on the wall of whoever looks at the page shows it. */
export const wallTime = (ms: number): string => {
  const date = new Date(ms);
  const two = (value: number, digits = 2) => String(value).padStart(digits, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${two(date.getMilliseconds(), 3)}`;
};

const UNITS: readonly (readonly [name: string, ms: number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** `2 seconds`, `1.5 minutes`. */
export function inWords(ms: number): string {
  const [name, length] = UNITS.find(([, unit]) => ms >= unit) ?? ['millisecond', 1];
  const count = Math.round((ms / length) * 10) / 10;
  return countText(count, name);
}

/** `45:34`, `1:02:03`. */
export function lengthText(seconds: number): string {
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** `683.7 MB`. */
export function sizeText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1_000 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${units[power]}`;
}
