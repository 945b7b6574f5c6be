// What a receiver of webhooks makes of an event, whose needs the contracts about messages state.

/** An event, as far as the reference client reads it. */
export interface FileEvent {
  id: string;
  type: string;
  fileId: string;
  /** The collection, if it is about a file in one. */
  collectionId: string | undefined;
  status: string;
  /** Whether nothing more happens to the file by itself. */
  isOver: boolean;
}

interface Body {
  event_id: string;
  event_type: string;
  payload: { file_id: string; collection_id?: string; status: string };
}

const ENDS = /\.(completed|failed|deleted)$/;

/** Reads the body of a delivery. Throws Error if it is no event of a file. */
export function readEvent(body: unknown): FileEvent {
  const { event_id, event_type, payload } = (body ?? {}) as Partial<Body>;
  if (!event_id || !event_type?.includes('file.job.') || !payload?.file_id)
    throw new Error('no event of a file');
  const { file_id, collection_id, status } = payload;
  return {
    id: event_id,
    type: event_type,
    fileId: file_id,
    collectionId: collection_id,
    status,
    isOver: ENDS.test(event_type),
  };
}
