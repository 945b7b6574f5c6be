// How many requests of an account may be under way at once: what was sent before an answer was seen is no reaction to it.
import type { Socket } from 'node:net';

/**
 * A client has at most one request on a connection, so its open connections count, idle ones included; without
 * connections, the requests that are not answered yet.
 */
export class UnderWay {
  readonly #byAccount = new Map<string, number>();
  /** The accounts that a connection counts for. */
  readonly #bySocket = new WeakMap<Socket, Set<string>>();

  /** Counts a request. Returns what is to be called once it was answered. */
  enter(accountId: string, socket: Socket | undefined): () => void {
    if (socket) this.#enterOn(socket, accountId);
    else this.#add(accountId, 1);
    return socket ? () => {} : () => this.#add(accountId, -1);
  }

  #enterOn(socket: Socket, accountId: string): void {
    let accounts = this.#bySocket.get(socket);
    if (!accounts) {
      const all = new Set<string>();
      this.#bySocket.set(socket, all);
      socket.once('close', () => {
        for (const id of all) this.#add(id, -1);
      });
      accounts = all;
    }
    if (accounts.has(accountId) || socket.destroyed) return;
    accounts.add(accountId);
    this.#add(accountId, 1);
  }

  #add(accountId: string, count: number): void {
    const sum = (this.#byAccount.get(accountId) ?? 0) + count;
    if (sum > 0) this.#byAccount.set(accountId, sum);
    else this.#byAccount.delete(accountId);
  }

  /** At least one. */
  of(accountId: string | null): number {
    return (accountId === null ? undefined : this.#byAccount.get(accountId)) ?? 1;
  }
}
