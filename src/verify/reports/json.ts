// The report for programs.
import type { Verification } from './report-registry.ts';

export const json = ({ pacts, coverage }: Verification): string =>
  `${JSON.stringify({ pacts, coverage }, null, 2)}\n`;
