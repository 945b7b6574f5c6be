// Whether a client has several requests under way at once: what it sent before it saw an answer is no reaction to it.
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
}

const connections = new WeakMap<object, Connection>();

/** To be called when a connection was made. */
export const noteConnection = (socket: object): void =>
  void connections.set(socket, { openedIn: currentTurn(), isUsed: false });

interface Traffic {
  /** Requests that are not answered yet. */
  underWay: number;
  /** The turn of the latest answer, and its connection. */
  answeredIn: number;
  answeredOn: Connection | undefined;
  /** When there last were several requests, in real time. */
  severalAt: number;
}

/** Milliseconds for which a client that had several requests under way may have them again. */
const MEMORY = 60_000;
/** Beyond that the account that was counted first is forgotten. */
const MOST_ACCOUNTS = 10_000;

/** Whether a request was sent, or its connection made, before the answer on another connection. */
const wasBeside = ({ answeredIn, answeredOn }: Traffic, { openedIn, isUsed }: Connection): boolean =>
  answeredOn !== undefined && (answeredIn === currentTurn() || (!isUsed && openedIn <= answeredIn));

export class UnderWay {
  readonly #byAccount = new Map<string, Traffic>();

  /** Notes a request. Returns what is to be called once its answer is ready. */
  enter(accountId: string, socket: object | undefined): () => void {
    const traffic = this.#trafficOf(accountId);
    const connection = socket && connections.get(socket);
    traffic.underWay += 1;
    const isBeside =
      connection !== undefined && connection !== traffic.answeredOn && wasBeside(traffic, connection);
    if (isBeside || traffic.underWay > 1) traffic.severalAt = realTime();
    if (connection) connection.isUsed = true;
    return () => {
      traffic.underWay -= 1;
      traffic.answeredIn = currentTurn();
      traffic.answeredOn = connection;
    };
  }

  #trafficOf(accountId: string): Traffic {
    let traffic = this.#byAccount.get(accountId);
    if (!traffic) {
      traffic = { underWay: 0, answeredIn: -1, answeredOn: undefined, severalAt: Number.NEGATIVE_INFINITY };
      this.#byAccount.set(accountId, traffic);
      const [oldest] = this.#byAccount.keys();
      if (this.#byAccount.size > MOST_ACCOUNTS && oldest !== undefined) this.#byAccount.delete(oldest);
    }
    return traffic;
  }

  /** Whether the account had several requests under way at once within the last minute. */
  hadSeveral(accountId: string | null): boolean {
    const traffic = accountId === null ? undefined : this.#byAccount.get(accountId);
    return traffic !== undefined && realTime() - traffic.severalAt < MEMORY;
  }
}
