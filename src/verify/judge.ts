// Combines the findings of Pact, of the document and of the states for each interaction of a pact.

import type { Difference } from './document-check.ts';
import {
  type InteractionOutcome,
  missingBasePath,
  operationOf,
  type PactOutcome,
  type Problem,
} from './outcome.ts';
import type { Pact } from './pacts.ts';
import type { Interaction } from './parse-pact.ts';
import type { NativeError, NativeResult } from './run-pact.ts';
import type { StateChanges } from './state-changes.ts';

interface Findings {
  result: NativeResult | undefined;
  differences: readonly Difference[];
  /** Those of this pact are taken away. */
  changes: StateChanges;
}

const statesOf = ({ providerState, providerStates }: Interaction) =>
  providerStates ?? (providerState ? [{ name: providerState, params: {} }] : []);

/** The outcome of a pact. Throws Error if Pact did not verify all of it. */
export function judgePact(pact: Pact, { result, differences, changes }: Findings): PactOutcome {
  const { consumer, provider, interactions } = pact.document;
  const results = result?.interactionResults ?? [];
  if (results.length !== interactions.length) {
    const [first] = result?.errors ?? [];
    throw new Error(
      `Pact verified ${results.length} of the ${interactions.length} interactions in ${pact.source}: ${first?.mismatch.message ?? 'check that it is a pact of HTTP requests'}`,
    );
  }
  // All are in the order of the interactions.
  const errors = [...(result?.errors ?? [])];
  const pendingErrors = [...(result?.pendingErrors ?? [])];
  const takeError = (isPending: boolean) =>
    isPending ? (pendingErrors.shift() ?? errors.shift()) : (errors.shift() ?? pendingErrors.shift());
  const outcomes = interactions.map((interaction, nth): InteractionOutcome => {
    const { description = '', request, response } = interaction;
    const states = statesOf(interaction);
    // For an interaction without states, Pact sets up one with an empty name.
    const changed = (states.length > 0 ? states : [{ name: '', params: {} }]).flatMap(
      ({ name, params }) => changes.take(name, params) ?? [],
    );
    const refused = changed.flatMap(({ problem }) => problem ?? []);
    const failed = results[nth]?.result !== 'OK';
    const error = failed ? takeError(interaction.pending === true) : undefined;
    const lacksBase = request && missingBasePath(request.method, request.path);
    return {
      description,
      states: states.map(({ name }) => name),
      request: request ? `${request.method.toUpperCase()} ${request.path}` : 'no HTTP request',
      operation: request ? operationOf(request.method, request.path) : null,
      status: response?.status ?? null,
      errorCase: changed.at(-1)?.errorCase ?? null,
      seconds: secondsOf(results[nth]?.duration),
      problems: [
        ...(lacksBase ? [{ found: 'document' as const, text: lacksBase, at: 'request.path' }] : []),
        ...refused.map((text) => ({ found: 'state' as const, text })),
        ...(failed && refused.length === 0 ? problemsOf(error) : []),
        ...differencesOfOne(differences, nth).filter(() => !lacksBase),
      ],
    };
  });
  return { consumer: consumer.name, provider: provider.name, source: pact.source, interactions: outcomes };
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
};

function problemsOf(error: NativeError | undefined): Problem[] {
  const { message, mismatches } = error?.mismatch ?? {};
  if (!mismatches?.length)
    return [{ found: 'answer', text: message ?? 'the verification failed, and Pact does not say why' }];
  return mismatches.map(({ type, mismatch, path, key }) => ({
    found: 'answer',
    text: mismatch,
    at: `${PLACES[type] ?? 'response'}${key ? `.${key}` : (path?.replace(/^\$/, '') ?? '')}`,
  }));
}

/** A parameter that the document does not have is only a warning of the comparator, but it has no effect. */
const isBroken = ({ type, code }: Difference) => type === 'error' || code === 'request.query.unknown';

function differencesOfOne(differences: readonly Difference[], nth: number): Problem[] {
  const prefix = `[root].interactions[${nth}].`;
  return differences.filter(isBroken).flatMap(({ message, mockDetails, specDetails }) =>
    mockDetails?.location?.startsWith(prefix)
      ? [
          {
            found: 'document',
            text: message,
            at: mockDetails.location.slice(prefix.length),
            ...(specDetails?.location && { spec: specDetails.location.replace('[root].', '') }),
          },
        ]
      : [],
  );
}
