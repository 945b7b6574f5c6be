// What is kept of a request once it was answered: what the judge says of it, and its entry in the journal.
import type { Context } from 'hono';
import type { Accounts } from '../accounts/accounts.ts';
import type { MockParts } from '../control/mock-control.ts';
import type { Judge } from '../judge/judge.ts';
import type { ApiVersion } from '../openapi/versions.ts';
import type { Interactions } from '../provider-states/interactions.ts';
import { accountIdOf } from './authentication.ts';
import type { AppEnv } from './context.ts';
import { type ExchangeOptions, HttpExchange } from './exchange.ts';
import { createEntry } from './journal-entry.ts';

export interface RecorderParts extends Pick<MockParts, 'journal' | 'shared' | 'answered'> {
  accounts: Accounts;
  judge: Judge;
  interactions: Interactions;
  /** The version of the API that requests without an account are answered as. */
  apiVersion: ApiVersion;
}

interface Answered extends ExchangeOptions {
  isJudged: boolean;
}

export function createRecorder({
  accounts,
  judge,
  interactions,
  apiVersion,
  answered,
  ...parts
}: RecorderParts) {
  const journal = parts.shared?.journal ?? parts.journal;
  return async (c: Context<AppEnv>, response: Response, answer: Answered): Promise<void> => {
    const ended = interactions.end(c.get('account')?.id);
    if (ended) await ended;
    const { at, durationMs } = answer;
    const accountId = accountIdOf(c, accounts);
    const exchange = new HttpExchange(c, response, answer, apiVersion);
    const findings = answer.isJudged ? judge.observe(accountId, exchange) : [];
    if (!journal.isOpen && answered.size === 0) return;
    const entry = createEntry(c, response, { at, durationMs, accountId, findings });
    answered.tell(entry);
    const added = journal.add(entry);
    if (added) await added;
  };
}
