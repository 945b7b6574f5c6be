// A file made of a form: what its first bytes say it is, and what its owner says about it.
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

/** The metadata of a form, which comes as JSON text. Throws ApiError if it is none. */
function readMetadata(text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined) return undefined;
  let json: unknown;
  try {
    // One level less than the body of an update, of which it is a part.
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

/** What clients call content of which they know nothing. */
const SAYS_NOTHING = ['application/octet-stream', 'binary/octet-stream', 'text/plain', ''];

/** The media type that the client gives a file, by its name and its content type, unless either is of something else. */
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

/** The MIME type of what was sent. Throws ApiError if it is no media. */
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

/** The MIME type that first bytes tell, or undefined. */
async function typeOf(head: Uint8Array): Promise<string | undefined> {
  // What reads forms and tells types is a good part of what a start would load, and few ever need it.
  const { fileTypeFromBuffer } = await import('file-type');
  // It wants a Uint8Array of the global's own kind, which jsdom replaces.
  const found = await fileTypeFromBuffer(Uint8Array.from(head));
  return found?.mime.split(';')[0]?.trim();
}

/** Makes a file of the form that a request sends. Throws ApiError, and makes none, for anything else. */
export async function uploadFile(account: Account, request: Request): Promise<FileRecord> {
  const { file, fields } = await receiveForm(request, account.settings.maxUpload);
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
  // Every upload is a file of its own, even of the same bytes.
  const uri = `upload:${account.store.count('uploads')}`;
  const item = completeItem({ mime_type: mimeType, size_bytes: file.bytes }, { uri, name: filename });
  return fileOf(account, { item, source: 'upload', credits: 0, label: 'uploaded' }, { metadata });
}
