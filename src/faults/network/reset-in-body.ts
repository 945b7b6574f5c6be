// Resets the connection after half of the body; Content-Length is that of the whole body.
import type { NetworkFaultDefinition } from './network-fault.ts';

export const resetInBody: NetworkFaultDefinition = { breakConnection: { by: 'reset', afterBodyPart: 0.5 } };
