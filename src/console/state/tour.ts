// The tour as the page plays it: on an account of its own, whose clock only the tour moves.
import { computed, signal } from '@preact/signals';
import { placeOf } from '../../openapi/operation-places.ts';
import { UnexpectedAnswer } from '../../tour/expectation.ts';
import { type Findings, nothingFound, steps } from '../../tour/steps.ts';
import { createTourClient, type TourReporter } from '../../tour/tour-client.ts';
import { open, send } from '../client/send.ts';
import { tabName } from '../time.ts';
import { isText, stored } from './stored.ts';

/** What happened in a step, one after the other. */
export type Moment =
  | {
      kind: 'exchange';
      method: string;
      path: string;
      body: string | null;
      status?: number;
      text?: string;
      answer?: string;
      fields: Record<string, unknown>;
    }
  | { kind: 'aside'; text: string };

export interface PlayedStep {
  moments: readonly Moment[];
  /** What was shown to be so; undefined while it is played. */
  proven?: string;
  failure?: { what: string; expected: string; actual: string };
}

/** Each tab has a tour of its own, so that two pages do not disturb each other. */
export const tourKey = stored(sessionStorage, 'tour key', `cg-tour-${tabName()}`, isText);

const played = signal<readonly PlayedStep[]>([]);
const isPlaying = signal(false);
let found: Findings = nothingFound();

export const tour = {
  played,
  isPlaying,
  /** How many steps were played to their end. */
  done: computed(() => played.value.filter(({ proven }) => proven !== undefined).length),
};

async function control(
  id: 'reset' | 'updateClock' | 'advanceClock' | 'getSettings',
  json?: object,
): Promise<string> {
  const { method, path } = placeOf(id);
  const { status, text } = await send({
    method,
    path,
    key: tourKey.value,
    headers: json ? { 'content-type': 'application/json' } : {},
    body: json && JSON.stringify(json),
  });
  if (status >= 400)
    throw new UnexpectedAnswer(`the answer to ${method} ${path}`, '200', `${status} with ${text}`);
  return text;
}

/** Brings the tour's account to its first state, with a clock that stands still. Throws UnexpectedAnswer. */
async function prepare(): Promise<void> {
  found = nothingFound();
  await control('reset');
  await control('updateClock', { runs: false });
  const { lifecycle } = JSON.parse(await control('getSettings')) as { lifecycle: string };
  if (lifecycle === 'instant' || lifecycle === 'polled') {
    throw new UnexpectedAnswer(
      'the lifecycle of this mock',
      'timed or manual',
      `${lifecycle}: start the mock without --lifecycle`,
    );
  }
}

/** Collects what a step tells, and shows it as it comes. */
function reporterOf(at: number): TourReporter {
  let moments: Moment[] = [];
  const show = (changed: Moment[]) => {
    moments = changed;
    played.value = played.value.with(at, { ...(played.value[at] ?? { moments: [] }), moments });
  };
  const change = (more: Partial<Extract<Moment, { kind: 'exchange' }>>) => {
    const last = moments.at(-1);
    if (last?.kind === 'exchange') show(moments.with(-1, { ...last, ...more }));
  };
  return {
    request: (method, path, body) =>
      show([
        ...moments,
        {
          kind: 'exchange',
          method,
          path,
          body: body === undefined ? null : JSON.stringify(body),
          fields: {},
        },
      ]),
    status: (status, text) => change({ status, text }),
    answer: (answer) => change({ answer }),
    fields: (fields) => change({ fields }),
    aside: (text) => show([...moments, { kind: 'aside', text }]),
  };
}

async function playStep(at: number): Promise<boolean> {
  const step = steps[at];
  if (!step) return false;
  played.value = [...played.value.slice(0, at), { moments: [] }];
  try {
    if (at === 0) await prepare();
    const client = createTourClient({
      url: '',
      key: tourKey.value,
      reporter: reporterOf(at),
      moveClock: async (seconds) => void (await control('advanceClock', { by: `${seconds}s` })),
      ask: (path, { method = 'GET', headers, body }) =>
        open({
          method,
          path,
          key: tourKey.value,
          headers: { 'content-type': 'application/json', ...(headers as object) },
          body: body ?? undefined,
        }),
    });
    const proven = await step.play(client, found);
    played.value = played.value.with(at, { ...(played.value[at] ?? { moments: [] }), proven });
    return true;
  } catch (thrown) {
    const { what, expected, actual } =
      thrown instanceof UnexpectedAnswer
        ? thrown
        : { what: 'the tour', expected: 'an answer', actual: String(thrown) };
    played.value = played.value.with(at, {
      ...(played.value[at] ?? { moments: [] }),
      failure: { what, expected, actual },
    });
    return false;
  }
}

/** Plays up to a step, and that step; those before it only where they were not played yet. */
export async function playTo(at: number): Promise<void> {
  if (isPlaying.value) return;
  isPlaying.value = true;
  const from = Math.min(at, tour.done.value);
  for (let nth = from; nth <= at; nth++) if (!(await playStep(nth))) break;
  isPlaying.value = false;
}

export function startOver(): void {
  played.value = [];
}
