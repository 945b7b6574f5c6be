// What fault rules look at in a request.
import type { OperationId } from '../openapi/cloudglue.ts';

/** What a request names. */
export interface NamedInRequest {
  /** The URI to be synced, as it was given and in its canonical form. */
  uris: string[];
  /** The type of the connector that the request goes to, or that its URI belongs to. */
  connector: string | undefined;
  /** The type of the connector that its URI belongs to. */
  owner: string | undefined;
  /** The id of a file to be used. */
  file: string | undefined;
}

export interface RequestFacts {
  operation: OperationId;
  header: (name: string) => string | undefined;
  /** Computed when it is first needed: most rules are about other requests, whatever those name. */
  named: () => NamedInRequest;
}
