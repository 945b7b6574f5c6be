// Every view of the console, with what it shows when something has happened: for pictures, and for what holds in all.
import type { Page } from 'playwright-core';
import { ids } from '../../support/ids.ts';
import type { Scene } from './scene.ts';

export interface ShownView {
  link: string;
  /** What a person does next. */
  before?: (page: Page) => Promise<unknown>;
}

const ERROR_FOLDER = encodeURIComponent('[{"name":"Error cases","place":{"path":"/Error cases"}}]');

export const views = ({ files, collection }: Scene): Record<string, ShownView> => ({
  connectors: {
    link: '#/connectors',
    before: (page) => page.getByRole('link', { name: /Dropbox/ }).waitFor(),
  },
  browse: {
    link: `#/connectors/${ids.dropbox}?in=${ERROR_FOLDER}`,
    before: (page) => page.getByText('share-link-gated').first().waitFor(),
  },
  files: { link: '#/files', before: (page) => page.getByText('All hands.mp4').first().waitFor() },
  file: {
    link: `#/files/${files[0]}`,
    before: (page) => page.getByRole('region', { name: 'Time line' }).waitFor(),
  },
  moving: {
    link: `#/files/${files[5]}`,
    before: (page) => page.getByRole('region', { name: 'Time line' }).getByText('in 5 seconds').waitFor(),
  },
  collections: { link: `#/collections/${collection}`, before: (page) => page.getByRole('table').waitFor() },
  webhooks: { link: '#/webhooks', before: (page) => page.getByRole('table').waitFor() },
  time: {
    link: '#/time',
    before: async (page) => {
      await page.getByRole('button', { name: 'Take a snapshot' }).click();
      await page.getByRole('button', { name: 'Restore Snapshot 1' }).waitFor();
    },
  },
  errors: { link: '#/errors', before: (page) => page.getByText('malformed-json').waitFor() },
  error: {
    link: '#/errors/provider-rate-limited',
    before: async (page) => {
      await page.getByRole('button', { name: 'Provoke' }).click();
      await page.getByRole('region', { name: 'Answer', exact: true }).waitFor();
    },
  },
  requests: { link: '#/requests', before: (page) => page.getByRole('table').waitFor() },
  request: {
    link: '#/requests?status=4xx',
    before: async (page) => {
      await page.getByRole('row').nth(2).getByRole('link').click();
      await page.getByRole('region', { name: 'Answer', exact: true }).waitFor();
    },
  },
  tour: {
    link: '#/tour/3',
    before: async (page) => {
      await page.getByRole('button', { name: /Play this step|Next step/ }).waitFor();
      if (await page.getByRole('button', { name: 'Play this step' }).isVisible()) {
        await page.getByRole('button', { name: 'Play this step' }).click();
      }
      await page.getByRole('button', { name: 'Next step' }).waitFor();
    },
  },
  account: {
    link: '#/files',
    before: async (page) => {
      await page.getByRole('button', { name: /^Account/ }).click();
      await page.getByRole('button', { name: /shown now/ }).waitFor();
    },
  },
});
