// Values that outlive a reload: in the tab, or in the browser. Where neither can be written, they last until then.
import { effect, type Signal, signal } from '@preact/signals';

function read(storage: Storage, name: string): unknown {
  try {
    return JSON.parse(storage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

/**
 * A signal that is kept.
 * @param isValid whether what was kept can still be used
 */
export function stored<Value>(
  storage: Storage,
  name: string,
  initial: Value,
  isValid: (value: unknown) => value is Value,
): Signal<Value> {
  const kept = read(storage, `cloudglue-mock ${name}`);
  const value = signal(isValid(kept) ? kept : initial);
  effect(() => {
    const text = JSON.stringify(value.value);
    try {
      storage.setItem(`cloudglue-mock ${name}`, text);
    } catch {
      // Full, or forbidden.
    }
  });
  return value;
}

export const isText = (value: unknown): value is string => typeof value === 'string';
