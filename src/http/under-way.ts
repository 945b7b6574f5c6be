// How many requests a client may have under way at once: what it sent before it saw an answer is no reaction to it.
import type { Socket } from 'node:net';
import { realTime, soon } from '../time/clock.ts';

/** The turns of the event loop in which requests came. What came in one turn was sent before any of it was answered. */
let turn = 0;
let isCounting = false;

function currentTurn(): number {
  if (!isCounting) {
    isCounting = true;
    soon(() => {
      isCounting = false;
      turn += 1;
    });
  }
  return turn;
}

interface Connection {
  id: number;
  /** The turn in which it was made. */
  openedIn: number;
}

let connections = 0;
const bySocket = new WeakMap<Socket, Connection>();

/** To be called when a connection was made. */
export const noteConnection = (socket: Socket): void =>
  void bySocket.set(socket, { id: ++connections, openedIn: currentTurn() });

interface Traffic {
  /** Open connections, idle ones included. */
  open: number;
  /** Requests that are not answered yet. */
  underWay: number;
  /** The turn of the latest answer, and its connection. */
  answeredIn: number;
  answeredOn: number | undefined;
  /** How many there may have been at once when there last were several, and when that was, in real time. */
  peak: number;
  peakAt: number;
}

/** Whether a request was sent, or its connection made, before the answer on another connection. */
const wasBeside = (
  { answeredIn, answeredOn }: Traffic,
  connection: Connection | undefined,
  isNew: boolean,
): boolean =>
  connection !== undefined &&
  answeredOn !== undefined &&
  answeredOn !== connection.id &&
  (answeredIn === currentTurn() || (isNew && connection.openedIn <= answeredIn));

/** Milliseconds for which a client that had several requests under way may have more. */
const MEMORY = 10_000;
/** Beyond that the one that was counted first is forgotten. */
const MOST_ACCOUNTS = 10_000;

export class UnderWay {
  readonly #byAccount = new Map<string, Traffic>();
  /** The accounts that a connection counts for. */
  readonly #bySocket = new WeakMap<Socket, Set<Traffic>>();

  /** Counts a request. Returns what is to be called once its answer is ready. */
  enter(accountId: string, socket: Socket | undefined): () => void {
    const traffic = this.#trafficOf(accountId);
    traffic.underWay += 1;
    const isNew = socket !== undefined && this.#open(socket, traffic);
    const connection = socket && bySocket.get(socket);
    if (traffic.underWay > 1 || wasBeside(traffic, connection, isNew)) {
      const at = realTime();
      const count = Math.max(traffic.underWay, traffic.open, 2);
      traffic.peak = at - traffic.peakAt < MEMORY ? Math.max(traffic.peak, count) : count;
      traffic.peakAt = at;
    }
    return () => {
      traffic.underWay -= 1;
      traffic.answeredIn = currentTurn();
      traffic.answeredOn = connection?.id;
    };
  }

  /** Whether the connection is one that the account did not have before. */
  #open(socket: Socket, traffic: Traffic): boolean {
    let served = this.#bySocket.get(socket);
    if (served?.has(traffic) || socket.destroyed) return false;
    if (!served) {
      const all = new Set<Traffic>();
      this.#bySocket.set(socket, all);
      socket.once('close', () => {
        for (const one of all) one.open -= 1;
      });
      served = all;
    }
    served.add(traffic);
    traffic.open += 1;
    return true;
  }

  #trafficOf(accountId: string): Traffic {
    let traffic = this.#byAccount.get(accountId);
    if (!traffic) {
      traffic = { open: 0, underWay: 0, answeredIn: -1, answeredOn: undefined, peak: 1, peakAt: 0 };
      this.#byAccount.set(accountId, traffic);
      const [oldest] = this.#byAccount.keys();
      if (this.#byAccount.size > MOST_ACCOUNTS && oldest !== undefined) this.#byAccount.delete(oldest);
    }
    return traffic;
  }

  /** At least one. */
  of(accountId: string | null): number {
    const traffic = accountId === null ? undefined : this.#byAccount.get(accountId);
    return traffic && realTime() - traffic.peakAt < MEMORY ? traffic.peak : 1;
  }
}
