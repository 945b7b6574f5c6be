// Reads an uploaded form as a stream. Keeps only the file's size and its first bytes, which reveal its type.
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { BusboyInstance } from '@fastify/busboy';
import { ApiError } from '../errors/api-error.ts';

export interface ReceivedFile {
  filename: string;
  /** The content type that the client declares; `text/plain` if it declares none. */
  mimeType: string;
  bytes: number;
  /** The first bytes, as many as are needed to detect the type. */
  head: Uint8Array;
}

export interface Received {
  file: ReceivedFile;
  /** The other parts of the form, as text. */
  fields: Map<string, string>;
}

/** The most bytes that detecting a type reads. */
const HEAD_BYTES = 4_100;
const FIELD_BYTES = 1_048_576;
const FILE_PART = 'file';

/** A stream can be read once, and the work on a request may be done again. */
const received = new WeakMap<Request, Promise<Received>>();

/** Reads a form with one file. Throws ApiError for anything else. */
export function receiveForm(request: Request, maxBytes: number): Promise<Received> {
  let form = received.get(request);
  if (!form) {
    form = readForm(request, maxBytes);
    received.set(request, form);
  }
  return form;
}

async function readForm(request: Request, maxBytes: number): Promise<Received> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(contentType)) {
    throw ApiError.of('wrong-content-type', 'multipart/form-data', contentType || undefined);
  }
  if (!/;\s*boundary=("[^"]+"|[^\s;"]+)/i.test(contentType)) {
    throw ApiError.of(
      'invalid-upload',
      'the content type names no boundary',
      'Let the HTTP client set the Content-Type header of the form: it generates the boundary',
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
      // The most that Node.js takes: a part that is no field, exceeds it and ends in the same chunk would wait for ever.
      fileHwm: 1_073_741_824,
      isPartAFile: (_name, _type, filename) => filename !== undefined,
    });
    form = new Form(parser, maxBytes);
    const body = (request.body ?? new Blob().stream()) as ReadableStream;
    // The body of a refused form is not cancelled: in process, Node.js 24 keeps generating it, and throws an uncatchable
    // error if the stream is cancelled.
    await pipeline(body.values({ preventCancel: true }), parser);
  } catch (error) {
    const refusal =
      form?.refusal ??
      ApiError.of(
        'invalid-upload',
        `the form is truncated or malformed (${(error as Error).message})`,
        'Send the whole form again, with the boundary that its content type names',
      );
    // The rest of the body may still arrive, so the connection cannot take another request.
    throw refusal.with({ connection: 'close' });
  }
  return form.result();
}

/** Decodes the characters that forms escape in file names (HTML, 4.10.21.8). */
const plainName = (written: string) => written.replace(/%(?:22|0d|0a)/gi, decodeURIComponent);

/** The parts of a form received so far. */
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
    { maxBytes, ...declared }: { filename: string; mimeType: string; maxBytes: number },
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
    const file = { ...declared, bytes: 0, head: new Uint8Array() };
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
        ? 'its part "file" is text, not a file, because it has no file name'
        : 'it has no part named "file"';
      throw ApiError.of('invalid-upload', why);
    }
    return { file: this.#file, fields: this.#fields };
  }
}
