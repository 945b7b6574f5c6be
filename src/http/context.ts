// What the stages of a request hand on to its handler, and what the door has to know of it.
import type { Account } from '../accounts/account.ts';
import type { ErrorName } from '../errors/catalogue.ts';
import type { BrokenConnection } from '../faults/network.ts';
import type { View } from '../files/bodies.ts';
import type { OperationId } from '../openapi/cloudglue.ts';

export interface AppEnv {
  Variables: {
    /** The id that the answer carries. */
    requestId: string;
    account: Account;
    view: View;
    operation: OperationId;
    /** The text of the body, once it was read as such. */
    body: string;
    /** Ids of the fault rules that fired. */
    faults: string[];
    /** The text of an answer that was damaged or that comes in pieces. */
    answer: string;
  };
  Bindings: Door;
}

/** One object for each request, by which the door and the app speak. */
export interface Door {
  /** Whether other machines can come in here; undefined where no port is open. */
  exposed?: boolean;
  /** Names and values of the request's headers in turns, as they came. */
  rawHeaders?: readonly string[];
  /** Aborted when the mock is closed, where no connection tells that nobody waits any more. */
  closing?: AbortSignal;
  /** Whether the mock itself asks, to set a provider state up: no fault strikes, and nothing is written down. */
  behindTheScenes?: true;
  /** The error case that was answered. */
  errorCase?: ErrorName;
  /** What the app wants done to the connection instead of answering. */
  broken?: BrokenConnection;
}
