// Sends half of the body, with a Content-Length of that half.
import type { NetworkFaultDefinition } from './network-fault.ts';

export const truncatedJson: NetworkFaultDefinition = {
  changeResponse: ({ headers, text }) => ({ headers, text: text.slice(0, Math.ceil(text.length / 2)) }),
};
