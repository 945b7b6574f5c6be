// Sends the right body with the content type of HTML.
import type { NetworkFaultDefinition } from './network-fault.ts';

export const wrongContentType: NetworkFaultDefinition = {
  changeResponse: ({ headers, text }) => ({
    headers: { ...headers, 'content-type': 'text/html; charset=UTF-8' },
    text,
  }),
};
