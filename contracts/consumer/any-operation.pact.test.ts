// What any operation may answer, whatever it is asked: that the key is missing, or that something broke.
import { MatchersV3 } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import { type OperationId, operationById } from '../../src/openapi/cloudglue.ts';
import { state } from '../states.ts';
import { asks } from '../support/asks.ts';
import { createPact } from '../support/pact.ts';
import { expectRefusal } from '../support/refusal.ts';

const { regex } = MatchersV3;
const pact = createPact();
const operations = Object.keys(asks) as OperationId[];
const breakable = operations.filter((operation) => 500 in operationById(operation).operation.responses);

test.each(operations)('%s without a key is refused with 401', async (operation) => {
  await expectRefusal(pact, {
    ...asks[operation],
    given: state('the account is fresh'),
    title: `for ${operation} without a key`,
    status: 401,
    headers: { 'WWW-Authenticate': regex('^Bearer\\b.*$', 'Bearer') },
    keyed: false,
  });
});

test('a revoked key is refused with 401 too', async () => {
  await expectRefusal(pact, {
    ...asks.listFiles,
    given: state('the API key is revoked'),
    title: 'with a key that was revoked',
    status: 401,
  });
});

test.each(breakable)(
  '%s that fails answers 500, with an error text like any other refusal',
  async (operation) => {
    const error = await expectRefusal(pact, {
      ...asks[operation],
      given: state('the API answers', { operation, status: 500 }),
      title: `for ${operation} that breaks`,
      status: 500,
    });
    expect(error.retryAfter).toBeUndefined();
  },
);
