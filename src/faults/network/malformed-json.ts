// Sends a body of nearly the right length that is not valid JSON.
import type { NetworkFaultDefinition } from './network-fault.ts';

export const malformedJson: NetworkFaultDefinition = {
  changeResponse: ({ headers, text }) => ({ headers, text: `${text.slice(0, 1)},${text.slice(1)}` }),
};
