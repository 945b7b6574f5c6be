// What Zoom, Grain, Gong and Recall have in common: recordings by id, listed newest first.
import * as z from 'zod';
import type { ApiError } from '../../errors/api-error.ts';
import type { Schemas } from '../../openapi/cloudglue.ts';
import {
  type BrowseEntry,
  type ConnectorDefinition,
  defineConnector,
  type UriReading,
} from '../definition.ts';
import { completeItem, type ItemSeed, listedItemSeed, type SourceItem } from '../item.ts';
import {
  type DescribedItem,
  type GivenMetadata,
  givenMetadata,
  type MetadataSchema,
  type SourceMetadata,
} from '../metadata/source-metadata.ts';
import { afterScheme, decodeLoosely, readingsFor } from '../uri.ts';

/** The fields of a recording in a seed file. */
export const recordingSeed = listedItemSeed.extend({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/, 'must be 1 to 128 letters, digits, "_" or "-"'),
  title: z.string().min(1),
});
export type RecordingSeed = z.input<typeof recordingSeed>;

/** The seed of a recording that a provider state adds. */
export const recordingFixture = (name: string): RecordingSeed => ({
  id: `contract-${name}`,
  title: `Contract ${name}`,
});

/** Recordings as a listing: newest first, and by key where two were made at one moment. */
export const listRecordings = (items: readonly SourceItem[]): BrowseEntry[] =>
  items.map((item) => ({ item, place: placeOf(item) }));

/** More milliseconds than any date is from the epoch. */
const BEYOND_DATES = 10 ** 16;
const placeOf = ({ createdAt, key }: SourceItem) =>
  `${String(BEYOND_DATES - createdAt).padStart(17, '0')} ${key}`;

/** By the first part of the MIME type. `text` is a transcript. */
const EXTENSIONS: Record<string, string> = { audio: 'm4a', text: 'vtt' };

/** The item of a recording. Its name is its title, without an extension; it is a video unless its seed says otherwise. */
export function completeRecording(seed: ItemSeed, uri: string, title: string): SourceItem {
  const extension = EXTENSIONS[seed.mime_type?.split('/')[0] ?? ''] ?? 'mp4';
  const filename = `${title.replaceAll('/', '-')}.${extension}`;
  return completeItem({ mime_type: 'video/mp4', ...seed }, { uri, name: title, filename });
}

/** The URI form `scheme://noun/<id>`, the only one of Grain, Gong and Recall. */
export function recordingUris(type: string, noun: string) {
  const forms = [`${type}://${noun}/<id>`] as const;
  const { unreadable } = readingsFor(type, forms);
  const uriOf = (id: string) => `${type}://${noun}/${id}`;
  const pattern = new RegExp(`^${noun}/([A-Za-z0-9_-]{1,128})$`, 'i');
  const read = (uri: string): UriReading | undefined => {
    const rest = afterScheme(uri, type);
    if (rest === undefined) return undefined;
    const id = pattern.exec(decodeLoosely(rest))?.[1];
    return id ? { uri: uriOf(id), key: uriOf(id) } : unreadable(uri);
  };
  return { forms, uriOf, read, idOf: (uri: string) => uri.slice(uriOf('').length) };
}

/** A provider whose recordings have one URI form, and no fields in a seed but their metadata. */
export function defineRecordings<Name extends MetadataSchema>({
  noun,
  metadata: { schema, idField, of, ...metadata },
  isHidden = () => false,
  ...provider
}: Pick<
  ConnectorDefinition<RecordingSeed>,
  'type' | 'label' | 'pageHosts' | 'seeded' | 'filters' | 'looksBack' | 'hasThumbnails' | 'imports'
> & {
  /** What the provider calls a recording: `call`. */
  noun: string;
  /** Its source metadata. */
  metadata: {
    schema: Name;
    idField: keyof Schemas[Name] & string;
    since: string;
    of(item: DescribedItem<Name>, id: string): Schemas[Name] & SourceMetadata;
    unlisted?: readonly (keyof Schemas[Name] & string)[];
  };
  /** Whether the provider acts as if it did not have a recording, by what its seed gives of the metadata. */
  isHidden?: (given: GivenMetadata<Name>) => boolean;
  /** Why the provider gives no file of a recording that it lists. */
  refuses?: (recording: DescribedItem<Name>) => ApiError | undefined;
}) {
  const { forms, uriOf, read, idOf } = recordingUris(provider.type, noun);
  const seed = z.lazy(() => recordingSeed.extend({ source_metadata: givenMetadata(schema, idField) }));
  const hides = ({ given }: DescribedItem<Name>) => given !== undefined && isHidden(given);
  const item = (recording: z.input<typeof seed>): DescribedItem<Name> => {
    const described = {
      ...completeRecording(recording, uriOf(recording.id), recording.title),
      given: recording.source_metadata,
    };
    return hides(described) ? { ...described, error: 'item-not-found', errorTimes: null } : described;
  };
  return defineConnector<z.input<typeof seed>, DescribedItem<Name>>({
    ...provider,
    forms,
    seed,
    sourceMetadata: { ...metadata, of: (recording) => of(recording, idOf(recording.uri)) },
    fixture: recordingFixture,
    read,
    item,
    synthesize: ({ uri }) => item({ id: idOf(uri), title: `Made-up ${noun} ${idOf(uri)}` }),
    formerMetadata: ({ uri, media }) => ({
      [`${noun}_id`]: idOf(uri),
      duration_seconds: media?.durationSeconds ?? null,
    }),
    browse: (recordings) => listRecordings(recordings.filter((recording) => !hides(recording))),
  });
}
