// The definition of a network fault: each is one file here and one entry in the registry.
import type { OperationId } from '../../openapi/cloudglue.ts';
import type { FaultRule } from '../../records/fault-rule.ts';

/** The names of network faults in the control plane's document. */
export type NetworkFault = NonNullable<FaultRule['network']>;

/** How the server breaks a connection. */
export interface ConnectionBreak {
  /** `reset` sends a TCP reset, `close` ends the connection normally. */
  by: 'reset' | 'close';
  /** The fraction of the body to send first, from 0 to 1, after the status and headers. Default: nothing is sent at all. */
  afterBodyPart?: number;
}

/** The parts of a response that a fault can change. */
export interface ResponseParts {
  text: string;
  /** By lower-case name. */
  headers: Record<string, string>;
  /** What the text is as JSON, where it still is what the operation answers. */
  value?: unknown;
}

/** Of the request that gets the response. */
export interface ResponseContext {
  operation: OperationId;
}

export interface NetworkFaultDefinition {
  /** Whether the fault occurs before the request is processed, so that it has no effect. Default: false. */
  beforeHandler?: boolean;
  /** Changes the response that is sent. */
  changeResponse?: (response: ResponseParts, context: ResponseContext) => ResponseParts;
  /** Breaks the connection instead of sending the whole response. */
  breakConnection?: ConnectionBreak;
}
