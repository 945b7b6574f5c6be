// Files, however they are made, found and changed.
import { state } from '../../states.ts';
import { ids } from '../ids.ts';
import { mediaFile } from '../upload.ts';
import {
  aFile,
  cases,
  fresh,
  items,
  recording,
  talk,
  types,
  type WholeCase,
  withMetadata,
} from './common.ts';

/** A user may keep any JSON. */
const notes = { speaker: 'Ana', take: 2, share: 0.5, isFinal: true, rooms: ['A', 'B'], seat: { row: null } };

const makes = {
  ...Object.fromEntries(
    types.map((type): [string, WholeCase] => [
      `syncDataConnectorFile of ${type}`,
      {
        given: [state('an item exists', { type })],
        call: (client) => client.syncDataConnectorFile(ids[type], items[type]),
      },
    ]),
  ),
  ...Object.fromEntries(
    withMetadata.map((type): [string, WholeCase] => [
      `getDataConnectorSourceMetadata of ${type}`,
      {
        given: [state('an item exists', { type })],
        call: (client) => client.getDataConnectorSourceMetadata(ids[type], items[type]),
      },
    ]),
  ),
  ...cases('syncDataConnectorFile', aFile, {
    again: (client) => client.syncDataConnectorFile(ids.grain, recording),
  }),
  ...cases('syncFileFromUrl', fresh, {
    'of a direct link': (client) => client.syncFileFromUrl(talk, { speaker: 'Ana' }),
    'with metadata of every type': (client) => client.syncFileFromUrl(talk, notes),
    'of a share link of Dropbox': (client) =>
      client.syncFileFromUrl('https://www.dropbox.com/scl/fi/b2vrhy678t7poas4voh71/All-hands.mp4'),
  }),
  ...cases('syncFileFromUrl', [state('a file exists', { uri: talk, metadata: { speaker: 'Ana' } })], {
    again: (client) => client.syncFileFromUrl(talk),
  }),
  ...cases('uploadFile', fresh, {
    'of a video': (client) => client.uploadFile(mediaFile('interview.mp4')),
  }),
};

export const files = {
  ...makes,
  ...Object.fromEntries(
    (['pending', 'processing', 'completed', 'failed', 'not_applicable'] as const).map(
      (status): [string, WholeCase] => [
        `getFile that is ${status}`,
        { given: [state(`the file is ${status}`)], call: (client) => client.getFile(ids.file) },
      ],
    ),
  ),
  ...cases('updateFile', [state('a file exists', { metadata: { speaker: 'Ana', room: 'A' } })], {
    'with other metadata, which replaces what was there': (client) =>
      client.updateFile(ids.file, { filename: 'Renewal call.mp4', metadata: { speaker: 'Luis' } }),
    'with another name alone': (client) => client.updateFile(ids.file, { filename: 'Renewal call.mp4' }),
    'with other metadata alone': (client) => client.updateFile(ids.file, { metadata: notes }),
    'without any metadata': (client) => client.updateFile(ids.file, { metadata: {} }),
  }),
  ...cases('deleteFile', aFile, { 'that is there': (client) => client.deleteFile(ids.file) }),
  ...cases('syncFileSourceMetadata', aFile, {
    'of Grain': (client) => client.syncFileSourceMetadata(ids.file),
  }),
};
