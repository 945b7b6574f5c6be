// The connection is reset without a byte, before anything of the request is done.
import type { NetworkFaultDefinition } from './network-fault.ts';

export const connectionReset: NetworkFaultDefinition = {
  beforeHandler: true,
  breakConnection: { by: 'reset' },
};
