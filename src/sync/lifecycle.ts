// A file's way from pending to its end: a plan made once, and a status that is a function of the clock.

import type { SourceItem } from '../connectors/item.ts';
import type { Settings } from '../settings.ts';
import type { CollectionFileRecord, FileRecord, FileStatus, Planned, PlanStep } from '../store/records.ts';

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

/** The plan of something that begins now and ends like that. */
export function planFor(outcome: SourceItem['outcome'], { lifecycle, speed }: Settings): PlanStep[] {
  const factor = lifecycle === 'instant' ? 0 : 1 / speed;
  return PLANS[outcome].map(({ after, status }) => ({ after: Math.round(after * factor), status }));
}

/** A status, and when it begins in milliseconds since the Unix epoch; long ago if reading brought it about. */
export interface Step {
  at: number;
  status: FileStatus;
}

/** Every step of a file, past and to come, in order. Before the first it is pending. */
export const timelineOf = ({ plan, createdAt, stepsRead }: Planned): Step[] =>
  plan.map(({ after, status }, index) => ({
    at: index < stepsRead ? Number.NEGATIVE_INFINITY : createdAt + after,
    status,
  }));

export const isEnd = ({ status }: Step) => status !== 'pending' && status !== 'processing';

/**
 * Every step of a file in a collection. It goes its own way from the moment when it was added, never further
 * than the file itself, and ends as the file does.
 */
export function timelineInCollection(own: CollectionFileRecord, file: FileRecord): Step[] {
  const [begins, ends] = timelineOf(own) as [Step, Step];
  const steps = timelineOf(file);
  const end = steps.find(isEnd);
  return [
    ...steps.slice(0, 1).map(({ at }): Step => ({ at: Math.max(at, begins.at), status: 'processing' })),
    ...(end ? [{ at: Math.max(end.at, ends.at), status: end.status }] : []),
  ];
}

/** How many steps of a timeline lie behind a moment. */
export const stepsGone = (timeline: readonly Step[], now: number): number =>
  timeline.filter(({ at }) => at <= now).length;

/** The status that a timeline has come to at a moment. */
export const statusOf = (timeline: readonly Step[], now: number): FileStatus =>
  timeline[stepsGone(timeline, now) - 1]?.status ?? 'pending';

/** When a timeline comes to its next step after a moment; infinity if it has come to its end. */
export const nextStepAfter = (timeline: readonly Step[], now: number): number =>
  timeline.find(({ at }) => at > now)?.at ?? Number.POSITIVE_INFINITY;

/** The status of a file at a moment. */
export const statusAt = (file: FileRecord, now: number): FileStatus => statusOf(timelineOf(file), now);

/** Where reading moves a plan: the steps that it has gone once it is read again. */
export const stepsAfterReading = (timeline: readonly Step[], now: number): number =>
  Math.min(timeline.length, stepsGone(timeline, now) + 1);
