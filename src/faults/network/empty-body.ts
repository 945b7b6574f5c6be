// Sends the right status and headers, but no body.
import type { NetworkFaultDefinition } from './network-fault.ts';

export const emptyBody: NetworkFaultDefinition = {
  changeResponse: ({ headers }) => ({ headers, text: '' }),
};
