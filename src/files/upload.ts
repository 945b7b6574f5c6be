// Creates a file from an uploaded form: its type from the first bytes, name and metadata from the client.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import { quote } from '../errors/cases/error-case.ts';
import { explain } from '../errors/explain.ts';
import { validatorOfField } from '../openapi/cloudglue.ts';
import type { FileRecord } from '../records/file.ts';
import { completeItem } from '../sources/item.ts';
import { isImage, isMedia, mimeTypeOf } from '../sources/media.ts';
import { API_DEPTH, parseJson } from '../util/json-depth.ts';
import { validate } from '../util/validate.ts';
import { fileOf } from './find-or-create.ts';
import { type ReceivedFile, receiveForm } from './receive-form.ts';

const metadataValidator = validatorOfField('FileUpload', 'metadata');

const METADATA_REMEDY = 'Send the part "metadata" as the text of one JSON object, or leave it out';

/** Parses the metadata of a form, sent as JSON text. Throws ApiError if it is invalid. */
function readMetadata(text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined) return undefined;
  let json: unknown;
  try {
    // One level less than a body may have, because in the body of an update, metadata is one level down.
    json = parseJson(text, API_DEPTH - 1);
  } catch (error) {
    throw ApiError.of(
      'invalid-upload',
      `its metadata is not valid JSON (${(error as Error).message})`,
      METADATA_REMEDY,
    );
  }
  const result = validate(metadataValidator, json);
  if (result.success && !Array.isArray(json)) return result.data as Record<string, unknown>;
  throw ApiError.of(
    'invalid-upload',
    result.error ? explain(result.error, json, 'its metadata') : 'its metadata must be an object',
    METADATA_REMEDY,
  );
}

/** Content types that clients send when they do not know the type. */
const SAYS_NOTHING = ['application/octet-stream', 'binary/octet-stream', 'text/plain', ''];

/** The media type that the file's name and content type claim; undefined if either claims a type that is not taken. */
function claimedType(
  { filename, mimeType }: ReceivedFile,
  isTaken: (mimeType: string) => boolean,
): string | undefined {
  const byName = mimeTypeOf(filename);
  const byPart = mimeType.split(';')[0]?.trim().toLowerCase() ?? '';
  const claims = [byName, SAYS_NOTHING.includes(byPart) ? undefined : byPart].filter(
    (one) => one !== undefined,
  );
  return claims.every(isTaken) ? claims[0] : undefined;
}

/** Detects the MIME type of the file. Throws ApiError if it is not media. */
async function probe(file: ReceivedFile, account: Account): Promise<string> {
  const { filename, bytes, head } = file;
  if (bytes === 0) throw ApiError.of('invalid-upload', 'the file is empty', 'Upload a media file');
  const found = await typeOf(head);
  const takesImages = account.knows('File', 'media_type', 'image');
  const isTaken = (type: string) => isMedia(type) || (takesImages && isImage(type));
  const mimeType = found ?? (account.settings.uploads === 'named' ? claimedType(file, isTaken) : undefined);
  if (!mimeType || !isTaken(mimeType)) {
    const what = mimeType ? `those of ${mimeType}` : 'of no known type';
    throw ApiError.of('unsupported-upload', filename, what, takesImages);
  }
  return mimeType;
}

/** The MIME type according to the first bytes; undefined if unknown. */
async function typeOf(head: Uint8Array): Promise<string | undefined> {
  // Loaded on first use: it is a large part of what would be loaded at the start, and few runs need it.
  const { fileTypeFromBuffer } = await import('file-type');
  // It requires an instance of the global Uint8Array, which jsdom replaces.
  const found = await fileTypeFromBuffer(Uint8Array.from(head));
  return found?.mime.split(';')[0]?.trim();
}

/**
 * Creates a file from the form in a request. Throws ApiError, and creates nothing, for any other body.
 * @param received told of the names of the form's other parts
 */
export async function uploadFile(
  account: Account,
  request: Request,
  received?: (fields: string[]) => void,
): Promise<FileRecord> {
  const { file, fields } = await receiveForm(request, account.settings.maxUpload);
  received?.([...fields.keys()]);
  const filename = file.filename.trim() || 'upload';
  const mimeType = await probe({ ...file, filename }, account);
  const metadata = readMetadata(fields.get('metadata'));
  const thumbnails = fields.get('enable_segment_thumbnails');
  // The Python SDK writes True and False.
  if (thumbnails !== undefined && !/^(true|false)$/i.test(thumbnails)) {
    throw ApiError.of(
      'invalid-upload',
      `its part "enable_segment_thumbnails" is ${quote(thumbnails)}`,
      'Send the text true or false, or leave the part out',
    );
  }
  account.reserve();
  // Every upload is a separate file, even with the same bytes.
  const uri = `upload:${account.store.count('uploads')}`;
  const item = completeItem({ mime_type: mimeType, size_bytes: file.bytes }, { uri, name: filename });
  return fileOf(account, { item, source: 'upload', credits: 0, label: 'uploaded' }, { metadata });
}
