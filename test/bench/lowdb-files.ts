// What the data file is measured beside: lowdb with one JSON file, as it comes and with an adapter that coalesces.
import { open, readFile, rename } from 'node:fs/promises';
import { type Adapter, Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';

export interface Rows {
  rows: unknown[];
}

/** Writes the whole file: many at once share one text, which is on the disk before anybody is told. */
class CoalescingFile implements Adapter<Rows> {
  readonly #path: string;
  #next: Promise<void> | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  async read(): Promise<Rows> {
    return JSON.parse(await readFile(this.#path, 'utf8'));
  }

  write(data: Rows): Promise<void> {
    this.#next ??= this.#last.then(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      this.#next = undefined;
      await this.#replace(JSON.stringify(data));
    });
    this.#last = this.#next;
    return this.#next;
  }

  async #replace(text: string): Promise<void> {
    const file = await open(`${this.#path}.new`, 'w');
    await file.writeFile(text);
    await file.sync();
    await file.close();
    await rename(`${this.#path}.new`, this.#path);
  }
}

export const lowdbFiles = {
  'lowdb, one JSON file, coalesced and synced': (path: string) =>
    new Low<Rows>(new CoalescingFile(path), { rows: [] }),
  "lowdb's own JSONFile, not synced": (path: string) => new Low<Rows>(new JSONFile(path), { rows: [] }),
};
