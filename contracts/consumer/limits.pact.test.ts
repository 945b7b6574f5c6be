// How long a client is told to wait, in seconds and no other unit.
import { expect, test } from 'vitest';
import { state } from '../states.ts';
import { asks } from '../support/asks.ts';
import { createPact } from '../support/pact.ts';
import { expectRefusal } from '../support/refusal.ts';

const pact = createPact();
const WAIT = 120;
const limited = ['uploadFile', 'syncFileFromUrl', 'createCollection', 'createTag'] as const;

test.each(limited)('%s by an account at its limits says when to ask again', async (operation) => {
  const error = await expectRefusal(pact, {
    ...asks[operation],
    given: state('the account is at its limits', { retry_after: WAIT }),
    title: `for ${operation} at the limits of the account`,
    status: 429,
    headers: { 'Retry-After': String(WAIT) },
  });
  expect(error.retryAfter).toBe(WAIT);
});

test('a sync that the provider of a connector limits says when to ask again', async () => {
  const error = await expectRefusal(pact, {
    ...asks.syncDataConnectorFile,
    given: state('the provider rate-limits the connector', { type: 'grain', retry_after: WAIT }),
    title: 'for a sync that Grain limits',
    status: 429,
    headers: { 'Retry-After': String(WAIT) },
  });
  expect(error.retryAfter).toBe(WAIT);
});
