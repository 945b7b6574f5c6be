// What a network fault is: each is one file here and one entry in the registry.
import type { FaultRule } from '../../records/fault-rule.ts';

/** The names that the control plane's document gives to network faults. */
export type NetworkFault = NonNullable<FaultRule['network']>;

/** How a connection ends, for whoever holds it. */
export interface ConnectionBreak {
  /** `reset` sends a TCP reset, `close` ends the connection as if all had been said. */
  by: 'reset' | 'close';
  /** The part of the body that is sent before, from 0 to 1, behind the status and the headers. Default: no byte at all. */
  afterBodyPart?: number;
}

/** The parts of a response that a fault can change. */
export interface ResponseParts {
  text: string;
  /** By name, in lower case. */
  headers: Record<string, string>;
}

export interface NetworkFaultDefinition {
  /** Whether the fault comes before the request is handled, so that nothing of it is done. Default: false. */
  beforeHandler?: boolean;
  /** Changes what is sent. */
  changeResponse?: (response: ResponseParts) => ResponseParts;
  /** What happens to the connection instead of a whole response. */
  breakConnection?: ConnectionBreak;
}
