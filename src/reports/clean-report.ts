// Makes every text of a report safe to show: no control characters, and none so long that it hides the others.
import { printableLine } from '../util/printable.ts';
import type { Report } from './report-model.ts';

/** Bytes of one text. With its places and its remedy, a message stays below 2 KB. */
const LONGEST = 1_000;

/**
 * A text on one line, cut in the middle, so that its end, which often names the place, stays.
 * @param longest in bytes
 */
export function cleanText(text: string, longest = LONGEST): string {
  const line = printableLine(
    text.length > 2 * longest ? `${text.slice(0, longest)}${text.slice(-longest)}` : text,
  );
  const bytes = Buffer.from(line);
  if (bytes.length <= longest && line.length >= text.length) return line;
  const half = longest / 2 - 20;
  const whole = (part: Buffer) => part.toString().replaceAll('\ufffd', '');
  const left = text.length - whole(bytes.subarray(0, half)).length - whole(bytes.subarray(-half)).length;
  return `${whole(bytes.subarray(0, half))} … (${left} more) … ${whole(bytes.subarray(-half))}`;
}

/** The same value with each of its texts clean. */
function clean<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value) as T;
  if (Array.isArray(value)) return value.map(clean) as T;
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, clean(one)])) as T;
}

/** The report with each of its texts clean, in its data too. */
export const cleanReport = (report: Report): Report => clean(report);
