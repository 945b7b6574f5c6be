// The connection is closed before the request is processed, without any byte of a response.
import type { NetworkFaultDefinition } from './network-fault.ts';

export const emptyAnswer: NetworkFaultDefinition = {
  beforeHandler: true,
  breakConnection: { by: 'close' },
};
