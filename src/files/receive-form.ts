// An uploaded form as it streams in: bytes are counted and thrown away, but for the first, which tell the type.
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { BusboyInstance } from '@fastify/busboy';
import { ApiError } from '../errors/api-error.ts';

export interface ReceivedFile {
  filename: string;
  /** What the client says it is; `text/plain` if it says nothing. */
  mimeType: string;
  bytes: number;
  /** The first bytes, as many as probing needs. */
  head: Uint8Array;
}

export interface Received {
  file: ReceivedFile;
  /** The other parts of the form, as text. */
  fields: Map<string, string>;
}

/** What probing looks at, at most. */
const HEAD_BYTES = 4_100;
const FIELD_BYTES = 1_048_576;
const FILE_PART = 'file';

/** Reads a form with one file in it. Throws ApiError for anything else. */
export async function receiveForm(request: Request, maxBytes: number): Promise<Received> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(contentType)) {
    throw ApiError.of('wrong-content-type', 'multipart/form-data', contentType || undefined);
  }
  if (!/;\s*boundary=("[^"]+"|[^\s;"]+)/i.test(contentType)) {
    throw ApiError.of(
      'invalid-upload',
      'the content type names no boundary',
      'Let the HTTP client write the header Content-Type of a form: it makes the boundary up',
    );
  }
  if (Number(request.headers.get('content-length')) > maxBytes + FIELD_BYTES) {
    throw ApiError.of('upload-too-large', maxBytes);
  }
  const { Busboy } = await import('@fastify/busboy');
  let form: Form | undefined;
  try {
    const parser = new Busboy({
      headers: { 'content-type': contentType },
      limits: { fieldSize: FIELD_BYTES, fields: 100, files: 2, parts: 102 },
      preservePath: true,
      isPartAFile: (_name, _type, filename) => filename !== undefined,
    });
    form = new Form(parser, maxBytes);
    const body = (request.body ?? new Blob().stream()) as ReadableStream;
    // What is refused is left as it is: Node.js 24 goes on making the rest of a form in its own process, and throws
    // where nobody can catch it if nobody is to read that any more.
    await pipeline(body.values({ preventCancel: true }), parser);
  } catch (error) {
    const refusal =
      form?.refusal ??
      ApiError.of(
        'invalid-upload',
        `the form ended early or is broken (${(error as Error).message})`,
        'Send the whole form again, with the boundary that its content type names',
      );
    // The rest of it is on its way still: another request behind it would be cut off.
    throw refusal.with({ connection: 'close' });
  }
  return form.result();
}

/** What a form writes for the characters that would end a file name (HTML, 4.10.21.8), undone. */
const plainName = (written: string) => written.replace(/%(?:22|0d|0a)/gi, decodeURIComponent);

/** What has come of a form so far. */
class Form {
  readonly #parser: BusboyInstance;
  refusal: ApiError | undefined;
  readonly #fields = new Map<string, string>();
  #file: ReceivedFile | undefined;

  constructor(parser: BusboyInstance, maxBytes: number) {
    this.#parser = parser;
    parser.on('field', (name, value, _nameTruncated, truncated) => {
      if (truncated && name !== FILE_PART) this.#refuse(ApiError.of('body-too-large', '1 MB in one field'));
      this.#fields.set(name, value);
    });
    parser.on('file', (name, stream, filename, _encoding, mimeType) =>
      this.#receive(name, stream, { filename: plainName(filename), mimeType, maxBytes }),
    );
  }

  #refuse(error: ApiError): void {
    this.refusal ??= error;
    this.#parser.destroy(error);
  }

  #receive(
    name: string,
    stream: Readable,
    { maxBytes, ...told }: { filename: string; mimeType: string; maxBytes: number },
  ): void {
    if (name !== FILE_PART) {
      this.#refuse(
        ApiError.of('invalid-upload', `it has a file in the part ${JSON.stringify(name.slice(0, 100))}`),
      );
    } else if (this.#file) {
      this.#refuse(
        ApiError.of('invalid-upload', 'it has more than one file', 'Send one file in each upload'),
      );
    }
    const file = { ...told, bytes: 0, head: new Uint8Array() };
    this.#file = file;
    stream.on('error', () => {});
    stream.on('data', (chunk: Uint8Array) => {
      if (file.bytes < HEAD_BYTES) {
        file.head = Buffer.concat([file.head, chunk.subarray(0, HEAD_BYTES - file.bytes)]);
      }
      file.bytes += chunk.length;
      if (file.bytes > maxBytes) this.#refuse(ApiError.of('upload-too-large', maxBytes));
    });
  }

  result(): Received {
    if (this.refusal) throw this.refusal;
    if (!this.#file) {
      const why = this.#fields.has(FILE_PART)
        ? 'its part "file" is a text and not a file, for it has no file name'
        : 'it has no part named "file"';
      throw ApiError.of('invalid-upload', why);
    }
    return { file: this.#file, fields: this.#fields };
  }
}
