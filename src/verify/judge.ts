// Puts together what Pact, the document and the states say of each interaction of a pact.
import type { ErrorName } from '../wire/error-cases.ts';
import type { NativeError, NativeResult } from './native.ts';
import {
  type InteractionOutcome,
  missingBasePath,
  operationOf,
  type PactOutcome,
  type Problem,
} from './outcome.ts';
import type { Interaction, Pact } from './pacts.ts';
import { stateKey } from './provider.ts';
import type { Difference } from './spec-check.ts';

interface Findings {
  result: NativeResult | undefined;
  differences: readonly Difference[];
  stateProblems: ReadonlyMap<string, string>;
  /** What the mock answered, in the order of the requests; those of this pact are taken away. */
  answers: (ErrorName | null)[];
}

const statesOf = ({ providerState, providerStates }: Interaction) =>
  providerStates ?? (providerState ? [{ name: providerState, params: {} }] : []);

/** What came of a pact. Throws Error if Pact did not look at all of it. */
export function judgePact(
  pact: Pact,
  { result, differences, stateProblems, answers }: Findings,
): PactOutcome {
  const { consumer, provider, interactions } = pact.document;
  const results = result?.interactionResults ?? [];
  if (results.length !== interactions.length) {
    const [first] = result?.errors ?? [];
    throw new Error(
      `Pact looked at ${results.length} of the ${interactions.length} interactions in ${pact.source}: ${first?.mismatch.message ?? 'check that it is a pact of HTTP requests'}`,
    );
  }
  // Both are in the order of the interactions.
  const errors = [...(result?.errors ?? []), ...(result?.pendingErrors ?? [])];
  const outcomes = interactions.map((interaction, nth): InteractionOutcome => {
    const { description = '', request, response } = interaction;
    const states = statesOf(interaction);
    const refused = states.flatMap(({ name, params }) => stateProblems.get(stateKey(name, params)) ?? []);
    const error = results[nth]?.result === 'OK' ? undefined : errors.shift();
    const lacksBase = request && missingBasePath(request.method, request.path);
    return {
      description,
      states: states.map(({ name }) => name),
      request: request ? `${request.method.toUpperCase()} ${request.path}` : 'no HTTP request',
      operation: request ? operationOf(request.method, request.path) : null,
      status: response?.status ?? null,
      errorCase: refused.length > 0 ? null : (answers.shift() ?? null),
      seconds: secondsOf(results[nth]?.duration),
      problems: [
        ...(lacksBase ? [{ found: 'document' as const, text: lacksBase, at: 'request.path' }] : []),
        ...refused.map((text) => ({ found: 'state' as const, text })),
        ...(error && refused.length === 0 ? problemsOf(error) : []),
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

function problemsOf({ mismatch: { message, mismatches } }: NativeError): Problem[] {
  if (!mismatches)
    return [{ found: 'answer', text: message ?? 'the verification failed, and Pact does not say why' }];
  return mismatches.map(({ type, mismatch, path, key }) => ({
    found: 'answer',
    text: mismatch,
    at: `${PLACES[type] ?? 'response'}${key ? `.${key}` : (path?.replace(/^\$/, '') ?? '')}`,
  }));
}

/** To the comparator, a parameter that the document does not have is worth a warning; to its sender it does nothing. */
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
