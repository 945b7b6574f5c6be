// The connection to the engine of a shared store, Redis or Valkey, through a client library that only its users install.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Cluster, ClusterOptions, Redis, RedisOptions } from 'iovalkey';
import { delay } from '../time/clock.ts';
import { printableLine } from '../util/printable.ts';
import { plainWords } from '../util/system-errors.ts';
import { placesOf } from './keys.ts';
import { explainRefusal, explainUnreachable, isNotYet } from './refusal.ts';
import type { Script } from './scripts.ts';
import { StoreAway, StoreError } from './store-error.ts';

const LIBRARY = 'iovalkey';
/** Real milliseconds that the engine may take to answer; after that it counts as away. */
const PATIENCE = 5_000;
/** Real milliseconds between two attempts to reach an engine that is away. */
const RETRY_PAUSE = 250;

type Argument = string | number;
type Commands = Record<string, (...given: Argument[]) => Promise<unknown>>;

/** What cannot be sent at once fails at once, and is never sent a second time: it may have been done. */
const AT_ONCE = {
  commandTimeout: PATIENCE,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
} satisfies RedisOptions;

interface Listener {
  tell(message: string): void;
  onGap: (() => void) | undefined;
}

export interface Engine {
  /** Its place, without user and password. */
  readonly name: string;
  /** Connects. Rejects with StoreError if that fails. */
  open(): Promise<void>;
  /** Runs a script. Rejects with StoreAway if there is no answer, with StoreError if it is refused. */
  run(script: Script, keys: readonly string[], given: readonly Argument[]): Promise<unknown>;
  /** Runs a command. Rejects as `run` does. */
  call(command: string, ...given: Argument[]): Promise<unknown>;
  /**
   * Calls back for each message of a channel. Resolves to a function that ends that.
   * @param onGap called after messages may have been missed, since the engine was away
   */
  subscribe(channel: string, listener: (message: string) => void, onGap?: () => void): Promise<() => void>;
  close(): Promise<void>;
}

/**
 * The engine at an address; nothing is connected yet.
 * @param url `redis://user:password@host:port/database`, or `rediss:` with TLS
 * @throws StoreError if the client library is not installed
 */
export function createEngine(url: string): Engine {
  return new Connection(url, loadLibrary());
}

interface Library {
  Redis: new (url: string, options: RedisOptions) => Redis;
  Cluster: new (nodes: string[], options: ClusterOptions) => Cluster;
}

function loadLibrary(): Library {
  const places = [import.meta.url, join(process.cwd(), 'package.json')];
  for (const place of places) {
    try {
      return createRequire(place)(LIBRARY) as Library;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  throw new StoreError(
    `--store needs the package ${LIBRARY}, which is not installed. Add it beside cloudglue-mock: npm install ${LIBRARY}@0.4`,
  );
}

/** Everybody who can reach the store can publish: what no mock sent must not end this one. */
function tellOf(channel: string, tell: () => void): void {
  try {
    tell();
  } catch (error) {
    const { message } = error as Error;
    console.error(
      printableLine(`cloudglue-mock: a message of ${channel} is ignored, for no mock sent it: ${message}`),
    );
  }
}

const isOfSelect = (error: Error & { command?: { name: string } }) => error.command?.name === 'select';

class Connection implements Engine {
  readonly name: string;
  readonly #url: string;
  readonly #library: Library;
  #client: Redis | Cluster;
  /** A connection that follows channels takes no other commands. */
  readonly #subscriber: Redis;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #defined = new Set<string>();
  /** What was wrong with the connection last. */
  #problem: Error | undefined;
  #isOpen = false;
  #isAway = false;
  #isClosed = false;

  constructor(url: string, library: Library) {
    const { Redis } = library;
    const { protocol, host } = new URL(url);
    this.name = `${protocol}//${host}`;
    this.#url = url;
    this.#library = library;
    const options: RedisOptions = {
      lazyConnect: true,
      connectTimeout: PATIENCE,
      retryStrategy: () => RETRY_PAUSE,
      reconnectOnError: () => false,
    };
    this.#client = this.#watched(new Redis(url, { ...options, ...AT_ONCE }));
    // What the library does to resubscribe ends the process if it is refused.
    this.#subscriber = new Redis(url, { ...options, maxRetriesPerRequest: null, autoResubscribe: false });
    this.#subscriber.on('error', () => {});
    this.#subscriber.on('ready', () => this.#resubscribe());
    this.#subscriber.on('message', (channel: string, message: string) => {
      for (const { tell } of this.#listeners.get(channel) ?? []) tellOf(channel, () => tell(message));
    });
    this.#subscriber.on('close', () => {
      for (const { onGap } of [...this.#listeners.values()].flatMap((all) => [...all])) onGap?.();
    });
  }

  async open(): Promise<void> {
    try {
      await this.#client.connect();
      if (/cluster_enabled:1/.test(String(await (this.#client as Redis).call('INFO', 'cluster'))))
        await this.#useCluster();
      this.#isOpen = true;
      await this.#subscriber.connect();
    } catch (error) {
      await this.close();
      throw new StoreError(
        `cannot use the store ${this.name}: ${explainUnreachable(this.#problem ?? error)}`,
      );
    }
  }

  /** Finds the other nodes, and sends each command to the one that has its key. */
  async #useCluster(): Promise<void> {
    this.#client.disconnect();
    const { username, password, protocol } = new URL(this.#url);
    const redisOptions: RedisOptions = {
      ...AT_ONCE,
      connectTimeout: PATIENCE,
      ...(username && { username: decodeURIComponent(username) }),
      ...(password && { password: decodeURIComponent(password) }),
      ...(protocol === 'rediss:' && { tls: {} }),
    };
    const cluster = new this.#library.Cluster([this.#url], {
      lazyConnect: true,
      enableOfflineQueue: false,
      clusterRetryStrategy: () => RETRY_PAUSE,
      redisOptions,
    });
    this.#client = this.#watched(cluster);
    await cluster.connect();
  }

  async run(script: Script, keys: readonly string[], given: readonly Argument[]): Promise<unknown> {
    const { name, lua, keys: numberOfKeys } = script;
    if (!this.#defined.has(name)) {
      this.#defined.add(name);
      this.#client.defineCommand(name, { lua, numberOfKeys });
    }
    return this.#answered((this.#client as unknown as Commands)[name]?.(...keys, ...given), keys);
  }

  call(command: string, ...given: Argument[]): Promise<unknown> {
    return this.#answered((this.#client as Redis).call(command, ...given.map(String)), placesOf(given));
  }

  async subscribe(channel: string, tell: (message: string) => void, onGap?: () => void): Promise<() => void> {
    const listener = { tell, onGap };
    const listeners = this.#listeners.get(channel) ?? new Set<Listener>();
    this.#listeners.set(channel, listeners.add(listener));
    const end = () => {
      listeners.delete(listener);
      if (listeners.size > 0 || this.#isClosed) return;
      this.#listeners.delete(channel);
      this.#subscriber.unsubscribe(channel).catch(() => {});
    };
    try {
      if (listeners.size === 1) await this.#answered(this.#subscriber.subscribe(channel), [channel]);
    } catch (error) {
      end();
      throw error;
    }
    return end;
  }

  /** Follows the channels again on a new connection, and on another one if that is refused. */
  #resubscribe(): void {
    const channels = [...this.#listeners.keys()];
    if (channels.length > 0)
      this.#subscriber.subscribe(...channels).catch(() => this.#subscriber.disconnect(true));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#client.disconnect();
    this.#subscriber.disconnect();
    // The sockets close in a later turn, which may find nothing else that keeps the process alive until this is told.
    await delay(0);
  }

  /** @param places the keys or channels that it was asked about */
  async #answered(asked: Promise<unknown> | undefined, places: readonly string[]): Promise<unknown> {
    try {
      const answer = await asked;
      this.#found();
      return answer;
    } catch (error) {
      if (this.#isClosed) throw new StoreAway('the mock was closed');
      // What the library says without a connection is about its own options.
      const lost = (this.#isAway && this.#problem) || new Error('it ended the connection');
      const cause = this.#client.status === 'ready' ? (error as Error) : lost;
      const reason = plainWords(cause);
      if (cause.name !== 'ReplyError' || isNotYet(reason)) throw new StoreAway(reason);
      const typeOf = async (key: string) =>
        String(await (this.#client as Redis).call('TYPE', key).catch(() => 'none'));
      throw new StoreError(
        `the store ${this.name} refuses it: ${await explainRefusal(reason, places, typeOf)}`,
      );
    }
  }

  #watched<Client extends Redis | Cluster>(client: Client): Client {
    (client as Redis).on('error', (error) => {
      this.#lost(error);
      // The library would go on in another database.
      if (isOfSelect(error)) client.disconnect(true);
    });
    return client;
  }

  #lost(error: Error): void {
    this.#problem = error;
    // Until it was reached once, that is the caller's to tell.
    if (this.#isAway || this.#isClosed || !this.#isOpen) return;
    this.#isAway = true;
    console.error(
      printableLine(
        `cloudglue-mock: the store ${this.name} is away (${plainWords(error)}): requests get 503 until it is back`,
      ),
    );
  }

  #found(): void {
    if (this.#isAway) console.error(printableLine(`cloudglue-mock: the store ${this.name} is back`));
    this.#isAway = false;
  }
}
