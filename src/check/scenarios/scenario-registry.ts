// Every scenario of this program, in the order of an exam: a new one is a file and an entry here.
import { allIsWell } from './built-in/all-is-well.ts';
import { answerLost } from './built-in/answer-lost.ts';
import { brokenBody } from './built-in/broken-body.ts';
import { emptyPage } from './built-in/empty-page.ts';
import { fileDeleted } from './built-in/file-deleted.ts';
import { keyRevoked } from './built-in/key-revoked.ts';
import { newerVersion } from './built-in/newer-version.ts';
import { noCredits } from './built-in/no-credits.ts';
import { pageTokenExpires } from './built-in/page-token-expires.ts';
import { processingFails } from './built-in/processing-fails.ts';
import { processingNeverEnds } from './built-in/processing-never-ends.ts';
import { providerBusy } from './built-in/provider-busy.ts';
import { providerDown } from './built-in/provider-down.ts';
import { rateLimited } from './built-in/rate-limited.ts';
import { serverError } from './built-in/server-error.ts';
import { slowAnswer } from './built-in/slow-answer.ts';
import { uploadAnswerLost } from './built-in/upload-answer-lost.ts';
import type { Scenario } from './scenario.ts';

/** The scenario without trouble, which comes first. */
export const wellScenario: Scenario = allIsWell;

export const scenarios: readonly Scenario[] = [
  allIsWell,
  providerBusy,
  rateLimited,
  serverError,
  providerDown,
  answerLost,
  uploadAnswerLost,
  brokenBody,
  slowAnswer,
  emptyPage,
  pageTokenExpires,
  processingFails,
  processingNeverEnds,
  keyRevoked,
  noCredits,
  newerVersion,
  fileDeleted,
];
