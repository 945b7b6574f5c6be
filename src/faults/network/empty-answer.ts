// The connection is closed without a byte, before anything of the request is done.
import type { NetworkFaultDefinition } from './network-fault.ts';

export const emptyAnswer: NetworkFaultDefinition = {
  beforeHandler: true,
  breakConnection: { by: 'close' },
};
