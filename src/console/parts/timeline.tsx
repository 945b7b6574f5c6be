// The time line of a file, with where it stands now on the account's clock.
import type { AdminSchemas } from '../../openapi/admin.ts';
import { clock } from '../state/clock.ts';
import { inWords, momentText } from './moments.ts';
import { Status } from './status.tsx';

export type Steps = AdminSchemas['FilePlan']['steps'];

/** The status at a moment: that of the last step that has begun. */
export const statusAt = (steps: Steps, now: number): string =>
  steps.findLast(({ at }) => at === null || at <= now)?.status ?? 'pending';

/** The status now, which changes as the clock moves. */
export function LiveStatus({ steps }: { steps: Steps }) {
  return <Status status={statusAt(steps, clock.now.value)} />;
}

/** How far a file has come from its creation to its last step, from 0 to 1. */
function progressAt(steps: Steps, createdAt: number, now: number): number {
  const end = steps.at(-1)?.at ?? createdAt;
  if (end <= createdAt) return 1;
  return Math.min(1, Math.max(0, (now - createdAt) / (end - createdAt)));
}

interface TimelineProps {
  steps: Steps;
  /** When the file was made, on the account's clock. */
  createdAt: number;
}

/** A bar with a mark for each step. */
export function TimelineBar({ steps, createdAt }: TimelineProps) {
  const progress = progressAt(steps, createdAt, clock.now.value);
  const status = statusAt(steps, clock.now.value);
  const end = steps.at(-1)?.at ?? createdAt;
  const marks = steps
    .slice(0, -1)
    .flatMap(({ at }) => (at === null || end <= createdAt ? [] : [(at - createdAt) / (end - createdAt)]));
  return (
    <span
      class="bar"
      data-status={status}
      role="img"
      aria-label={`${Math.round(progress * 100)} % of its time line`}
    >
      <span class="done" style={{ transform: `scaleX(${progress})` }} />
      {marks
        .filter((place) => place > 0 && place < 1)
        .map((place) => (
          <span key={place} class="mark" style={{ left: `${place * 100}%` }} />
        ))}
    </span>
  );
}

/** Every step in words, with the time that it takes. */
export function Timeline({ steps, createdAt }: TimelineProps) {
  const { value: now } = clock.now;
  const all: Steps = [{ at: createdAt, status: 'pending' }, ...steps];
  const current = all.findLastIndex(({ at }) => at === null || at <= now);
  return (
    <ol class="timeline">
      {all.map(({ at, status }, index) => (
        <li key={index} data-status={status} aria-current={index === current ? 'step' : undefined}>
          <Status status={status} />{' '}
          <small>
            {at === null ? 'by a read' : momentText(at)}
            {at !== null && at > now && `, in ${inWords(at - now)}`}
            {index === current && ', now'}
          </small>
        </li>
      ))}
    </ol>
  );
}
