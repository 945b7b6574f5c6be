// `cloudglue-mock/pact`, a setup file for consumer tests. Pact's mock server answers a request before it has taken note
// of it (pact-foundation/pact-core-mock-server#13), and a test that ends in between fails, mostly on a busy machine: the
// request "was expected but not received". So the process's fetch hands an answer over when it is noted.
import { createRequire } from 'node:module';
import { delay } from './time/clock.ts';
import { findPact } from './verify/find-peers.ts';

interface Core {
  getFfiLib(logLevel: 'error'): {
    /** JSON of what was not as expected so far. Throws where no mock server has the port. */
    pactffiMockServerMismatches(port: number): string;
  };
}

interface Mismatch {
  type: string;
  method: string;
  path: string;
}

const { getFfiLib } = createRequire(import.meta.url)(findPact().core) as Core;
const ffi = getFfiLib('error');

function mismatchesAt(port: number): Mismatch[] {
  try {
    return JSON.parse(ffi.pactffiMockServerMismatches(port));
  } catch {
    return [];
  }
}

/** The requests of that method and path that are not noted yet, less those that were noted as wrong. */
function countMissing(method: string, { port, pathname }: URL): number {
  const all = mismatchesAt(Number(port));
  const missing = all.filter(({ type }) => type === 'missing-request');
  const like = missing.filter((one) => one.method === method && one.path === pathname);
  return like.length - (all.length - missing.length);
}

/** Rests of a millisecond: the note is under way. If it never comes the test fails, as it would have. */
const PATIENCE = 4_000;
const isPatient = Symbol.for('cloudglue-mock/pact');
const fetchSoon = globalThis.fetch;

const patientFetch: typeof fetch = async (input, init) => {
  const { url, method } = input instanceof Request ? input : { url: String(input), method: 'GET' };
  if (!URL.canParse(url)) return fetchSoon(input, init);
  const missing = () => countMissing((init?.method ?? method).toUpperCase(), new URL(url));
  const before = missing();
  const response = await fetchSoon(input, init);
  // Where none was missing, it is a request that Pact does not wait for, or goes to another server.
  for (let rests = 0; before > 0 && missing() >= before && rests < PATIENCE; rests += 1) await delay(1);
  return response;
};

// Test runners load a setup file anew for each test file.
if (!(isPatient in fetchSoon)) globalThis.fetch = Object.assign(patientFetch, { [isPatient]: true });
