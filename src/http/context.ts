// The request context: what earlier steps of the pipeline leave for later ones, and what the caller of the app adds.
import type { Account } from '../accounts/account.ts';
import type { ErrorName } from '../errors/catalogue.ts';
import type { InvalidPart } from '../errors/explain.ts';
import type { ConnectionBreak } from '../faults/network/network-fault.ts';
import type { View } from '../files/bodies.ts';
import type { OperationId } from '../openapi/cloudglue.ts';
import type { ApiVersion } from '../openapi/versions.ts';

export interface AppEnv {
  Variables: {
    /** The id that the response carries. */
    requestId: string;
    /** Headers of the response, whatever it will be. */
    responseHeaders: Record<string, string>;
    account: Account;
    view: View;
    /** The version of the API of the account. It stays readable when the account is reset meanwhile. */
    apiVersion: ApiVersion;
    /** Whether the account's files move with its running clock; likewise. */
    isTimed: boolean;
    /** Of the API; the control plane's operations have none here. */
    operation: OperationId;
    /** Whether the request only looks at the account, and is to leave no trace. */
    isObserver: boolean | undefined;
    /** The text of the body, once it was read as text. */
    requestBody: string;
    /** The value of a JSON body, once it was read. */
    jsonBody: unknown;
    /** The values of each query parameter, once they were read. */
    queries: Record<string, string[]>;
    /** The names of the parts of the form that was uploaded, but for the file. */
    formFields: string[];
    /** What of the request does not fit the document. */
    invalid: InvalidPart;
    /** What was ignored because the account's version of the API does not have it, with its first version if it came later. */
    ignored: string[];
    /** Makes a response's body that of the account's version of the API; undefined at the newest. */
    fitBody: ((body: unknown, status: number) => unknown) | undefined;
    /** Ids of the fault rules that fired. */
    faults: string[];
    /** Whether they, or the header Prefer, asked for the error that is answered. */
    isForced: boolean;
  };
  Bindings: RequestBindings;
}

/** What passes between the app and whoever calls it, one object for each request. */
export interface RequestBindings {
  /** Whether other machines can reach the port; undefined where there is none. */
  readonly exposed: boolean | undefined;
  /** Host and port that the mock listens on, as a URL has them; undefined where there is no port. */
  readonly address: string | undefined;
  /** Names and values of the request's headers in turns, as they came; undefined where there is no connection. */
  readonly rawHeaders: readonly string[] | undefined;
  /** The connection of the request; undefined where there is none. */
  readonly socket: object | undefined;
  /** Aborted when the mock is closed; undefined where the end of the connection tells that. */
  readonly closing: AbortSignal | undefined;
  /** Whether the mock itself sends the request, to set up a provider state: no faults, and no journal entry. */
  readonly isInternal: boolean;
  /** Set by the app: the error case of the response. */
  errorCase: ErrorName | undefined;
  /** Set by the app: what is to happen to the connection instead of a whole response. */
  connectionBreak: ConnectionBreak | undefined;
}

type Given = Partial<
  Pick<RequestBindings, 'exposed' | 'address' | 'rawHeaders' | 'socket' | 'closing' | 'isInternal'>
>;

/** The bindings of a new request. */
export const createBindings = ({
  exposed,
  address,
  rawHeaders,
  socket,
  closing,
  isInternal = false,
}: Given = {}): RequestBindings => ({
  exposed,
  address,
  rawHeaders,
  socket,
  closing,
  isInternal,
  errorCase: undefined,
  connectionBreak: undefined,
});

/** The app as a function: it opens no port. */
export type RequestHandler = (request: Request, bindings: RequestBindings) => Response | Promise<Response>;
