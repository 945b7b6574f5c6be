// What a view reads from the mock: it is read again whenever something may have changed, never twice at a time.
import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { explain } from '../client/failure.ts';
import { connection } from './connection.ts';

export interface Resource<Value> {
  /** Undefined until it was read for the first time. */
  value: ReadonlySignal<Value | undefined>;
  /** Why it could not be read the last time. */
  failure: ReadonlySignal<string | undefined>;
  reload(): void;
}

/**
 * @param key of what is read: another key starts over
 * @param load reads it
 */
export function useResource<Value>(
  key: string,
  load: (signal: AbortSignal) => Promise<Value>,
): Resource<Value> {
  const resource = useMemo(() => createResource(load), [key]);
  useEffect(() => resource.start(), [resource]);
  return resource;
}

function createResource<Value>(load: (signal: AbortSignal) => Promise<Value>) {
  const value = signal<Value | undefined>(undefined);
  const failure = signal<string | undefined>(undefined);
  let ended = new AbortController();
  let isLoading = false;
  let isWanted = false;

  async function reload(): Promise<void> {
    isWanted = true;
    if (isLoading) return;
    isLoading = true;
    const { signal } = ended;
    while (isWanted && !signal.aborted) {
      isWanted = false;
      try {
        const loaded = await load(signal);
        if (signal.aborted) break;
        value.value = loaded;
        failure.value = undefined;
      } catch (thrown) {
        if (!signal.aborted) failure.value = explain(thrown);
      }
    }
    // Whoever has started it anew counts for itself.
    if (!signal.aborted) isLoading = false;
  }

  return {
    value,
    failure,
    reload: () => void reload(),
    start() {
      ended = new AbortController();
      isLoading = false;
      isWanted = false;
      const stop = effect(() => {
        if (connection.pulse.value >= 0 && connection.isUp.value) untracked(() => void reload());
      });
      return () => {
        stop();
        ended.abort();
      };
    },
  };
}
