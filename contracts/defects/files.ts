// Defects of files: what they are, when they are one, and how far they are.
import type { OperationId } from '../../src/openapi/cloudglue.ts';
import { changeBody, type Defect, OTHER_ID } from './defect.ts';

const SYNCS = ['syncDataConnectorFile', 'syncFileFromUrl'] as const satisfies OperationId[];
const MAKES = [...SYNCS, 'uploadFile'] as const satisfies OperationId[];
const FILES = ['uploadFile', 'getFile'] as const satisfies OperationId[];

/** Answers otherwise where the file was there before. */
const secondSync = (
  operation: (typeof SYNCS)[number],
  change: (sent: Record<string, unknown>) => object,
): Defect => ({
  operations: [operation],
  async answer(request, ask) {
    const { headers } = request;
    const list = await ask(new Request(new URL('/v1/files', request.url), { headers }));
    const { data: before = [] } = await list.json();
    const sent = await request
      .clone()
      .json()
      .catch(() => ({}));
    const response = await ask(request);
    if (!response.ok) return response;
    const file = await response.json();
    const isSecond = before.some(({ id }: { id: string }) => id === file.id);
    return Response.json(isSecond ? { ...file, ...change(sent) } : file, { headers: response.headers });
  },
});

const otherFile = () => ({ id: OTHER_ID, uri: `cloudglue://files/${OTHER_ID}` });

export const fileDefects = {
  'created_at of a file is in seconds': changeBody(FILES, (file) => {
    file.created_at = Math.floor(file.created_at / 1000);
  }),
  'created_at of a file is a string': changeBody(FILES, (file) => {
    file.created_at = new Date(file.created_at).toISOString();
  }),
  'a second sync through a connector creates a second file': secondSync('syncDataConnectorFile', otherFile),
  'a second sync of a URL creates a second file': secondSync('syncFileFromUrl', otherFile),
  'a second sync resets the file to pending': secondSync('syncDataConnectorFile', () => ({
    status: 'pending',
  })),
  'a second sync loses the metadata': secondSync('syncDataConnectorFile', () => ({ metadata: null })),
  'a second sync replaces the metadata': secondSync('syncFileFromUrl', ({ metadata }) => ({
    metadata,
  })),
  'a completed file goes back to processing': changeBody(['getFile'], (file) => {
    if (file.status === 'completed') file.status = 'processing';
  }),
  'a failed file is reported as completed': changeBody(['getFile'], (file) => {
    if (file.status === 'failed') file.status = 'completed';
  }),
  'a file is completed as soon as it is created': changeBody(MAKES, (file) => {
    file.status = 'completed';
  }),
  'a status outside the document': changeBody(['getFile'], (file) => {
    if (file.status === 'not_applicable') file.status = 'skipped';
  }),
  'the size of a completed file is null': changeBody(['getFile'], (file) => {
    file.bytes = null;
  }),
  'a pending file has a size of 0': changeBody(['getFile'], (file) => {
    file.bytes ??= 0;
  }),
  'a completed file has no media information': changeBody(['getFile'], (file) => {
    delete file.media_info;
  }),
  'the duration is a string': changeBody(['getFile'], (file) => {
    if (file.media_info) file.media_info.duration_seconds = String(file.media_info.duration_seconds);
  }),
  'the thumbnail of a completed file is null': changeBody(['getFile'], (file) => {
    file.thumbnail_url = null;
  }),
  'a file of a connector has the source http': changeBody(['syncDataConnectorFile'], (file) => {
    file.source = 'http';
  }),
  'a file of a public URL has the source video': changeBody(['syncFileFromUrl'], (file) => {
    file.source = 'video';
  }),
  'a file of Grain has no source metadata': changeBody(['syncDataConnectorFile'], (file) => {
    file.source_metadata = null;
  }),
  'the id of a file is not a UUID': changeBody(FILES, (file) => {
    file.id = `file_${file.id.replaceAll('-', '')}`;
  }),
  'the URI of a file has another form': changeBody(FILES, (file) => {
    file.uri = `https://api.example/files/${file.id}`;
  }),
  'the URI of a file names another file': changeBody(['getFile'], (file) => {
    file.uri = otherFile().uri;
  }),
  'a read returns another file than requested': changeBody(['getFile'], (file) =>
    Object.assign(file, otherFile()),
  ),
  'a file has no name': changeBody(MAKES, (file) => {
    delete file.filename;
  }),
  'a change of the name is lost': changeBody(['updateFile'], (file) => {
    file.filename = 'Q4.mp4';
  }),
  'a change of the metadata is lost': changeBody(['updateFile'], (file) => {
    file.metadata = null;
  }),
  'metadata sent with a URL is lost': changeBody(['syncFileFromUrl'], (file) => {
    file.metadata = null;
  }),
  'a removed file is still found': {
    operations: ['getFile'],
    async answer(request, ask) {
      const response = await ask(request);
      if (response.status !== 404) return response;
      const id = new URL(request.url).pathname.split('/').at(-1);
      return Response.json({ id, status: 'completed', uri: `cloudglue://files/${id}` });
    },
  },
  'the answer to a removal names another file': changeBody(['deleteFile'], (answer) => {
    answer.id = OTHER_ID;
  }),
} satisfies Record<string, Defect>;
