// States of the account as a whole, and of the API in front of it.
import * as z from 'zod';
import { type OperationId, operationsById } from '../openapi/cloudglue.ts';
import { defineState } from './state-definition.ts';

const none = z.strictObject({});

/** Seconds that a refused client is told to wait. Some verifiers do wait: hence one second, unless a contract is about it. */
export const retryAfter = z.int().min(0).max(1_000_000).default(1);

/** Statuses whose answers say how long to wait. */
const SAYS_WHEN = [429, 503];
const operation = z.enum([...operationsById.keys()] as [OperationId, ...OperationId[]]);

export const accountStates = {
  'the account is fresh': defineState({
    summary: 'the account has its connectors, and nothing happened in it yet',
    parameters: none,
    gives: [],
    // The first state of an interaction always finds a fresh account.
    setUp: async () => ({}),
  }),
  'the API key is revoked': defineState({
    summary: 'every operation is refused with 401',
    parameters: none,
    gives: [],
    async setUp({ account }) {
      account.faults.add({ error: 'revoked-api-key' });
      return {};
    },
  }),
  'the account has no credits': defineState({
    summary: 'what costs credits is refused with 402',
    parameters: none,
    gives: [],
    async setUp({ account }) {
      account.settings.update({ credits: 0 });
      return {};
    },
  }),
  'the account is at its limits': defineState({
    summary: "what the account's plan limits is refused with 429 and Retry-After, in seconds",
    parameters: z.strictObject({ retry_after: retryAfter }),
    gives: [],
    async setUp({ account }, { retry_after }) {
      account.faults.add({ error: 'plan-limit', retry_after });
      return {};
    },
  }),
  'the API answers': defineState({
    summary:
      'an operation answers a status, for what cannot be had by other means; a 429 or 503 with Retry-After, in seconds',
    parameters: z.strictObject({ operation, status: z.int().min(400).max(599), retry_after: retryAfter }),
    gives: [],
    async setUp({ account }, { operation, status, retry_after }) {
      account.faults.add({
        match: { operation },
        status,
        ...(SAYS_WHEN.includes(status) && { retry_after }),
      });
      return {};
    },
  }),
} as const;
