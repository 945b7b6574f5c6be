// Figures as Markdown: medians with their spread, and on which machine.
import { cpus } from 'node:os';
import { CORES, canPin } from './processes.ts';

/** The value that such a part of the values is below; 0.5 is the median. */
export const quantile = (values: number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.round((values.length - 1) * part)] ?? 0;

export const median = (values: number[]): number => quantile(values, 0.5);

/** The median, with the smallest and the largest. */
export function spread(values: number[], digits = 2): string {
  const [low, middle, high] = [0, 0.5, 1].map((part) => quantile(values, part).toFixed(digits));
  return `${middle} (${low} to ${high})`;
}

export const thousands = (value: number): string => Math.round(value).toLocaleString('en');

export function table(heads: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The machine in one line. */
export function machine(): string {
  const all = cpus();
  const pinned = canPin
    ? `server on core ${CORES.server}, load generator on core ${CORES.generator}`
    : 'processes not bound to cores';
  return `${all.length} cores (${all[0]?.model.trim()}), Node ${process.versions.node}, ${process.platform} ${process.arch}; ${pinned}`;
}
