// The provider states in which a recorded request may be answered as it was, the most likely first.
import type { ErrorName } from '../../errors/catalogue.ts';
import type { OperationId } from '../../openapi/cloudglue.ts';
import type { StateName } from '../../provider-states/state-catalogue.ts';
import { connectorTypeOf } from '../../sources/connectors/connector-registry.ts';
import { type Known, type Recorded, textAt } from './recorded.ts';

/** A provider state with its parameters. */
export interface StateUse {
  name: StateName;
  params?: Record<string, unknown>;
}
/** States that hold together. */
export type Situation = StateUse[];

/** What choosing states needs of a request. */
interface Facts extends Recorded {
  /** The parameter `type` of states: that of the connector in the path, or else of the URI in the body. */
  type: { type?: string };
  /** The parameter `collection_type`, if it is known. */
  collection: { collection_type?: string };
  /** The URI that the file in the path was made of. */
  fileUri: string | undefined;
  /** The URI in the body or the query. */
  url: string | undefined;
  /** The status in the answer. */
  fileStatus: string | undefined;
}

const use = (name: StateName, params: Record<string, unknown> = {}): StateUse => ({
  name,
  ...(Object.keys(params).length > 0 && { params }),
});

const FRESH: Situation = [use('the account is fresh')];
const aCollection = ({ collection }: Facts): Situation => [use('a collection exists', collection)];
const anImport: Situation[] = [
  [use('an import exists')],
  [use('an import has run')],
  [use('an import is running')],
];
const aTag: Situation[] = [[use('a file is tagged')]];
const aWebhook: Situation[] = [[use('a webhook exists')]];
const inCollection: Situation[] = [
  [use('a file is in a collection')],
  [use('a file of a collection is completed')],
];

/** Files of the default source, and of the one that the client's file had. */
const aFile = ({ fileUri }: Facts): Situation[] => [
  [use('a file exists')],
  ...(fileUri === undefined ? [] : [[use('a file exists', { uri: fileUri })]]),
];

/** The parameters of the listing that a request asks for. */
function listingOf({ type, query }: Facts): Record<string, unknown> {
  const { limit, page_token: _, ...filters } = query;
  return {
    ...type,
    ...(Number(limit) > 0 && { limit: Number(limit) }),
    ...(Object.keys(filters).length > 0 && { filters }),
  };
}

const STATUSES = ['pending', 'processing', 'completed', 'failed', 'not_applicable'] as const;

/** A file with the status that the answer has. */
function aFileWith({ fileStatus }: Facts, uri: string | undefined): Situation[] {
  const status = STATUSES.find((one) => one === fileStatus);
  return status === undefined ? [] : [[use(`the file is ${status}`, uri === undefined ? {} : { uri })]];
}

const existingOf = (facts: Facts): Situation[] =>
  facts.url === undefined ? [] : [...aFileWith(facts, facts.url), [use('a file exists', { uri: facts.url })]];

const added = (facts: Facts): Situation[] =>
  textAt(facts.body, 'file_id') === undefined
    ? [aCollection(facts), ...existingOf(facts).map((file) => [...aCollection(facts), ...file])]
    : [[...aCollection(facts), use('a file exists')]];

/** The situations of each operation. */
const OF_OPERATION: Record<OperationId, (facts: Facts) => Situation[]> = {
  listDataConnectors: () => [],
  listDataConnectorFiles: (facts) => {
    const { type, query, answer } = facts;
    const goesOn = query.page_token !== undefined || (answer as { has_more?: boolean }).has_more === true;
    const exists = [use('a connector exists', type)];
    return goesOn ? [[use('a listing goes on', listingOf(facts))], exists] : [exists];
  },
  syncDataConnectorFile: (facts) => [
    [use('an item exists', facts.type)],
    ...existingOf(facts),
    [use('a connector exists', facts.type)],
  ],
  getDataConnectorSourceMetadata: ({ type }) => [
    [use('an item exists', type)],
    [use('a connector exists', type)],
  ],
  listFiles: () => [[use('files exist')], [use('a file exists')]],
  uploadFile: () => [],
  syncFileFromUrl: (facts) => [FRESH, ...existingOf(facts)],
  getFile: (facts) => [...aFileWith(facts, undefined), ...aFileWith(facts, facts.fileUri), ...aFile(facts)],
  syncFileSourceMetadata: aFile,
  updateFile: aFile,
  deleteFile: aFile,
  listFileTags: () => [...aTag, [use('a file exists')]],
  listCollections: () => [[use('a collection exists')]],
  createCollection: ({ body }) => [
    FRESH,
    [use('a collection exists', { name: textAt(body, 'name') ?? 'Talks' })],
  ],
  getCollection: (facts) => [aCollection(facts)],
  updateCollection: (facts) => [aCollection(facts)],
  deleteCollection: (facts) => [aCollection(facts)],
  addMedia: added,
  addVideo: added,
  addYouTubeVideo: added,
  listVideos: (facts) => [...inCollection, aCollection(facts)],
  getVideo: (facts) => [...inCollection, aCollection(facts)],
  deleteVideo: (facts) => [...inCollection, aCollection(facts)],
  listMetadataImports: () => anImport,
  createMetadataImport: (facts) => [
    aCollection(facts),
    [use('a collection exists', { collection_type: 'metadata' })],
  ],
  getMetadataImport: () => anImport,
  deleteMetadataImport: () => anImport,
  createMetadataImportRun: () => anImport,
  cancelMetadataImportRun: () => anImport.toReversed(),
  listTags: () => aTag,
  createTag: () => [[use('a file exists')]],
  getTag: () => aTag,
  updateTag: () => aTag,
  deleteTag: () => aTag,
  listWebhooks: () => aWebhook,
  createWebhook: () => [],
  getWebhookById: () => aWebhook,
  updateWebhook: () => aWebhook,
  deleteWebhook: () => aWebhook,
};

/** What makes an error, beside what the request itself makes wrong. */
const OF_CASE: Partial<Record<ErrorName, (facts: Facts) => StateUse>> = {
  'revoked-api-key': () => use('the API key is revoked'),
  'credits-exhausted': () => use('the account has no credits'),
  'plan-limit': () => use('the account is at its limits'),
  'share-link-gated': ({ type }) => use('the share link is gated', type),
  'share-link-expired': ({ type }) => use('the share link has expired', type),
  'item-not-found': ({ type }) => use('the item is gone', type),
  'provider-rate-limited': ({ type }) => use('the provider rate-limits the connector', type),
  'provider-unavailable': ({ type }) => use('the provider is down', type),
  'no-connector-of-type': ({ type }) => use('no connector of the type exists', type),
};

function factsOf(recorded: Recorded, known: Known): Facts {
  const { params, body, query, answer } = recorded;
  const url = textAt(body, 'url') ?? query.url;
  const type = known.connectorTypes.get(params.id ?? '') ?? (url && connectorTypeOf(url)?.type);
  const collectionType = known.collectionTypes.get(params.collection_id ?? '');
  return {
    ...recorded,
    type: type ? { type } : {},
    collection: collectionType ? { collection_type: collectionType } : {},
    fileUri: known.fileUris.get(params.file_id ?? ''),
    url,
    fileStatus: textAt(answer, 'status'),
  };
}

/** The situations that are worth a try. */
export function situationsOf(recorded: Recorded, known: Known): Situation[] {
  const facts = factsOf(recorded, known);
  const { operation, status, errorCase } = recorded;
  const ofOperation = OF_OPERATION[operation](facts);
  const cause = errorCase && OF_CASE[errorCase]?.(facts);
  const withCause = cause ? [[cause], ...ofOperation.map((situation) => [...situation, cause])] : [];
  // Without a key, or where the first record in the path is not there, what else there is makes no difference.
  const { params } = recorded;
  const isAlone = !recorded.isKeyed || (status === 404 && Object.keys(params).length === 1 && !cause);
  const forced: Situation[] = status < 400 ? [] : [[use('the API answers', { operation, status })]];
  return [
    ...(isAlone ? [FRESH] : []),
    ...withCause,
    ...(recorded.isForced ? forced : []),
    ...ofOperation,
    FRESH,
    ...forced,
  ];
}
