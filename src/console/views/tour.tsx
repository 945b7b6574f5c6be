// The guided tour: the story of a file, one step at a time, each with real requests.
import { steps } from '../../tour/steps.ts';
import { Empty } from '../parts/notice.tsx';
import { go, linkTo, route } from '../route.ts';
import { session } from '../state/session.ts';
import { playTo, startOver, tour, tourKey } from '../state/tour.ts';
import { StepDetail } from './tour/step-detail.tsx';

export function TourView() {
  const at = Math.min(steps.length, Math.max(1, Number(route.value.name) || 1)) - 1;
  const step = steps[at];
  const played = tour.played.value[at];
  const isPlaying = tour.isPlaying.value;
  const isDone = played?.proven !== undefined;
  const isLast = at === steps.length - 1;
  if (!step) return <Empty>The tour has no steps.</Empty>;
  const next = () => {
    if (!isDone) void playTo(at);
    else if (!isLast) go(linkTo('tour', String(at + 2)));
  };
  return (
    <div class="tour">
      <ol class="steps" aria-label="Steps of the tour">
        {steps.map(({ title }, nth) => (
          <li key={title} data-done={tour.played.value[nth]?.proven !== undefined}>
            <a href={linkTo('tour', String(nth + 1))} aria-current={nth === at ? 'step' : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ol>
      <section class="stage" aria-label={step.title}>
        <h2>
          <small>
            {at + 1} of {steps.length}
          </small>{' '}
          {step.title}
        </h2>
        <p class="why">{step.why}</p>
        <p class="buttons">
          {!(isDone && isLast) && (
            <button type="button" onClick={next} aria-busy={isPlaying || undefined} disabled={isPlaying}>
              {isDone ? 'Next step' : 'Play this step'}
            </button>
          )}
          {isDone && isLast && <strong class="end">All {steps.length} steps succeeded.</strong>}
          {tour.played.value.length > 0 && (
            <button
              type="button"
              class="secondary"
              disabled={isPlaying}
              onClick={() => {
                startOver();
                go(linkTo('tour'));
              }}
            >
              Start over
            </button>
          )}
        </p>
        {played && <StepDetail played={played} />}
      </section>
      <aside class="help">
        <p>
          The tour plays on an account of its own, <code>{tourKey}</code>, whose clock only the tour moves.{' '}
          {session.key.value === tourKey.value ? (
            'It is the account that is shown.'
          ) : (
            <button
              type="button"
              class="plain link"
              onClick={() => {
                session.key.value = tourKey.value;
              }}
            >
              Show that account in the console
            </button>
          )}
        </p>
      </aside>
    </div>
  );
}
