// A file's way from pending to its end: a plan made once, and a status that is a function of the clock.

import type { Settings } from '../config/settings.ts';
import type { CollectionFileRecord } from '../records/collection-file.ts';
import type { FileStatus, Planned, PlanStep } from '../records/fields.ts';
import type { FileRecord } from '../records/file.ts';
import type { SourceItem } from '../sources/item.ts';

/** How long a file waits, and when it ends, in milliseconds after it was made; chosen, at speed 1. */
const STARTS_AFTER = 2_000;
const ENDS_AFTER = 8_000;

/** The same where only metadata is indexed, and no media is fetched. */
const INDEXING_AFTER = 500;
const INDEXED_AFTER = 1_000;

/** How something ends; `indexed` is completed sooner, for no media is processed. */
type Outcome = SourceItem['outcome'] | 'indexed';

const PLANS: Record<Outcome, PlanStep[]> = {
  indexed: [
    { after: INDEXING_AFTER, status: 'processing' },
    { after: INDEXED_AFTER, status: 'completed' },
  ],
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
export function planFor(outcome: Outcome, { lifecycle, speed }: Settings): PlanStep[] {
  const factor = lifecycle === 'instant' ? 0 : 1 / speed;
  const known = shared[outcome];
  if (known?.factor === factor) return known.plan;
  const plan = PLANS[outcome].map(({ after, status }) => ({ after: Math.round(after * factor), status }));
  shared[outcome] = { factor, plan };
  return plan;
}

/** Plans are never changed, so that all files of one kind have the same: it would be a fifth of what a file takes. */
const shared: { [Name in Outcome]?: { factor: number; plan: PlanStep[] } } = {};

/** A status, and when it begins in milliseconds since the Unix epoch; long ago if reading brought it about. */
export interface Step {
  at: number;
  status: FileStatus;
}

/** When a step of a plan begins. */
const momentOf = ({ createdAt, stepsRead }: Planned, { after }: PlanStep, index: number): number =>
  index < stepsRead ? Number.NEGATIVE_INFINITY : createdAt + after;

/** Every step of a file, past and to come, in order. Before the first it is pending. */
export const timelineOf = (planned: Planned): Step[] =>
  planned.plan.map((step, index) => ({ at: momentOf(planned, step, index), status: step.status }));

export const isEnd = ({ status }: Step) => status !== 'pending' && status !== 'processing';

/**
 * Every step of a file in a collection. It goes its own way from the moment when it was added, never further
 * than the file itself, and ends as the file does. Where no media is processed, the file's own way does not matter.
 */
export function timelineInCollection(own: CollectionFileRecord, file: FileRecord): Step[] {
  if (own.segmentation === null) return timelineOf(own);
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

/** The status of a file at a moment: what its timeline says, without making one, for listings ask it of every file. */
export function statusAt(file: FileRecord, now: number): FileStatus {
  const gone = file.plan.reduce((sum, step, index) => sum + (momentOf(file, step, index) <= now ? 1 : 0), 0);
  return file.plan[gone - 1]?.status ?? 'pending';
}

/** Where reading moves a plan: the steps that it has gone once it is read again. */
export const stepsAfterReading = (timeline: readonly Step[], now: number): number =>
  Math.min(timeline.length, stepsGone(timeline, now) + 1);
