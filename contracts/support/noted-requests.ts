// Pact's mock server answers a request before it has taken note of it (pact-foundation/pact-core-mock-server#13), and a
// test that ends in between fails, mostly on a busy machine: the request "was expected but not received". So the
// process's fetch hands an answer over when it is noted.
import { createRequire } from 'node:module';
import { setTimeout as rest } from 'node:timers/promises';
import { findPactCore } from '../../src/verify/peers.ts';

interface Core {
  getFfiLib(logLevel: 'error'): {
    pactffiMockServerMatched(port: number): boolean;
    /** JSON of what was not as expected, `missing-request` among it. */
    pactffiMockServerMismatches(port: number): string;
  };
}

const { getFfiLib } = createRequire(import.meta.url)(findPactCore()) as Core;
const ffi = getFfiLib('error');

function isNoted(port: number): boolean {
  if (ffi.pactffiMockServerMatched(port)) return true;
  const mismatches = JSON.parse(ffi.pactffiMockServerMismatches(port)) as { type: string }[];
  return mismatches.some(({ type }) => type !== 'missing-request');
}

/** The note is under way when the answer comes; a server that never takes it fails the test, as it would have. */
const PATIENCE_MS = 4_000;
const fetchSoon = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const response = await fetchSoon(input, init);
  const port = Number(new URL(response.url).port);
  const end = performance.now() + PATIENCE_MS;
  while (!isNoted(port) && performance.now() < end) await rest(1);
  return response;
};
