// The request is done, but the connection is reset before a byte of the response: a retry meets what was done.
import type { NetworkFaultDefinition } from './network-fault.ts';

export const answerLost: NetworkFaultDefinition = { breakConnection: { by: 'reset' } };
