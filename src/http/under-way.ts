// Whether a client has several requests under way at once, or several clients share a key: what somebody sent who did not
// see an answer is no reaction to it.
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
  /** The turn in which it was made. */
  openedIn: number;
  /** Whether a request came on it. */
  isUsed: boolean;
  /** Whether more requests may come on it. */
  isOpen: boolean;
}

const connections = new WeakMap<object, Connection>();

/** To be called when a connection was made. */
export function noteConnection(socket: Socket): void {
  const connection: Connection = { openedIn: currentTurn(), isUsed: false, isOpen: true };
  const close = () => {
    connection.isOpen = false;
  };
  // The client's end comes first; where the connection breaks, there is none.
  socket.once('end', close).once('close', close);
  connections.set(socket, connection);
}

interface Traffic {
  /** Requests that are not answered yet. */
  underWay: number;
  /** The turn of the latest answer, its real time and its connection. */
  answeredIn: number;
  answeredAt: number;
  answeredOn: Connection | undefined;
  /** Whether the latest answer was given in the process, and the code that asked for it has not gone on yet. */
  isUnseen: boolean;
  /** Those that requests came on and that are still open, in the order of their first request. */
  connections: Connection[];
  /** When there last were several requests or clients, in real time. */
  severalAt: number;
}

/** Milliseconds for which whoever had several requests under way may have them again. */
const MEMORY = 60_000;
/** Beyond that the account that was counted first is forgotten. */
const MOST_ACCOUNTS = 10_000;

/** The connections that a client keeps which sends one request after the other: the fetch of Node.js takes turns. */
const OF_ONE = 2;
/** Milliseconds after an answer, after which the same client has its first connection free again. */
const FREE = 500;

/** Whether a request was sent, or its connection made, before the answer on another connection. */
const wasBeside = ({ answeredIn }: Traffic, { openedIn, isUsed }: Connection): boolean =>
  answeredIn === currentTurn() || (!isUsed && openedIn <= answeredIn);

/** Whether a request that does not come on the connection of the latest answer is of another client. */
const isOfAnother = ({ connections, answeredAt }: Traffic, connection: Connection): boolean =>
  connections.length > OF_ONE || (connection !== connections[0] && realTime() - answeredAt > FREE);

/** Whether whoever sent a request did not see the latest answer, as far as their connections tell. */
function sawNoAnswer(traffic: Traffic, connection: Connection): boolean {
  if (connection === traffic.answeredOn) return false;
  traffic.connections = traffic.connections.filter(({ isOpen }) => isOpen);
  if (!traffic.connections.includes(connection)) traffic.connections.push(connection);
  return (
    traffic.answeredOn !== undefined && (wasBeside(traffic, connection) || isOfAnother(traffic, connection))
  );
}

export class UnderWay {
  readonly #byAccount = new Map<string, Traffic>();

  /** Notes a request. Returns what is to be called once its answer is ready. */
  enter(accountId: string, socket: object | undefined): () => void {
    const traffic = this.#trafficOf(accountId);
    const connection = socket && connections.get(socket);
    traffic.underWay += 1;
    const isBeside = connection ? sawNoAnswer(traffic, connection) : traffic.isUnseen;
    if (isBeside || traffic.underWay > 1) traffic.severalAt = realTime();
    if (connection) connection.isUsed = true;
    return () => {
      traffic.underWay -= 1;
      traffic.answeredIn = currentTurn();
      traffic.answeredAt = realTime();
      traffic.answeredOn = connection;
      if (connection) return;
      // In the process, an answer may be ready before the next of several requests is even sent.
      traffic.isUnseen = true;
      queueMicrotask(() => {
        traffic.isUnseen = false;
      });
    };
  }

  #trafficOf(accountId: string): Traffic {
    let traffic = this.#byAccount.get(accountId);
    if (!traffic) {
      traffic = {
        underWay: 0,
        answeredIn: -1,
        answeredAt: 0,
        answeredOn: undefined,
        isUnseen: false,
        connections: [],
        severalAt: Number.NEGATIVE_INFINITY,
      };
      this.#byAccount.set(accountId, traffic);
      const [oldest] = this.#byAccount.keys();
      if (this.#byAccount.size > MOST_ACCOUNTS && oldest !== undefined) this.#byAccount.delete(oldest);
    }
    return traffic;
  }

  /** Whether the account had several requests under way, or several clients, within the last minute. */
  hadSeveral(accountId: string | null): boolean {
    const traffic = accountId === null ? undefined : this.#byAccount.get(accountId);
    return traffic !== undefined && realTime() - traffic.severalAt < MEMORY;
  }
}
