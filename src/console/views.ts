// Every view of the console, in the order of the navigation: one file and one line each.
import type { ComponentType } from 'preact';
import { Collections } from './views/collections.tsx';
import { Connectors } from './views/connectors.tsx';
import { Errors } from './views/errors.tsx';
import { Files } from './views/files.tsx';
import { Requests } from './views/requests.tsx';
import { Time } from './views/time.tsx';
import { TourView } from './views/tour.tsx';
import { Webhooks } from './views/webhooks.tsx';

interface View {
  title: string;
  /** What it is for, in a few words. */
  about: string;
  component: ComponentType;
}

export const views = {
  connectors: {
    title: 'Connectors',
    about: 'Browse what the connectors hold, and sync it.',
    component: Connectors,
  },
  files: { title: 'Files', about: 'Watch files go from pending to their end.', component: Files },
  collections: {
    title: 'Collections',
    about: 'Collections, with the files in them.',
    component: Collections,
  },
  webhooks: { title: 'Webhooks', about: 'Webhooks, with what was delivered to them.', component: Webhooks },
  time: { title: 'Time', about: 'Move the clock of the account, and step back.', component: Time },
  errors: { title: 'Errors', about: 'Provoke any error, or arm it for your client.', component: Errors },
  requests: { title: 'Requests', about: 'What clients have sent, and what they got.', component: Requests },
  tour: { title: 'Tour', about: 'The story of a file, step by step.', component: TourView },
} as const satisfies Record<string, View>;

export type ViewName = keyof typeof views;

export const isView = (name: string): name is ViewName => Object.hasOwn(views, name);
