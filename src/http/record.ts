// What is kept of a request once it was answered: what the judge says of it, and its entry in the journal.
import type { Context } from 'hono';
import type { MockParts } from '../control/mock-control.ts';
import type { Judge } from '../judge/judge.ts';
import type { ApiVersion } from '../openapi/versions.ts';
import type { Interactions } from '../provider-states/interactions.ts';
import type { AppEnv } from './context.ts';
import { type ExchangeOptions, HttpExchange } from './exchange.ts';
import { createEntry } from './journal-entry.ts';

export interface RecorderParts extends Pick<MockParts, 'journal' | 'shared' | 'answered'> {
  judge: Judge;
  interactions: Interactions;
  /** The version of the API that requests without an account are answered as. */
  apiVersion: ApiVersion;
}

interface Answered extends ExchangeOptions {
  /** Null for a request without a key. */
  accountId: string | null;
  isJudged: boolean;
}

export function createRecorder({ judge, interactions, apiVersion, answered, ...parts }: RecorderParts) {
  const journal = parts.shared?.journal ?? parts.journal;
  const keep = (c: Context<AppEnv>, response: Response, answer: Answered): Promise<void> | undefined => {
    const { accountId, at, durationMs } = answer;
    const exchange = new HttpExchange(c, response, answer, apiVersion);
    const findings = answer.isJudged ? judge.observe(accountId, exchange) : [];
    if (!journal.isOpen && answered.size === 0) return undefined;
    const entry = createEntry(c, response, { at, durationMs, accountId, findings });
    answered.tell(entry);
    return journal.add(entry) ?? undefined;
  };
  /** Returns undefined if there is nothing to wait for. */
  return (c: Context<AppEnv>, response: Response, answer: Answered): Promise<void> | undefined => {
    const ended = interactions.end(c.get('account')?.id);
    return ended ? ended.then(() => keep(c, response, answer)) : keep(c, response, answer);
  };
}
