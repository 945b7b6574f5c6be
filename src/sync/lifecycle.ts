// A file's way from pending to its end: a plan made once, and a status that is a function of the clock.

import type { SourceItem } from '../connectors/item.ts';
import type { Settings } from '../settings.ts';
import type { FileRecord, FileStatus, PlanStep } from '../store/records.ts';

/** How long a file waits, and when it ends, in milliseconds after it was made; chosen, at speed 1. */
const STARTS_AFTER = 2_000;
const ENDS_AFTER = 8_000;

const PLANS: Record<SourceItem['outcome'], PlanStep[]> = {
  completed: [
    { after: STARTS_AFTER, status: 'processing' },
    { after: ENDS_AFTER, status: 'completed' },
  ],
  failed: [
    { after: STARTS_AFTER, status: 'processing' },
    { after: ENDS_AFTER, status: 'failed' },
  ],
  processing: [{ after: STARTS_AFTER, status: 'processing' }],
  not_applicable: [{ after: 0, status: 'not_applicable' }],
};

/** The plan of a file that is made of an item now. */
export function planFor({ outcome }: SourceItem, { lifecycle, speed }: Settings): PlanStep[] {
  const factor = lifecycle === 'instant' ? 0 : 1 / speed;
  return PLANS[outcome].map(({ after, status }) => ({ after: Math.round(after * factor), status }));
}

/** How many steps of its plan a file has gone: by the clock, or by being read, whichever is further. */
function stepsGone({ plan, createdAt, stepsRead }: FileRecord, now: number): number {
  const due = plan.filter(({ after }) => createdAt + after <= now).length;
  return Math.max(due, stepsRead);
}

/** The status of a file at a moment. */
export function statusAt(file: FileRecord, now: number): FileStatus {
  return file.plan[stepsGone(file, now) - 1]?.status ?? 'pending';
}

/** Where reading moves files: the steps that a file has gone once it is read again. */
export function stepsAfterReading(file: FileRecord, now: number): number {
  return Math.min(file.plan.length, stepsGone(file, now) + 1);
}
