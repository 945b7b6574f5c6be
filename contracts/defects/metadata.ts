// Defects of source metadata, of browsing by it, of images and of refreshing a file.
import { changeBody, changeStatus, type Defect, ignoreParameters, OTHER_ID } from './defect.ts';

const LOOK_UP = ['getDataConnectorSourceMetadata'] as const;
const LIST = ['listDataConnectorFiles'] as const;
const REFRESH = ['syncFileSourceMetadata'] as const;

export const metadataDefects = {
  'a file of Zoom has no source metadata': changeBody(['syncDataConnectorFile'], (file) => {
    if (file.source === 'zoom') file.source_metadata = null;
  }),
  'source metadata does not say of which provider it is': changeBody(LOOK_UP, ({ source_metadata }) => {
    delete source_metadata.source_type;
  }),
  'the meeting id of Zoom is a text': changeBody(LOOK_UP, ({ source_metadata }) => {
    if (source_metadata.zoom_meeting_id)
      source_metadata.zoom_meeting_id = String(source_metadata.zoom_meeting_id);
  }),
  'a look-up at Gong leaves the parties null, as listings do': changeBody(LOOK_UP, ({ source_metadata }) => {
    if (source_metadata.parties) source_metadata.parties = null;
  }),
  'a look-up at Dropbox leaves the media information null, as listings do': changeBody(
    LOOK_UP,
    ({ source_metadata }) => {
      if (source_metadata.media_info) source_metadata.media_info = null;
    },
  ),
  'a listing of Gong tells the brief of a call': changeBody(LIST, (page) => {
    for (const { metadata } of page.data) if (metadata.source_type === 'gong') metadata.brief = 'A call.';
  }),
  'a listing has keys of its own instead of the source metadata': changeBody(LIST, (page) => {
    for (const entry of page.data) {
      if (entry.metadata.source_type === 'gong') entry.metadata = { call_id: entry.metadata.gong_call_id };
    }
  }),
  'entries of iconik have no thumbnail': changeBody(LIST, (page) => {
    for (const entry of page.data) delete entry.thumbnail_url;
  }),
  'a recursive listing lists the direct children': ignoreParameters(LIST, 'recursive'),
  'a title search is ignored': ignoreParameters(LIST, 'title_search'),
  'an image is said to be a video': changeBody(['uploadFile', 'syncFileFromUrl'], (file) => {
    if (file.media_type === 'image') file.media_type = 'video';
  }),
  'an image goes into a collection': changeStatus(['addMedia'], 400, 200),
  'a refresh puts the file back to pending': changeBody(REFRESH, (file) => {
    file.status = 'pending';
  }),
  'a refresh loses the source metadata': changeBody(REFRESH, (file) => {
    file.source_metadata = null;
  }),
  'a refresh makes a new file': changeBody(REFRESH, (file) => {
    file.id = OTHER_ID;
  }),
  'a refresh of a file of no connector does nothing and succeeds': changeStatus(REFRESH, 400, 200),
  'an object store is said to have no such item, instead of no metadata': changeStatus(LOOK_UP, 501, 404),
} satisfies Record<string, Defect>;
