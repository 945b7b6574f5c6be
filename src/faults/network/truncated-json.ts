// Half of the body, as if it were all: its length is announced as that of the half.
import type { NetworkFaultDefinition } from './network-fault.ts';

export const truncatedJson: NetworkFaultDefinition = {
  changeResponse: ({ headers, text }) => ({ headers, text: text.slice(0, Math.ceil(text.length / 2)) }),
};
