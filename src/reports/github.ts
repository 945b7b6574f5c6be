// Annotations of GitHub Actions: a line for each problem case, beside the job's summary.
import { casesToTell, type Report } from './report-model.ts';
import { named, reasonsOf } from './wording.ts';

const value = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => value(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

const LEVELS = { failed: 'error', passed: 'warning', uncounted: 'notice' };

export const annotations = (report: Report): string =>
  casesToTell(report)
    .map(({ group, case: one, result }) => {
      const title = property(named(`${group.name}: ${one.name}`, group));
      const file = group.source === undefined ? '' : `file=${property(group.source)},`;
      const uncounted = one.uncounted === undefined ? [] : [`It does not count: ${one.uncounted}`];
      return `::${LEVELS[result]} ${file}title=${title}::${value([...reasonsOf(one), ...uncounted].join('\n'))}\n`;
    })
    .join('');
