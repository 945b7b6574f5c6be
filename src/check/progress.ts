// Tells a person who waits for a long run that something happens.
import type { Mock } from '../mock/mock.ts';
import { counted } from '../reports/wording.ts';
import { createAlarm, startWatch } from '../time/clock.ts';

/** Real milliseconds from one line to the next. */
const EACH = 10_000;

/**
 * Writes a line from time to time if there was a request since the last one.
 * @returns what ends that
 */
export function showProgress(mock: Mock, note: (text: string) => void): () => void {
  const elapsed = startWatch();
  let told = 0;
  const alarm = createAlarm(() => {
    const { requests, findings } = mock.report();
    if (requests > told) {
      const seconds = Math.round(elapsed() / 1_000);
      const mistakes = counted(findings.length, 'mistake');
      note(`cloudglue-mock: ${counted(requests, 'request')} in ${seconds} s, ${mistakes} so far\n`);
      told = requests;
    }
    alarm.ringWithin(EACH);
  });
  alarm.ringWithin(EACH);
  return alarm.stop;
}
