// What the cases of whole answers share: what is asked for, in which states.
import type { Client } from '../../client.ts';
import { type State, state } from '../../states.ts';

export interface WholeCase {
  given: State[];
  call: (client: Client) => Promise<unknown>;
}

export const talk = 'https://media.quaymark.example/talks/port-automation-keynote.mp4';
export const recording = 'grain://recording/abc123';
export const youtube = 'https://www.youtube.com/watch?v=Qk7mR2dYx0E';
export const hook = {
  endpoint: 'http://127.0.0.1:9/hooks',
  subscribed_events: ['file.job.completed' as const],
};

export const fresh = [state('the account is fresh')];
export const aFile = [state('a file exists')];
export const aCollection = [state('a collection exists')];
export const inCollection = [state('a file is in a collection')];
export const anImport = [state('an import exists')];

/** An item of each connector that tells something of its items, and of the others. */
export const items = {
  s3: 's3://quaymark-recordings/recordings/2025/11/03/dock-1/clip-0600.mp4',
  gcs: 'gs://quaymark-vision-training/raw/nordhavn-aarhus/2025-08-12/camera-01.mp4',
  'google-drive': 'gdrive://file/1pmSkL8-fXK1iYk_UCow3s3HyBDqWMvIf',
  dropbox: 'dropbox:///Team/All%20hands.mp4',
  zoom: 'zoom://uuid/%2FKvPokMhQjqvGRPa2Tl59A%3D%3D',
  grain: recording,
  gong: 'gong://call/280144223340795106',
  recall: 'recall://recording/f8229cd3-a1a3-48ae-93ce-18372b92c2e5',
  iconik: 'iconik://asset/a3f0c2d8-6b1e-11f0-9a47-0242ac120002',
} as const;
export type Type = keyof typeof items;
export const types = Object.keys(items) as Type[];
export const withMetadata = types.filter((type) => type !== 's3' && type !== 'gcs');

export const cases = (name: string, given: State[], calls: Record<string, WholeCase['call']>) =>
  Object.fromEntries(Object.entries(calls).map(([what, call]) => [`${name} ${what}`, { given, call }]));
