// What was asked and how it was answered: the operations, statuses and error cases that clients met.
import type { ErrorName } from '../errors/catalogue.ts';
import type { OperationId } from '../openapi/cloudglue.ts';
import type { Exchange } from './exchange.ts';

/** What a client met, and how often. */
export interface Met {
  /** Null for requests to what is no operation. */
  operation: OperationId | null;
  /** 0 if the connection was broken instead. */
  status: number;
  errorCase: ErrorName | null;
  count: number;
}

/** Counts answers by operation, status and error case: as many entries as the document and the catalogue have. */
export class MetAnswers {
  readonly #byOperation = new Map<OperationId | null, Met[]>();

  count({ operation, status, errorCase }: Exchange): void {
    this.#entryOf(operation, status, errorCase ?? null).count += 1;
  }

  #entryOf(operation: OperationId | null, status: number, errorCase: ErrorName | null): Met {
    const entries = this.#byOperation.get(operation);
    for (const known of entries ?? [])
      if (known.status === status && known.errorCase === errorCase) return known;
    const entry: Met = { operation, status, errorCase, count: 0 };
    if (entries) entries.push(entry);
    else this.#byOperation.set(operation, [entry]);
    return entry;
  }

  addAll(others: MetAnswers): void {
    for (const entries of others.#byOperation.values())
      for (const { operation, status, errorCase, count } of entries)
        this.#entryOf(operation, status, errorCase).count += count;
  }

  list(): Met[] {
    return [...this.#byOperation.values()].flat().map((entry) => ({ ...entry }));
  }
}
