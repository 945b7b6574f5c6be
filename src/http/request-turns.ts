// Pipelined requests: the next one of a connection is handled once the client has taken the response before it.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Requests that may wait on all connections together. Whoever sends more does not read, and is cut off. */
const MOST_WAITING = 10_000;

interface Waiting {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
}

/** The requests of a connection, for which node:http makes a response each as soon as they are parsed. */
interface Connection {
  /** The response under way; that to a request which was not read to its end stays. */
  current: ServerResponse | undefined;
  waiting: Waiting[];
}

export interface RequestTurns {
  /** Handles each request once the one before it on its connection was answered. */
  listener: RequestListener;
  /** The response to the request that was received last on a connection. */
  latestOf(socket: Socket): ServerResponse | undefined;
}

/**
 * Nothing is read from a connection while requests wait on it: node:http by itself makes all their responses at once,
 * and holds them in memory for a client that never reads.
 */
export function createRequestTurns(listener: RequestListener): RequestTurns {
  const connections = new WeakMap<Socket, Connection>();
  let waitingInAll = 0;

  function handle({ incoming, outgoing }: Waiting, connection: Connection): void {
    connection.current = outgoing;
    // It is closed once all of it is with the system, which takes no more than the client reads.
    outgoing.once('close', () => {
      // Kept until the next request, a response and all that it holds would outlive a scavenge.
      if (incoming.complete) connection.current = undefined;
      handleNext(incoming.socket, connection);
    });
    listener(incoming, outgoing);
  }

  function handleNext(socket: Socket, connection: Connection): void {
    const next = connection.waiting.shift();
    if (!next) return;
    waitingInAll--;
    if (socket.destroyed) {
      waitingInAll -= connection.waiting.length;
      connection.waiting = [];
      return;
    }
    if (connection.waiting.length === 0) socket.resume();
    handle(next, connection);
  }

  return {
    latestOf(socket) {
      const connection = connections.get(socket);
      return connection?.waiting.at(-1)?.outgoing ?? connection?.current;
    },
    listener(incoming, outgoing) {
      const { socket } = incoming;
      const connection = connections.get(socket);
      if (!connection) {
        const first: Connection = { current: outgoing, waiting: [] };
        connections.set(socket, first);
        handle({ incoming, outgoing }, first);
      } else if (connection.current?.closed !== false) {
        handle({ incoming, outgoing }, connection);
      } else {
        connection.waiting.push({ incoming, outgoing });
        waitingInAll++;
        socket.pause();
        if (waitingInAll > MOST_WAITING) socket.destroy();
      }
    },
  };
}
