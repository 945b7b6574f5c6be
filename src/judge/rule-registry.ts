// Every rule by which clients are judged: a new one is a file and an entry here.
import { deprecatedOperation } from './requests/deprecated-operation.ts';
import type { RequestRule, SequenceRule } from './rule.ts';
import { retryTooEarly } from './sequences/retry-too-early.ts';

export const requestRules: readonly RequestRule[] = [deprecatedOperation];

export const sequenceRules: readonly SequenceRule[] = [retryTooEarly];
