// The only way in which listeners are told of events: one that throws stops neither its teller nor the others.
import { reportDefect } from './report-defect.ts';

type Listener<Event> = (event: Event) => unknown;

export class Listeners<Event> {
  readonly #listeners = new Set<Listener<Event>>();

  get size(): number {
    return this.#listeners.size;
  }

  /**
   * Adds a listener. What it throws, or rejects with, is reported on standard error, once.
   * @param name what the report calls the listener
   * @returns the function that removes it
   */
  add(listener: Listener<Event>, name: string): () => void {
    let hasFailed = false;
    const report = (thrown: unknown) => {
      if (hasFailed) return;
      hasFailed = true;
      reportDefect(
        `${name} failed; it hears of later events all the same, and is not reported again`,
        thrown,
      );
    };
    const own: Listener<Event> = (event) => {
      try {
        const result = listener(event) as PromiseLike<unknown> | undefined;
        // Not every promise is of this realm's class.
        if (typeof result?.then === 'function') Promise.resolve(result).catch(report);
      } catch (thrown) {
        report(thrown);
      }
    };
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  /** Tells every listener that there is now; one that is added meanwhile hears of the next event. */
  tell(event: Event): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
