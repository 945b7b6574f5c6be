// What is kept of a request once it was answered: what the judge says of it, and its entry in the journal.
import type { Context } from 'hono';
import type { Accounts } from '../accounts/accounts.ts';
import type { MockParts } from '../control/mock-control.ts';
import type { Judge } from '../judge/judge.ts';
import type { ApiVersion } from '../openapi/versions.ts';
import type { Interactions } from '../provider-states/interactions.ts';
import { accountIdOf } from './authentication.ts';
import type { AppEnv } from './context.ts';
import { HttpExchange } from './exchange.ts';
import { createEntry } from './journal-entry.ts';

export interface RecorderParts extends Pick<MockParts, 'journal' | 'shared' | 'answered'> {
  accounts: Accounts;
  judge: Judge;
  interactions: Interactions;
  /** The version of the API that requests without an account are answered as. */
  apiVersion: ApiVersion;
}

interface Answered {
  /** When the request came, in milliseconds since the Unix epoch, in real time. */
  at: number;
  durationMs: number;
  /** What the operation answered, before a fault changed it; undefined where it did not run. */
  handled: Response | undefined;
  /** Whether the account had one request under way at a time. */
  isAlone: boolean;
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
  return async (
    c: Context<AppEnv>,
    response: Response,
    { isJudged, ...request }: Answered,
  ): Promise<void> => {
    const ended = interactions.end(c.get('account')?.id);
    if (ended) await ended;
    const { at, durationMs } = request;
    const accountId = accountIdOf(c, accounts);
    const exchange = new HttpExchange(c, response, { ...request, answeredAt: at + durationMs, apiVersion });
    const findings = isJudged ? judge.observe(accountId, exchange) : [];
    if (!journal.isOpen && answered.size === 0) return;
    const entry = createEntry(c, response, { at, durationMs, accountId, findings });
    answered.tell(entry);
    const added = journal.add(entry);
    if (added) await added;
  };
}
