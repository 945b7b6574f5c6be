// The connection is reset after half of the body, whose whole length was announced.
import type { NetworkFaultDefinition } from './network-fault.ts';

export const resetInBody: NetworkFaultDefinition = { breakConnection: { by: 'reset', afterBodyPart: 0.5 } };
