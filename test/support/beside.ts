// Long requests beside others.
import { expect } from 'vitest';
import type { setup } from './setup.ts';

export const KEY = { authorization: 'Bearer cg-test' };
export const JSON_KEY = { ...KEY, 'content-type': 'application/json' };

/** Sends a request, and another one of a small account time and again until it is answered. Gives how often. */
export async function answersBeside(
  { mock, as }: Pick<ReturnType<typeof setup>, 'mock' | 'as'>,
  path: string,
  init: RequestInit = {},
) {
  const other = as('cg-other');
  await other.files();
  let hasEnded = false;
  const asked = mock
    .fetch(path, { headers: JSON_KEY, ...init })
    .then(async (response) => ({ status: response.status, text: await response.text() }))
    .finally(() => {
      hasEnded = true;
    });
  let answers = 0;
  while (!hasEnded) {
    expect((await other.files()).status).toBe(200);
    answers++;
    await new Promise(setImmediate);
  }
  return { ...(await asked), answers };
}

/** More than are answered beside something that is done at once. */
export const SEVERAL = 2;
