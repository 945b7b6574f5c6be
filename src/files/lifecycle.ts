// A file's lifecycle: a plan made at its creation, and a status that is a pure function of the plan and the clock.

import type { Outcome, Settings } from '../config/settings.ts';
import type { CollectionFileRecord } from '../records/collection-file.ts';
import type { FileStatus, Planned, PlanStep } from '../records/fields.ts';
import type { FileRecord } from '../records/file.ts';
import type { SourceItem } from '../sources/item.ts';

/** When processing starts and ends, in milliseconds after the file's creation, at speed 1. The values are chosen. */
const STARTS_AFTER = 2_000;
const ENDS_AFTER = 8_000;

/** The same where only metadata is indexed, and no media is fetched. */
const INDEXING_AFTER = 500;
export const INDEXED_AFTER = 1_000;

/** How something ends; `indexed` is completed sooner, for no media is processed. */
type End = Outcome | 'indexed';

const PLANS: Record<End, PlanStep[]> = {
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

/** The plan of a file, or of a file in a collection, that ends with the outcome. */
export function planFor(outcome: End, { lifecycle, speed }: Settings): PlanStep[] {
  const factor = lifecycle === 'instant' ? 0 : 1 / speed;
  const known = shared[outcome];
  if (known?.factor === factor) return known.plan;
  const plan = PLANS[outcome].map(({ after, status }) => ({ after: Math.round(after * factor), status }));
  shared[outcome] = { factor, plan };
  return plan;
}

/** The plan of a file of an item. */
export const planOfItem = ({ outcome }: SourceItem, settings: Settings): PlanStep[] =>
  planFor(outcome === 'completed' ? settings.outcome : outcome, settings);

/** Plans are immutable, so equal ones are shared: separate ones would take a fifth of a file's memory. */
const shared: { [Name in End]?: { factor: number; plan: PlanStep[] } } = {};

/** A status and when it begins, in milliseconds since the Unix epoch; negative infinity if a read caused it. */
export interface Step {
  at: number;
  status: FileStatus;
}

/** When a step of a plan begins. */
const momentOf = ({ createdAt, stepsRead }: Planned, { after }: PlanStep, index: number): number =>
  index < stepsRead ? Number.NEGATIVE_INFINITY : createdAt + after;

/** Every past and planned step of a file, in order. Before the first, the file is pending. */
export const timelineOf = (planned: Planned): Step[] =>
  planned.plan.map((step, index) => ({ at: momentOf(planned, step, index), status: step.status }));

export const isEnd = ({ status }: Step) => status !== 'pending' && status !== 'processing';

/**
 * Every step of a file in a collection. It has its own plan from when it was added, but is never ahead of the file
 * itself, and ends with the same status. If no media is processed, the file's own plan does not matter.
 */
export function timelineInCollection(own: CollectionFileRecord, file: FileRecord): Step[] {
  if (own.segmentation === null) return timelineOf(own);
  const [begins, ends] = timelineOf(own) as [Step, Step];
  const timeline: Step[] = [];
  let latest: FileStatus = 'pending';
  const add = (at: number, status: FileStatus) => {
    timeline.push({ at: Math.max(at, timeline.at(-1)?.at ?? at), status });
    latest = status;
  };
  for (const step of timelineOf(file)) {
    if (isEnd(step)) {
      if (latest === 'pending') add(Math.max(step.at, begins.at), 'processing');
      add(Math.max(step.at, ends.at), step.status);
    } else if (step.status !== latest) {
      add(Math.max(step.at, begins.at), step.status);
    }
  }
  return timeline;
}

/** What changes of something that is processed once more, from a moment on. */
export const restarted = (
  { createdAt }: Planned,
  at: number,
  plan: readonly PlanStep[],
): Pick<Planned, 'plan' | 'stepsRead'> => ({
  plan: [
    { after: at - createdAt, status: 'pending' },
    ...plan.map(({ after, status }) => ({ after: after + at - createdAt, status })),
  ],
  stepsRead: 0,
});

/** How many steps of a timeline have begun at a moment. */
export const stepsBegun = (timeline: readonly Step[], now: number): number =>
  timeline.filter(({ at }) => at <= now).length;

/** The status of a timeline at a moment. */
export const statusOf = (timeline: readonly Step[], now: number): FileStatus =>
  timeline[stepsBegun(timeline, now) - 1]?.status ?? 'pending';

/** When the next step of a timeline after a moment begins; infinity if there is none. */
export const nextStepAfter = (timeline: readonly Step[], now: number): number =>
  timeline.find(({ at }) => at > now)?.at ?? Number.POSITIVE_INFINITY;

/** The status of a file at a moment. Does not create a timeline, because listings call it for every file. */
export function statusAt(file: FileRecord, now: number): FileStatus {
  const begun = file.plan.reduce((sum, step, index) => sum + (momentOf(file, step, index) <= now ? 1 : 0), 0);
  return file.plan[begun - 1]?.status ?? 'pending';
}

/** How many steps of a plan have begun once it is read again, with the lifecycle `polled`. */
export const stepsAfterReading = (timeline: readonly Step[], now: number): number =>
  Math.min(timeline.length, stepsBegun(timeline, now) + 1);
