// Every network fault by its name in the control plane's document; the compiler reports a missing one.
import { answerLost } from './answer-lost.ts';
import { connectionReset } from './connection-reset.ts';
import { emptyAnswer } from './empty-answer.ts';
import { emptyBody } from './empty-body.ts';
import { malformedJson } from './malformed-json.ts';
import type { NetworkFault, NetworkFaultDefinition } from './network-fault.ts';
import { newerVersion } from './newer-version.ts';
import { resetInBody } from './reset-in-body.ts';
import { truncatedJson } from './truncated-json.ts';
import { wrongContentType } from './wrong-content-type.ts';

export const networkFaults = {
  'connection-reset': connectionReset,
  'answer-lost': answerLost,
  'reset-in-body': resetInBody,
  'empty-answer': emptyAnswer,
  'empty-body': emptyBody,
  'truncated-json': truncatedJson,
  'malformed-json': malformedJson,
  'wrong-content-type': wrongContentType,
  'newer-version': newerVersion,
} satisfies Record<NetworkFault, NetworkFaultDefinition>;

/** A network fault by its name, typed as the common definition. */
export const networkFault = (name: NetworkFault): NetworkFaultDefinition => networkFaults[name];
