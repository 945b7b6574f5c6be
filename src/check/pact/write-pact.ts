// Writes a pact of what was recorded: each kind once, in states in which the mock answers the same.
import { apiOf } from '../../openapi/cloudglue.ts';
import type { JsonSchema } from '../../openapi/document.ts';
import { type ApiVersion, NEWEST } from '../../openapi/versions.ts';
import { packageVersion } from '../../util/package.ts';
import { commonOf, NOTHING, sizeOf } from './common.ts';
import { generalize } from './generalize.ts';
import { sourceOf } from './kind-of.ts';
import {
  type Interaction,
  type PactDocument,
  type PactRequest,
  type PactResponse,
  rule,
} from './pact-file.ts';
import { type Known, type Recorded, statusIn } from './recorded.ts';
import { openStage, type Replayed, type Stage } from './replay.ts';
import { requestIn } from './request-part.ts';
import { type Situation, situationsOf } from './situations.ts';

/** A kind of request that is not in the pact, and why. */
export interface LeftOut {
  /** For people: `listDataConnectorFiles of grain with page_size, answered with 200`. */
  what: string;
  reason: string;
}

export interface WrittenPact {
  pact: PactDocument;
  leftOut: LeftOut[];
  /** Requests of kinds that were not recorded, because there were too many or they were too large. */
  dropped: number;
}

const PROVIDER = 'cloudglue-api';

/** A situation in which the request gets the same answer. */
interface Fit {
  situation: Situation;
  request: PactRequest;
  replayed: Replayed;
  /** What the recorded answer and the one in the situation have in common. */
  common: unknown;
  score: number;
}

/** Makes a pact that the mock fulfils, of requests each of another kind. */
export async function writePact(
  consumer: string,
  recorded: readonly Recorded[],
  { known, dropped }: { known: Known; dropped: number },
): Promise<WrittenPact> {
  const stages = new Map<ApiVersion, Stage>();
  const interactions: Interaction[] = [];
  /** By what is told of them: kinds that differ in more than that are one to people. */
  const leftOut = new Map<string, LeftOut>();
  try {
    for (const one of inOrder(recorded)) {
      const stage = stages.get(one.version) ?? openStage(one.version);
      stages.set(one.version, stage);
      const fit = reasonAgainst(one) ?? (await findFit(one, { known, stage }));
      if (typeof fit === 'string') {
        const what = describe(one, known);
        leftOut.set(`${what}: ${fit}`, { what, reason: fit });
      } else interactions.push(interactionOf(one, fit, known));
    }
  } finally {
    for (const stage of stages.values()) await stage.close();
  }
  return { pact: pactOf(consumer, distinct(interactions)), leftOut: [...leftOut.values()], dropped };
}

/** In the order of the document, and of statuses. */
function inOrder(recorded: readonly Recorded[]): Recorded[] {
  const order = new Map(
    [...apiOf(recorded[0]?.version ?? NEWEST).operationsById.keys()].map((id, at) => [id, at]),
  );
  return recorded.toSorted(
    (a, b) => (order.get(a.operation) ?? 0) - (order.get(b.operation) ?? 0) || a.status - b.status,
  );
}

const schemaOf = ({ operation, version, status }: Recorded): JsonSchema | undefined =>
  apiOf(version).operationsById.get(operation)?.operation.responses[status]?.content?.['application/json']
    ?.schema;

/** Why a kind can be in no pact that fits the document. */
function reasonAgainst(recorded: Recorded): string | undefined {
  const { operation, status, errorCase } = recorded;
  if (!schemaOf(recorded)) return `the document has no status ${status} for ${operation}`;
  if (errorCase === 'malformed-json' || errorCase === 'wrong-content-type')
    return 'a pact holds no body that cannot be read';
  if (errorCase === 'invalid-upload') return 'what was wrong with the form was not kept';
  return undefined;
}

/** Whether it has a page token that no state gave, which is one of this run alone. */
const hasOwnToken = ({ query, generators }: PactRequest): boolean =>
  query?.page_token !== undefined && generators?.query?.page_token === undefined;

/** The situation whose answer is the most like the recorded one, or why there is none. */
async function findFit(
  recorded: Recorded,
  { known, stage }: { known: Known; stage: Stage },
): Promise<Fit | string> {
  let best: Fit | undefined;
  for (const situation of situationsOf(recorded, known)) {
    const values = await stage.setUp(situation);
    if (!values) continue;
    const request = requestIn(recorded, values);
    if (recorded.status === 200 && hasOwnToken(request)) continue;
    const replayed = await stage.send(request);
    if (replayed.status !== recorded.status) continue;
    const common = commonOf(replayed.answer, recorded.answer);
    const isSameCase = replayed.errorCase === recorded.errorCase;
    const isSameStatus = hasStatusOf(recorded, replayed);
    const isSame = isSameCase && isSameStatus;
    const score =
      (isSameCase ? 1e6 : 0) + (isSameStatus ? 1e5 : 0) + (common === NOTHING ? 0 : sizeOf(common));
    if (!best || score > best.score) best = { situation, request, replayed, common, score };
    if (isSame) break;
  }
  if (!best) return 'no provider state makes the API answer so';
  // What compares pacts with the document takes such a path for none of its own.
  const isWrong = (rule: string) => rule === 'malformed-id' || recorded.status < 400;
  const mistakes = new Set(
    best.replayed.mistakes.filter((rule) => rule !== 'deprecated-operation' && isWrong(rule)),
  );
  if (mistakes.size > 0) return `the request does not fit the document: ${[...mistakes].join(', ')}`;
  return best;
}

const hasStatusOf = (recorded: Recorded, { answer }: Pick<Replayed, 'answer'>): boolean =>
  statusIn(answer) === statusIn(recorded.answer);

function interactionOf(
  recorded: Recorded,
  { situation, request, replayed, common }: Fit,
  known: Known,
): Interaction {
  return {
    type: 'Synchronous/HTTP',
    description: describe(recorded, known, replayed),
    pending: false,
    providerStates: situation.map(({ name, params }) => ({ name, ...(params && { params }) })),
    request,
    response: responseOf(recorded, replayed, common),
  };
}

function responseOf(recorded: Recorded, replayed: Replayed, common: unknown): PactResponse {
  const response: PactResponse = {
    status: recorded.status,
    headers: { 'Content-Type': ['application/json'] },
  };
  const rules: NonNullable<PactResponse['matchingRules']> = {};
  if (recorded.status === 429 && replayed.hasRetryAfter) {
    response.headers['Retry-After'] = ['30'];
    rules.header = { 'Retry-After': rule({ match: 'regex', regex: '^\\d+$' }) };
  }
  const schema = schemaOf(recorded);
  if (common !== NOTHING && schema) {
    const isSameStatus = hasStatusOf(recorded, replayed);
    const isPinned = (place: string) => isSameStatus && place === '$.status';
    const expected = generalize(apiOf(recorded.version).document, schema, { value: common, isPinned });
    if (expected) {
      response.body = { content: expected.content, contentType: 'application/json', encoded: false };
      if (Object.keys(expected.rules).length > 0) rules.body = expected.rules;
    }
  }
  if (Object.keys(rules).length > 0) response.matchingRules = rules;
  return response;
}

/**
 * What a kind is, for people: its operation and source, what was sent, and how it was answered.
 * @param replayed the answer that the contract has: a status that differs from it is not told
 */
function describe(recorded: Recorded, known: Known, replayed: Pick<Replayed, 'answer'> = recorded): string {
  const { operation, query, body, formFields, status, errorCase, isKeyed } = recorded;
  const sent = [
    ...Object.keys(query),
    ...(typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.keys(body) : []),
    ...(formFields ? ['file', ...formFields] : []),
  ].map((name) => name.slice(0, 50));
  const source = sourceOf(recorded, known);
  const what = `${operation}${source === undefined ? '' : ` of ${source}`}${isKeyed ? '' : ' without a key'}${sent.length > 0 ? ` with ${sent.slice(0, 10).join(', ')}` : ''}`;
  const state = errorCase ?? (hasStatusOf(recorded, replayed) ? statusIn(recorded.answer) : undefined);
  return `${what}, answered with ${status}${state === undefined ? '' : ` (${state})`}`;
}

/**
 * Each with a description of its own, for Pact tells interactions apart by that. Two kinds may have become one: where
 * no state makes the difference.
 */
function distinct(all: readonly Interaction[]): Interaction[] {
  const counts = new Map<string, number>();
  const byContent = new Map(all.map((one) => [JSON.stringify({ ...one, description: '' }), one]));
  return [...byContent.values()].map((interaction) => {
    const { description } = interaction;
    const count = (counts.get(description) ?? 0) + 1;
    counts.set(description, count);
    return count === 1 ? interaction : { ...interaction, description: `${description}, ${count}` };
  });
}

const pactOf = (consumer: string, interactions: Interaction[]): PactDocument => ({
  consumer: { name: consumer },
  provider: { name: PROVIDER },
  interactions,
  metadata: {
    pactSpecification: { version: '4.0' },
    'cloudglue-mock': { version: packageVersion() },
  },
});
