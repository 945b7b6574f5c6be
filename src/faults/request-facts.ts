// The facts about a request that fault rules are matched against.
import type { OperationId } from '../openapi/cloudglue.ts';

/** The resources that a request names. */
export interface NamedInRequest {
  /** The URI to sync, as given and in canonical form. */
  uris: string[];
  /** The type of the connector that the request is sent to, or else that its URI belongs to. */
  connector: string | undefined;
  /** The type of the connector that its URI belongs to. */
  owner: string | undefined;
  /** The id of the file to use, in the body. */
  file: string | undefined;
}

export interface RequestFacts {
  operation: OperationId;
  header: (name: string) => string | undefined;
  /** The values of a query parameter. */
  query: (name: string) => readonly string[];
  /** The id of the file that the path or the body names. */
  file: () => string | undefined;
  /** Computed on first use, because most rules already fail to match by operation. */
  named: () => NamedInRequest;
}
