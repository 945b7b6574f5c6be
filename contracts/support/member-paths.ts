// Paths of files in a collection, and the ids that a state gives.
import { ids } from './ids.ts';
import { pathTo, thatFile, theSame } from './pact.ts';

export const examples = { collection_id: ids.collection, file_id: ids.file };

const inCollection = (rest: string) => pathTo(`/v1/collections/{collection_id}/${rest}`, examples);
export const media = inCollection('media');
export const videos = inCollection('videos');
export const youtube = inCollection('youtube');
/** Of one file in the collection; default: that of the state. */
export const videoPath = (id = '{file_id}') => inCollection(`videos/${id}`);

/** The file of the state, in its collection. */
export const video = {
  collection_id: theSame('{collection_id}', { collection_id: ids.collection }),
  file_id: thatFile().id,
};
