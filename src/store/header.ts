// What all mocks of a store must agree on, or statuses would go back and forth: the first mock says what holds.
import type { Engine } from './engine.ts';
import { keys } from './keys.ts';
import { AGREE } from './scripts.ts';
import { StoreAway, StoreError } from './store-error.ts';

/** Of keys and values; other versions cannot share a store with this one. */
const STORE_VERSION = 1;

/** A time of any engine's clock, in milliseconds since the Unix epoch, as mocks write it. */
const STARTED_AT = /^\d{13}$/;

export interface StoreHeader {
  lifecycle: string;
  /** Where the clock starts, in milliseconds since the Unix epoch; null for the default. */
  startTime: number | null;
}

export class Header {
  readonly #engine: Engine;
  readonly #own: StoreHeader;
  /** When the first mock started, on the engine's clock. */
  #startedAt: number | undefined;
  #misfit: StoreError | undefined;

  constructor(engine: Engine, own: StoreHeader) {
    this.#engine = engine;
    this.#own = own;
  }

  /** How far the mocks' clock is ahead of the engine's, in milliseconds. */
  get ahead(): number {
    const { startTime } = this.#own;
    return startTime === null ? 0 : startTime - (this.#startedAt ?? startTime);
  }

  /**
   * Compares, and writes what is missing: somebody may have emptied the store since. Resolves to the time on the engine's
   * clock. Rejects with StoreError if this mock does not fit the others, and with StoreAway.
   */
  async agree(): Promise<number> {
    try {
      const now = await this.#compare();
      this.#misfit = undefined;
      return now;
    } catch (error) {
      if (!(error instanceof StoreAway)) this.#misfit = error as StoreError;
      throw error;
    }
  }

  /** Throws StoreError if this mock did not fit the others when it looked last. */
  refuseMisfit(): void {
    if (this.#misfit) throw this.#misfit;
  }

  async #compare(): Promise<number> {
    const { lifecycle, startTime } = this.#own;
    const own = [STORE_VERSION, lifecycle, startTime ?? '', this.#startedAt ?? ''];
    const [now, ...found] = (await this.#engine.run(AGREE, [keys.header], own)) as [number, ...string[]];
    const [version, ...saved] = found as [string, string, string, string];
    const startedAt = STARTED_AT.test(saved[2]) ? Number(saved[2]) : Number.NaN;
    const { name } = this.#engine;
    if (Number.isNaN(startedAt) || Number.isNaN(new Date(Number(saved[1])).getTime()))
      throw new StoreError(
        `the store ${name} has a header that no mock wrote: delete its key ${keys.header}`,
      );
    refuseOther(name, version, { lifecycle: saved[0], startTime: saved[1] }, this.#own);
    this.#startedAt = startedAt;
    return now;
  }
}

function refuseOther(
  name: string,
  version: string,
  saved: { lifecycle: string; startTime: string },
  { lifecycle, startTime }: StoreHeader,
): void {
  if (version !== String(STORE_VERSION)) {
    throw new StoreError(
      `the store ${name} has version ${version} of the format, and this cloudglue-mock uses version ${STORE_VERSION}: use the cloudglue-mock that made it, or another database`,
    );
  }
  if (saved.lifecycle !== lifecycle) {
    throw new StoreError(
      `the mocks of the store ${name} have the lifecycle ${saved.lifecycle}, not ${lifecycle}: give --lifecycle ${saved.lifecycle}, or use another database`,
    );
  }
  if (saved.startTime !== String(startTime ?? '')) {
    const start = saved.startTime && new Date(Number(saved.startTime)).toISOString();
    throw new StoreError(
      `the mocks of the store ${name} were started ${start ? `with the start time ${start}: give --start-time ${start}` : 'without a start time: leave --start-time out'}, or use another database`,
    );
  }
}
