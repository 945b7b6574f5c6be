// Status and headers as they should be, but no body.
import type { NetworkFaultDefinition } from './network-fault.ts';

export const emptyBody: NetworkFaultDefinition = {
  changeResponse: ({ headers }) => ({ headers, text: '' }),
};
