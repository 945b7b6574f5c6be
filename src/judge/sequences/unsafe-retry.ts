// Something that was made again because the answer to the first request was lost, without a look at whether it is there.
import { quote } from '../../errors/cases/error-case.ts';
import { endpointOf, type OperationId } from '../../openapi/cloudglue.ts';
import { BoundedMap } from '../../util/bounded-map.ts';
import type { Exchange } from '../exchange.ts';
import { clientOf, isLost, MOST_FOLLOWED, shortKey, textIn } from '../facts.ts';
import { answeredAt, elapsed, type Moment, sentAt, wasSentAfter } from '../moment.ts';
import { defineSequenceRule } from '../rule.ts';

interface Lost {
  at: Moment;
  /** Which request of the account it was. */
  nth: number;
}

interface State {
  requests: number;
  /** What was made without an answer, by the operation that made it. */
  lost: Map<OperationId, BoundedMap<string, Lost>>;
}

interface Made {
  /** What tells that the same thing was made. */
  content: (exchange: Exchange) => string;
  /** What was done, and what comes of doing it twice. */
  what: (exchange: Exchange) => string;
  harm: string;
  /** The operations that show whether it is there; the first is the one to use. */
  shownBy: readonly [OperationId, ...OperationId[]];
}

const bodyOf = ({ path, body }: Exchange) => `${path} ${JSON.stringify(body)}`;

/** What each request makes anew. A collection's name is taken once, and a sync finds the file that is there. */
const MAKING: { [Id in OperationId]?: Made } = {
  uploadFile: {
    content: (exchange) =>
      JSON.stringify([
        textIn(exchange.done, 'filename'),
        (exchange.done as { metadata?: unknown }).metadata,
        exchange.header('content-length'),
      ]),
    what: ({ done }) => `the file ${quote(textIn(done, 'filename') ?? '')} was uploaded`,
    harm: 'there are two of it now',
    shownBy: ['listFiles'],
  },
  createWebhook: {
    content: bodyOf,
    what: ({ body }) => `the webhook for ${quote(textIn(body, 'endpoint') ?? '')} was made`,
    harm: 'every event is sent twice now',
    shownBy: ['listWebhooks'],
  },
  createTag: {
    content: bodyOf,
    what: ({ body }) => `the tag ${quote(textIn(body, 'value') ?? '')} was made`,
    harm: 'there are two of it now',
    shownBy: ['listFileTags', 'listTags'],
  },
  createMetadataImport: {
    content: bodyOf,
    what: ({ body }) => `the import ${quote(textIn(body, 'name') ?? '')} was made`,
    harm: 'there are two of it now',
    shownBy: ['listMetadataImports'],
  },
  createMetadataImportRun: {
    content: bodyOf,
    what: ({ params }) => `the import ${params.import_id} was run`,
    harm: 'it was run twice',
    shownBy: ['getMetadataImport', 'listMetadataImports'],
  },
};

/** Milliseconds after which it may have been made again for another reason. */
const WINDOW = 600_000;

/** Forgets what an operation shows: the client knows now whether it is there. */
function forget({ lost }: State, operation: OperationId): void {
  for (const making of lost.keys()) if (MAKING[making]?.shownBy.includes(operation)) lost.delete(making);
}

/** Whether it is the same attempt that goes on: the next request. A later one may be of another user or another test. */
const goesOn = (first: Lost, exchange: Exchange, nth: number): boolean =>
  exchange.isAlone &&
  nth === first.nth + 1 &&
  wasSentAfter(exchange, first.at) &&
  elapsed(first.at, sentAt(exchange)) < WINDOW;

export const unsafeRetry = defineSequenceRule({
  name: 'unsafe-retry',
  severity: 'error',
  summary: 'A client does not repeat an upload, or what else makes something anew, after its answer was lost',
  reason: 'The first request may have been carried out: a second one makes the same thing once more.',
  source: 'documented',
  examples: {
    broken: 'uploads a file, loses the connection before the answer, and uploads the file again',
    sound: 'looks for the file in the list of files first, and uploads it again only if it is not there',
  },
  start: (): State => ({ requests: 0, lost: new Map() }),
  observe(state, exchange, tell) {
    const nth = ++state.requests;
    const operation = exchange.operation as OperationId;
    const made = MAKING[operation];
    if (!made) return forget(state, operation);
    const id = textIn(exchange.done, 'id');
    const hasLost = isLost(exchange);
    let lost = state.lost.get(operation);
    if (id === undefined || (!lost && !hasLost)) return;
    lost ??= new BoundedMap<string, Lost>(MOST_FOLLOWED);
    state.lost.set(operation, lost);
    const key = shortKey(`${clientOf(exchange)} ${made.content(exchange)}`);
    const first = lost.get(key);
    if (first && goesOn(first, exchange, nth)) {
      tell({
        text: `${made.what(exchange)} again after the answer to the first request was lost: ${made.harm}`,
        remedy: `look with ${endpointOf(made.shownBy[0])} whether it is there, and send the request again only if it is not`,
      });
    }
    if (hasLost) lost.set(key, { at: answeredAt(exchange), nth });
    else lost.delete(key);
  },
});
