// The page's line to the mock: one event stream while the page is visible, and a look at the clock every two seconds.
// It says when the mock is gone, and comes back by itself.
import { effect, signal } from '@preact/signals';
import type { AdminSchemas } from '../../openapi/admin.ts';
import { call, pathOf } from '../client/call.ts';
import { explain, Failure, textOfError } from '../client/failure.ts';
import { readEvents } from '../client/read-events.ts';
import { open } from '../client/send.ts';
import { after, sleep, throttle } from '../time.ts';
import { forgetTime, readClock } from './clock.ts';
import { session } from './session.ts';

/** What keeps the page from the mock. */
export type Trouble =
  /** The control plane wants its token. */
  | { kind: 'token'; text: string }
  /** The mock answers, but will not let the page in. */
  | { kind: 'refused'; text: string }
  /** The mock does not answer. */
  | { kind: 'gone'; text: string };

export type RecordedRequest = AdminSchemas['RecordedRequest'];

const POLL = 2_000;
/** How long the mock may take to answer a look at the clock: networks are slow at times. */
const PATIENCE = 15_000;
/** Pauses before the next attempt, in milliseconds; the last one for all further ones. */
const RETRIES = [300, 1_000, 2_000, 4_000];
/** What happens in the meantime is told once. */
const PULSE = 400;

export const connection = {
  isUp: signal(false),
  trouble: signal<Trouble | undefined>(undefined),
  /** The account, as soon as it is known. */
  account: signal<AdminSchemas['AccountEntry'] | undefined>(undefined),
  /** Whether the account that was chosen by its id is not there any more. */
  isForgotten: signal(false),
  /** Counts up whenever the line begins anew: what happened before that it does not tell. */
  lines: signal(0),
  /** Counts up whenever something may have changed in the account. */
  pulse: signal(0),
};

const pulse = throttle(PULSE, () => {
  connection.pulse.value++;
});

/** Has all that is shown read again, soon. */
export const refreshAll = (): void => pulse.run();

const listeners = new Set<(request: RecordedRequest) => void>();

/** Calls back for each request that the mock answers from now on. Returns what ends that. */
export function onRequest(listener: (request: RecordedRequest) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Starts over, with the key and the token as they are. */
export function reconnect(): void {
  forgetTime();
  connection.account.value = undefined;
  attempt.value++;
}

const attempt = signal(0);
const isVisible = signal(!document.hidden);
document.addEventListener('visibilitychange', () => {
  isVisible.value = !document.hidden;
});

/** Whose account it is, and whether it is the one that was chosen. */
async function findAccount(signal: AbortSignal): Promise<void> {
  const { data } = await call('listAccounts', { signal });
  const own = data.find((entry) => entry.own);
  const key = session.key.peek();
  connection.account.value = own;
  // Every account has another key, made of its id. Where that is not so, the key has made an account of its own.
  const isOther = own !== undefined && key.startsWith('account:') && key !== own.key;
  connection.isForgotten.value = isOther;
  if (own && !key.startsWith('account:') && session.names.peek()[own.id] !== key) {
    session.names.value = { ...session.names.peek(), [own.id]: key };
  }
}

/** Looks at the clock again and again. Rejects when the mock does not answer. */
async function poll(signal: AbortSignal): Promise<never> {
  for (let nth = 1; ; nth++) {
    await sleep(POLL, signal);
    await readClock(AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]));
    // What scripts change without a request to the API is told by no event.
    if (nth % 2 === 0) {
      if (connection.isForgotten.peek()) await findAccount(signal);
      pulse.run();
    }
  }
}

async function follow(signal: AbortSignal): Promise<never> {
  const response = await open({ method: 'GET', path: pathOf('streamEvents', {}, { brief: true }), signal });
  if (!response.ok) throw new Failure(response.status, textOfError(response.status, await response.text()));
  connection.lines.value++;
  pulse.run();
  for await (const { type, data } of readEvents(response)) {
    if (type === 'request') {
      const request = JSON.parse(data) as RecordedRequest;
      for (const listener of listeners) listener(request);
    }
    pulse.run();
  }
  throw new Failure(0, 'The mock has closed the line.');
}

function troubleOf(thrown: unknown): Trouble {
  const text = explain(thrown);
  const status = thrown instanceof Failure ? thrown.status : 0;
  if (status === 401 && text.includes('X-Admin-Token')) return { kind: 'token', text };
  if (status >= 400) return { kind: 'refused', text };
  return { kind: 'gone', text: 'The mock does not answer. It is tried again and again.' };
}

async function connect(signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; failures++) {
    const line = new AbortController();
    const both = AbortSignal.any([signal, line.signal]);
    try {
      await readClock(both);
      await findAccount(both);
      failures = 0;
      connection.trouble.value = undefined;
      connection.isUp.value = true;
      pulse.run();
      await Promise.race([follow(both), poll(both)]);
    } catch (thrown) {
      if (signal.aborted) return;
      connection.isUp.value = false;
      // A line that breaks is often there again at once, and then nothing needs to be said.
      if (failures > 0 || !(thrown instanceof Failure && thrown.status === 0))
        connection.trouble.value = troubleOf(thrown);
    } finally {
      line.abort();
    }
    await sleep(RETRIES[Math.min(failures, RETRIES.length - 1)] ?? 0, signal);
  }
}

/** Keeps the line while the page is visible: browsers open few connections to one server, and other tabs need theirs. */
effect(() => {
  // Each of them is another line.
  void [session.key.value, session.adminToken.value, attempt.value];
  if (!isVisible.value) return;
  const ended = new AbortController();
  // Not before the page is shown: what is read here must not be what the effect depends on.
  const cancel = after(0, () => void connect(ended.signal));
  return () => {
    cancel();
    ended.abort();
  };
});
