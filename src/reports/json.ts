// The report for programs: the data of whatever was judged.
import type { Report } from './report-model.ts';

export const json = ({ data }: Report): string => `${JSON.stringify(data, null, 2)}\n`;
