// Combines the findings of the document, of the states and of Pact for each interaction of a pact.
import { UsageError } from '../errors/usage-error.ts';
import type { DocumentFinding } from './document-check.ts';
import { foldProblems } from './fold-problems.ts';
import { hintsOf, type Setup } from './hints.ts';
import type { InteractionOutcome, PactOutcome, Problem } from './outcome.ts';
import type { Pact } from './pacts.ts';
import type { Interaction } from './parse-pact.ts';
import type { Run } from './prepare-runs.ts';
import type { NativeError, NativeResult } from './run-pact.ts';
import type { Trace } from './trace.ts';

/** What Pact found of one interaction. */
interface Verdict {
  seconds: number;
  failed: boolean;
  error: NativeError | undefined;
}

/** Pact's verdicts on the interactions of a run. Throws Error if Pact did not verify all of them. */
function verdictsOf({ interactions }: Run, result: NativeResult | undefined, source: string): Verdict[] {
  const results = result?.interactionResults ?? [];
  if (results.length !== interactions.length) {
    const [first] = result?.errors ?? [];
    const reason = first?.mismatch.message ?? '';
    // The file that Pact names can be a copy, which nobody knows.
    const unreadable = /^Failed to load pact '[^']*' - (.*)/s.exec(reason)?.[1];
    throw new UsageError(
      unreadable === undefined
        ? `Pact verified ${results.length} of the ${interactions.length} interactions in ${source}: ${reason || 'check that it is a pact'}`
        : `Pact cannot read ${source}: ${shorten(unreadable)}. Correct it, or let the Pact library that wrote it write it anew`,
    );
  }
  // All are in the order of the interactions.
  const errors = [...(result?.errors ?? [])];
  const pendingErrors = [...(result?.pendingErrors ?? [])];
  const takeError = (isPending: boolean) =>
    isPending ? (pendingErrors.shift() ?? errors.shift()) : (errors.shift() ?? pendingErrors.shift());
  return interactions.map(({ isPending }, nth) => {
    const { duration, result: one } = results[nth] ?? { result: 'Error' };
    const failed = one !== 'OK';
    return { seconds: secondsOf(duration), failed, error: failed ? takeError(isPending) : undefined };
  });
}

interface Findings {
  runs: readonly { run: Run; result: NativeResult | undefined }[];
  /** Of each interaction; empty where the document is not looked at. */
  document: readonly DocumentFinding[];
  /** What concerns this pact is taken away. */
  trace: Trace;
  setup: Setup;
}

/** The outcome of a pact. Throws Error if Pact did not verify all of it. */
export function judgePact(pact: Pact, { runs, document, trace, setup }: Findings): PactOutcome {
  const { consumer, provider, interactions } = pact.document;
  const verdicts = new Map<Interaction, Verdict>();
  for (const { run, result } of runs) {
    const found = verdictsOf(run, result, pact.source);
    for (const [at, one] of run.interactions.entries()) if (found[at]) verdicts.set(one, found[at]);
  }
  return {
    consumer,
    provider,
    source: pact.source,
    interactions: interactions.map((interaction, nth) => {
      const verdict = verdicts.get(interaction);
      const judged = { interaction, verdict, document: document[nth], trace, setup };
      const outcome = verdict ? judgeOne({ ...judged, verdict }) : unverified(interaction);
      const pending = pact.pending ?? (interaction.isPending ? 'pending' : undefined);
      return pending === undefined ? outcome : { ...outcome, pending };
    }),
  };
}

const summaryOf = (interaction: Interaction) => ({
  description: interaction.description,
  states: interaction.states.map(({ name }) => name),
  request:
    interaction.kind === 'http'
      ? `${interaction.request.method.toUpperCase()} ${interaction.request.path}`
      : `a message`,
});

const unverified = (interaction: Interaction): InteractionOutcome => ({
  ...summaryOf(interaction),
  operation: null,
  status: null,
  errorCase: null,
  seconds: 0,
  problems: [
    {
      found: 'nobody',
      severity: 'error',
      kind: 'not-verified',
      text: interaction.kind === 'other' ? interaction.reason : 'Pact left it out',
      at: `${interaction.list}[${interaction.nth}]`,
      remedy:
        'Only interactions over HTTP and messages without plugins are verified: keep it in a pact with another provider, or mark it as pending.',
    },
  ],
});

interface Judged {
  interaction: Interaction;
  verdict: Verdict;
  document: DocumentFinding | undefined;
  trace: Trace;
  setup: Setup;
}

function judgeOne({ interaction, verdict, document, trace, setup }: Judged): InteractionOutcome {
  const { states } = interaction;
  // For an interaction without states, Pact sets up one with an empty name.
  const changed = (states.length > 0 ? states : [{ name: '', params: {} }]).flatMap(
    ({ name, params }) => trace.take(name, params) ?? [],
  );
  const refused = changed.flatMap(({ problem }) => problem ?? []);
  const answer = changed.at(-1)?.answer ?? null;
  const noMessage =
    interaction.kind === 'message' && answer && answer.status >= 400 ? answer.text : undefined;
  if (noMessage !== undefined) refused.push(noMessage);
  const found = verdict.failed && refused.length === 0 ? problemsOf(verdict.error, interaction) : [];
  const values = Object.assign({}, ...changed.map((one) => one.values));
  const problems: Problem[] = [
    ...foldProblems(document?.problems ?? []),
    ...refused.map((text) => ({
      found: 'state' as const,
      severity: 'error' as const,
      kind: 'state',
      text,
    })),
    ...foldProblems(found),
  ];
  return {
    ...summaryOf(interaction),
    operation: document?.operation ?? null,
    status: answer?.status ?? (interaction.kind === 'http' ? interaction.response.status : null),
    errorCase: answer?.errorCase ?? null,
    seconds: verdict.seconds,
    problems: problems.length > 0 ? hintsOf({ interaction, answer, values, problems, setup }) : problems,
  };
}

/** `1m 2s`, `17ms` */
function secondsOf(duration = ''): number {
  const parts = [...duration.matchAll(/([\d.]+)\s*(ms|s|m)/g)];
  return parts.reduce(
    (sum, [, count, unit]) => sum + Number(count) * { ms: 0.001, s: 1, m: 60 }[unit as 's'],
    0,
  );
}

const PLACES: Record<string, string> = {
  StatusMismatch: 'response.status',
  HeaderMismatch: 'response.headers',
  BodyTypeMismatch: 'response.body',
  BodyMismatch: 'response.body',
  MetadataMismatch: 'metadata',
};

const placeOf = (type: string, kind: Interaction['kind']) => {
  const place = PLACES[type] ?? 'response';
  return kind === 'message' ? place.replace('response.body', 'contents') : place;
};

/** Characters of a text of Pact, which may hold a whole body. */
const LONGEST = 400;

const shorten = (text: string) =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST / 2)} … ${text.slice(-LONGEST / 2)}`;

function problemsOf(error: NativeError | undefined, { kind }: Interaction): Problem[] {
  const { message, mismatches } = error?.mismatch ?? {};
  const common = { found: 'answer', severity: 'error' } as const;
  if (!mismatches?.length) {
    const text = message ?? 'the verification failed, and Pact does not say why';
    return [{ ...common, kind: 'answer', text: shorten(text) }];
  }
  return mismatches.map(({ type, mismatch, path, key }) => ({
    ...common,
    kind: type,
    text: shorten(mismatch),
    at: `${placeOf(type, kind)}${key ? `.${key}` : (path?.replace(/^\$/, '') ?? '')}`,
  }));
}
