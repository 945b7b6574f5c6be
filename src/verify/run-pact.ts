// Runs Pact's native verifier in a child process, because it writes to standard output and can crash.
import { type ChildProcess, fork } from 'node:child_process';
import { devNull } from 'node:os';
import { fileURLToPath } from 'node:url';
import { packageModule } from '../util/package.ts';
import { findPact } from './find-peers.ts';

/** A failed interaction in the JSON of the verifier. */
export interface NativeError {
  interaction: string;
  mismatch: {
    type: 'mismatches' | 'error';
    message?: string;
    mismatches?: { type: string; mismatch: string; path?: string; key?: string }[];
  };
}

export interface NativeResult {
  result: boolean;
  errors: NativeError[];
  pendingErrors: NativeError[];
  interactionResults: { description: string; duration: string; result: 'OK' | 'Error' }[];
}

/** The options of Pact's core that are used here. */
export interface NativeOptions {
  provider: string;
  providerBaseUrl: string;
  pactUrls: string[];
  providerStatesSetupUrl?: string;
  customProviderHeaders: string[];
  followRedirects?: boolean;
  transports?: { protocol: string; port: number; path: string; scheme: string }[];
}

export interface Job {
  core: string;
  runs: NativeOptions[];
}

const runner = fileURLToPath(packageModule('verify/pact-runner'));

/** Without Pact's variables, with which it would read the broker again, and could publish results. */
const withoutPact = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('PACT_')));

/**
 * Pact 16 reads the machine's certificates for each request, which takes as long as all the rest. Pact 17 reads them
 * once, and fails without any.
 */
const certificates = (version: string, runs: readonly NativeOptions[]) =>
  version.startsWith('16.') && runs.every(({ providerBaseUrl }) => providerBaseUrl.startsWith('http:'))
    ? { SSL_CERT_FILE: devNull, SSL_CERT_DIR: devNull }
    : {};

/** Whether a redirect is not compared, but the answer at its end. */
export const followsRedirects = (version: string): boolean => version.startsWith('16.');

/** No proxy reaches this machine: neither a mock here, nor what takes the changes of state. */
function aroundProxies(env: NodeJS.ProcessEnv) {
  const around = [env.NO_PROXY ?? env.no_proxy, '127.0.0.1', 'localhost', '::1'].filter(Boolean).join(',');
  return { NO_PROXY: around, no_proxy: around };
}

/** What Pact says of its own end, without the place in its code. */
const reasonIn = (errors: string): string =>
  /^\w*Error: (.+)$/m.exec(errors)?.[1] ??
  (errors.trim().split('\n', 1)[0]?.slice(0, LONGEST_REASON) || 'it said nothing');
const LONGEST_REASON = 400;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The result of each run, one after the other. Throws Error if Pact fails altogether. */
export function runPact(runs: NativeOptions[]): Promise<NativeResult[]> {
  const { core, version } = findPact();
  // Pact 16 cannot do otherwise than follow them.
  const isOld = followsRedirects(version);
  const job: Job = { core, runs: isOld ? runs : runs.map((run) => ({ ...run, followRedirects: false })) };
  const child = fork(runner, {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      ...withoutPact(process.env),
      PACT_DO_NOT_TRACK: 'true',
      ...aroundProxies(process.env),
      ...certificates(version, runs),
    },
  });
  const undo = endWithParent(child);
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors = `${errors}${text}`.slice(-2_000);
  });
  return new Promise<NativeResult[]>((resolve, reject) => {
    child.on('message', (answer: string[]) => resolve(answer.map((text) => JSON.parse(text))));
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      reject(
        new Error(
          `Pact ended without a result (${signal ?? code}): ${reasonIn(errors)}. Verify the pacts one by one to see which of them it cannot verify`,
        ),
      ),
    );
    child.send(job);
  }).finally(undo);
}

/**
 * Makes a signal that ends this process end the child first, which would otherwise go on sending requests.
 * @returns a function that undoes it
 */
function endWithParent(child: ChildProcess): () => void {
  const end = (signal: NodeJS.Signals) => {
    undo();
    child.kill('SIGKILL');
    process.kill(process.pid, signal);
  };
  const undo = () => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return undo;
}
