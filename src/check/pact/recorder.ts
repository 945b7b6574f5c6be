// Records what a client asks during a run, one of each kind of request and answer, for a pact.
import type { Exchange } from '../../judge/exchange.ts';
import { definitions } from '../../sources/connectors/connector-registry.ts';
import { commonOf, NOTHING } from './common.ts';
import { kindOf } from './kind-of.ts';
import { type Known, type Recorded, textAt } from './recorded.ts';
import { type WrittenPact, writePact } from './write-pact.ts';

/** The most kinds that are kept; later ones are only counted. */
const MOST_KINDS = 500;
/** The most records whose source or type is remembered. */
const MOST_KNOWN = 1_000;
/** Characters of a body that is kept; an interaction with a longer one helps nobody. */
const LONGEST_BODY = 20_000;

export interface Recorder {
  /** Takes a request; to be called with each one that the judge watches. */
  observe(exchange: Exchange): void;
  /** Makes a pact of what was recorded. @param consumer the name of the client */
  write(consumer: string): Promise<WrittenPact>;
}

/** A recorder of one run. What it holds is bounded, however long the run is. */
export function createRecorder(): Recorder {
  const kinds = new Map<string, Recorded>();
  const known = new KnownRecords();
  let dropped = 0;

  return {
    observe(exchange) {
      const recorded = recordedOf(exchange);
      if (!recorded) return;
      known.learn(recorded);
      const kind = kindOf(recorded, known);
      if (kinds.has(kind)) return;
      const short = kinds.size < MOST_KINDS ? singled(recorded.answer) : undefined;
      if (short === undefined || JSON.stringify(short).length > LONGEST_BODY) dropped += 1;
      else kinds.set(kind, { ...recorded, answer: short });
    },
    async write(consumer) {
      return writePact(consumer, [...kinds.values()], { known, dropped });
    },
  };
}

/** Undefined for what no contract can hold: a probe, a request to no operation, or an answer that was lost. */
function recordedOf(exchange: Exchange): Recorded | undefined {
  const { operation, version, method, status, answer, errorCase, isForced, body, formFields } = exchange;
  if (operation === null || method === 'HEAD' || status === 0 || answer === undefined) return undefined;
  if (body !== undefined && (exchange.bodyLength ?? 0) > LONGEST_BODY) return undefined;
  const { query } = exchange;
  return {
    operation,
    version,
    isKeyed: exchange.header('authorization') !== undefined,
    params: exchange.params,
    query: Object.fromEntries(Object.entries(query).map(([name, [value = '']]) => [name, value])),
    body,
    formFields,
    status,
    errorCase,
    isForced,
    answer,
  };
}

/** An answer with one element of each list, what its elements have in common, and without null and empty lists. */
function singled(answer: unknown): unknown {
  const common = commonOf(answer, answer);
  return common === NOTHING ? undefined : common;
}

class KnownRecords implements Known {
  readonly connectorTypes = new Map<string, string>(
    definitions.flatMap(({ type, seeded }) => seeded.map(({ id }) => [id, type] as const)),
  );
  readonly fileUris = new Map<string, string>();
  readonly collectionTypes = new Map<string, string>();

  /** Learns from an answer what the ids in it stand for. */
  learn({ operation, status, body, answer }: Recorded): void {
    if (status !== 200) return;
    if (operation === 'listDataConnectors') {
      const { data = [] } = answer as { data?: unknown[] };
      for (const one of data) this.#note(this.connectorTypes, textAt(one, 'id'), textAt(one, 'type'));
    }
    const uri = textAt(body, 'url');
    this.#note(this.fileUris, textAt(answer, 'file_id') ?? textAt(answer, 'id'), uri);
    this.#note(this.collectionTypes, textAt(answer, 'id'), textAt(answer, 'collection_type'));
  }

  #note(map: Map<string, string>, id: string | undefined, what: string | undefined): void {
    if (id !== undefined && what !== undefined && (map.has(id) || map.size < MOST_KNOWN)) map.set(id, what);
  }
}
