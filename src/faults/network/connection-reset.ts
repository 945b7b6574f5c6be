// The connection is reset before the request is processed, without any byte of a response.
import type { NetworkFaultDefinition } from './network-fault.ts';

export const connectionReset: NetworkFaultDefinition = {
  beforeHandler: true,
  breakConnection: { by: 'reset' },
};
