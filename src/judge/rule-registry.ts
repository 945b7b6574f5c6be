// Every rule by which clients are judged: a new one is a file and an entry here.
import { deprecatedOperation } from './requests/deprecated-operation.ts';
import { invalidUpload } from './requests/invalid-upload.ts';
import { invalidValue } from './requests/invalid-value.ts';
import { malformedApiKey } from './requests/malformed-api-key.ts';
import { malformedId } from './requests/malformed-id.ts';
import { malformedJson } from './requests/malformed-json.ts';
import { malformedUri } from './requests/malformed-uri.ts';
import { missingApiKey } from './requests/missing-api-key.ts';
import { missingBody } from './requests/missing-body.ts';
import { missingValue } from './requests/missing-value.ts';
import { operationNotInMock } from './requests/operation-not-in-mock.ts';
import { repeatedQueryParameter } from './requests/repeated-query-parameter.ts';
import { unexpectedBody } from './requests/unexpected-body.ts';
import { unknownBodyField } from './requests/unknown-body-field.ts';
import { unknownHeader } from './requests/unknown-header.ts';
import { unknownMethod } from './requests/unknown-method.ts';
import { unknownOperation } from './requests/unknown-operation.ts';
import { unknownQueryParameter } from './requests/unknown-query-parameter.ts';
import { unsupportedOption } from './requests/unsupported-option.ts';
import { wrongBasePath } from './requests/wrong-base-path.ts';
import { wrongContentType } from './requests/wrong-content-type.ts';
import { wrongEndpoint } from './requests/wrong-endpoint.ts';
import type { RequestRule, RuleDescription, SequenceRule } from './rule.ts';
import { duplicateWebhook } from './sequences/duplicate-webhook.ts';
import { fileNeverRead } from './sequences/file-never-read.ts';
import { firstPageOnly } from './sequences/first-page-only.ts';
import { hopelessRetry } from './sequences/hopeless-retry.ts';
import { listingNotRestarted } from './sequences/listing-not-restarted.ts';
import { missingRetry } from './sequences/missing-retry.ts';
import { pageTokenOfOtherListing } from './sequences/page-token-of-other-listing.ts';
import { pollAfterEnd } from './sequences/poll-after-end.ts';
import { pollStoppedEarly } from './sequences/poll-stopped-early.ts';
import { pollTooFast } from './sequences/poll-too-fast.ts';
import { retryTooEarly } from './sequences/retry-too-early.ts';
import { retryWithoutPause } from './sequences/retry-without-pause.ts';
import { stopAtEmptyPage } from './sequences/stop-at-empty-page.ts';
import { syncAsPoll } from './sequences/sync-as-poll.ts';
import { unsafeRetry } from './sequences/unsafe-retry.ts';

export const requestRules: readonly RequestRule[] = [
  unknownOperation,
  operationNotInMock,
  wrongBasePath,
  unknownMethod,
  missingApiKey,
  malformedApiKey,
  unknownQueryParameter,
  repeatedQueryParameter,
  unknownHeader,
  unknownBodyField,
  missingValue,
  invalidValue,
  malformedId,
  wrongContentType,
  malformedJson,
  missingBody,
  unexpectedBody,
  invalidUpload,
  wrongEndpoint,
  malformedUri,
  unsupportedOption,
  deprecatedOperation,
];

export const sequenceRules: readonly SequenceRule[] = [
  retryTooEarly,
  retryWithoutPause,
  hopelessRetry,
  unsafeRetry,
  missingRetry,
  pollTooFast,
  pollAfterEnd,
  pollStoppedEarly,
  syncAsPoll,
  fileNeverRead,
  firstPageOnly,
  stopAtEmptyPage,
  pageTokenOfOtherListing,
  listingNotRestarted,
  duplicateWebhook,
];

/** All of them, for whoever lists or names rules. */
export const allRules: readonly RuleDescription[] = [...requestRules, ...sequenceRules];
