// The state of accounts in an engine that several mocks share: each account is a value with a version.
import { parseDuration } from '../time/clock.ts';
import { createEngine, type Engine } from './engine.ts';
import { Header, type StoreHeader } from './header.ts';
import { channels, keys } from './keys.ts';
import { explainContent } from './refusal.ts';
import { READ, WATCH, WRITE } from './scripts.ts';
import { StoreError } from './store-error.ts';

/** How much later than it may an account expires, as a part of that time: so reading it writes only rarely. */
const TOLERANCE = 0.1;

/** Fields of an account that are read at once. */
const READ_AT_ONCE = 1_000;

/** Fields that are not of the account's state. */
const MARKS = ['version', 'watched', 'interaction'];

/** Adds fields, as the engine gives names and texts in turns. */
function addFields(fields: Map<string, string>, texts: readonly string[]): void {
  for (let at = 0; at < texts.length; at += 2) fields.set(texts[at] as string, texts[at + 1] as string);
  for (const mark of MARKS) fields.delete(mark);
}

/** What a look at an account finds. */
export interface Found {
  /** The time on the mocks' clock, in milliseconds since the Unix epoch. */
  at: number;
  /** Empty for an account that is not stored. */
  version: string;
  /** Whether an event stream follows the account, at any mock. */
  isWatched: boolean;
  /** A mark that says that provider states were set up since the last request; empty without. */
  interaction: string;
  /** Undefined where there are so many that they are read in parts. */
  fields: Fields | undefined;
}

/** Fields of an account that differ from those that were known. */
export interface Fields {
  /** Whether these are all fields there are. */
  isWhole: boolean;
  /** Names with texts; empty for a field that was removed. */
  fields: ReadonlyMap<string, string>;
}

/** Fields of an account to be changed. */
export interface Changes {
  set: readonly (readonly [name: string, text: string])[];
  remove: readonly string[];
  /** To be called when they are written. */
  written(): void;
}

interface Write {
  /** The version that the state is based on. */
  base: string;
  version: string;
  changes: Changes;
  /** Events to publish together with them. */
  messages: readonly string[];
}

interface StoreOptions {
  url: string;
  /** How long an account is kept that nobody uses, as a duration. */
  expiry: string;
  header: StoreHeader;
}

export class SharedStore {
  readonly engine: Engine;
  readonly #idle: number;
  readonly #header: Header;
  #mock = '';
  #versions = 0;
  #opened: Promise<void> | undefined;

  /** @throws StoreError if the client library is not installed */
  constructor({ url, expiry, header }: StoreOptions) {
    this.engine = createEngine(url);
    this.#idle = parseDuration(expiry);
    this.#header = new Header(this.engine, header);
  }

  /** The name of this mock among those of the store; known once it is open. */
  get mock(): string {
    return this.#mock;
  }

  /** Milliseconds that what belongs to an account is kept after its last use, at the longest. */
  get longest(): number {
    return Math.ceil(this.#idle * (1 + TOLERANCE));
  }

  /** Connects, once. Rejects with StoreError if the store cannot be used. */
  open(): Promise<void> {
    this.#opened ??= this.#open();
    return this.#opened;
  }

  async #open(): Promise<void> {
    const { engine } = this;
    await engine.open();
    try {
      const now = await this.agree();
      this.#mock = `m${String(await engine.call('HINCRBY', keys.header, 'mocks', 1))}-${now.toString(36)}`;
    } catch (error) {
      await engine.close();
      if (error instanceof StoreError) throw error;
      throw new StoreError(
        `cannot use the store ${engine.name}: ${(error as Error).message}: give the address of a Redis or Valkey of version 5 or later, with a user who may use the keys cloudglue-mock:*`,
      );
    }
  }

  /**
   * To be called now and then: makes sure that mocks which start later do as this one does, whatever became of the store
   * meanwhile. Resolves to the time on the engine's clock. Rejects with StoreError if this mock does not fit the others,
   * as `read` does from then on, and with StoreAway.
   */
  agree(): Promise<number> {
    return this.#header.agree();
  }

  /** A version that no other state of any account has. */
  nextVersion(): string {
    return `${this.#mock}.${++this.#versions}`;
  }

  /** The error for a key whose content cannot be read. */
  refusal(key: string, error: unknown): StoreError {
    return new StoreError(
      `the store ${this.engine.name}: ${explainContent((error as Error).message, [key])}`,
    );
  }

  /**
   * Looks at an account. Rejects with StoreAway, and with StoreError if it cannot be used.
   * @param known the version that is known
   * @param most fields that are read at once: while the engine gathers them, it answers nobody else
   */
  async read(id: string, known = '?', most = READ_AT_ONCE): Promise<Found> {
    this.#header.refuseMisfit();
    const [[now, version, isWatched, interaction], kind, texts] = (await this.engine.run(
      READ,
      [keys.account(id), keys.log(id)],
      [known, this.#idle, this.longest, most],
    )) as [[number, string, number, string], string, string[]];
    const fields = new Map<string, string>();
    addFields(fields, texts);
    return {
      at: now + this.#header.ahead,
      version,
      isWatched: isWatched === 1,
      interaction,
      fields: kind === 'large' ? undefined : { isWhole: kind === 'whole', fields },
    };
  }

  /**
   * Completes what was found: the fields of a large account are read in parts, and then what changed meanwhile. Rejects
   * with StoreAway.
   */
  async complete(id: string, first: Found): Promise<{ version: string; fields: Fields }> {
    let found = first;
    for (let attempt = 1; ; attempt++) {
      if (found.fields) return { version: found.version, fields: found.fields };
      const fields = new Map<string, string>();
      let cursor = '0';
      do {
        const part = ['HSCAN', keys.account(id), cursor, 'COUNT', READ_AT_ONCE] as const;
        const [next, texts] = (await this.engine.call(...part)) as [string, string[]];
        addFields(fields, texts);
        cursor = next;
      } while (cursor !== '0');
      const { version } = found;
      // Where too much changes meanwhile, they are read at once in the end.
      found = await this.read(id, version, attempt < 3 ? READ_AT_ONCE : Number.MAX_SAFE_INTEGER);
      if (!found.fields || found.fields.isWhole) continue;
      for (const [name, text] of found.fields.fields) {
        if (text === '') fields.delete(name);
        else fields.set(name, text);
      }
      return { version: found.version, fields: { isWhole: true, fields } };
    }
  }

  /** Writes an account, and resolves to true; to false if it has another version by now. Rejects with StoreAway. */
  async write(id: string, { base, version, changes, messages }: Write): Promise<boolean> {
    const { set, remove } = changes;
    const names = JSON.stringify([version, ...set.map(([name]) => name), ...remove]);
    const lists = [
      messages.length,
      ...[set.length * 2, ...set.flat()],
      ...[remove.length, ...remove],
      ...messages,
    ];
    const isWritten = await this.engine.run(
      WRITE,
      [keys.account(id), keys.log(id)],
      [base, version, names, this.longest, channels.events(id), ...lists],
    );
    return isWritten === 1;
  }

  /** Notes that an event stream follows an account, for so many real milliseconds. Rejects with StoreAway. */
  async watch(id: string | null, milliseconds: number): Promise<void> {
    await this.engine.run(WATCH, [keys.account(id)], [milliseconds, this.longest]);
  }

  close(): Promise<void> {
    return this.engine.close();
  }
}
