// Listings of connectors, by each of their filters.
import { state } from '../../states.ts';
import { ids } from '../ids.ts';
import { cases, type Type, types, type WholeCase } from './common.ts';

/** How many entries of a listing are agreed upon, two by default. */
const LENGTHS: Partial<Record<Type, number>> = { grain: 60, recall: 6, gong: 4, iconik: 6 };

export const browse = {
  ...Object.fromEntries(
    types
      .filter((type) => type !== 's3' && type !== 'gcs')
      .map((type): [string, WholeCase] => [
        `listDataConnectorFiles of ${type}`,
        {
          given: [state('a connector exists', { type })],
          // Enough of them to meet each kind of entry.
          call: (client) => client.listDataConnectorFiles(ids[type], { limit: LENGTHS[type] ?? 2 }),
        },
      ]),
  ),
  ...cases('listDataConnectorFiles', [state('a connector exists', { type: 's3' })], {
    'of a bucket': (client) =>
      client.listDataConnectorFiles(ids.s3, { bucket: 'quaymark-recordings', limit: 3 }),
    'of a bucket by its prefix': (client) =>
      client.listDataConnectorFiles(ids.s3, {
        bucket: 'quaymark-recordings',
        prefix: 'recordings/2025/11/03/dock-1/',
        limit: 2,
      }),
  }),
  ...cases('listDataConnectorFiles', [state('a connector exists', { type: 'grain' })], {
    'of a team': (client) => client.listDataConnectorFiles(ids.grain, { team: 'Sales', limit: 2 }),
    'of a kind of meeting': (client) =>
      client.listDataConnectorFiles(ids.grain, { meeting_type: 'none', limit: 2 }),
    'by title': (client) => client.listDataConnectorFiles(ids.grain, { title_search: 'review', limit: 2 }),
    'from a day on': (client) => client.listDataConnectorFiles(ids.grain, { from: '2030-01-01', limit: 2 }),
    'until a day': (client) => client.listDataConnectorFiles(ids.grain, { to: '2020-01-01', limit: 2 }),
  }),
  ...cases('listDataConnectorFiles', [state('a connector exists', { type: 'google-drive' })], {
    'of a folder of Drive': (client) =>
      client.listDataConnectorFiles(ids['google-drive'], {
        folder_id: '1hHip--eQtIZ2PaOE6ui5w_wV9RHpa8fG',
        limit: 2,
      }),
  }),
  ...cases('listDataConnectorFiles', [state('a connector exists', { type: 'dropbox' })], {
    'of a folder of Dropbox': (client) =>
      client.listDataConnectorFiles(ids.dropbox, { path: '/Team', limit: 2 }),
    'of no folder of a folder of Dropbox': (client) =>
      client.listDataConnectorFiles(ids.dropbox, { recursive: 'false', limit: 2 }),
    'of all folders of Dropbox': (client) =>
      client.listDataConnectorFiles(ids.dropbox, { recursive: 'true', limit: 2 }),
  }),
};
