// The request is processed, but the connection is reset before any byte of the response: a retry finds its effects.
import type { NetworkFaultDefinition } from './network-fault.ts';

export const answerLost: NetworkFaultDefinition = { breakConnection: { by: 'reset' } };
