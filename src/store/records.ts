// What is kept of an account: plain data.

import type { Settings } from '../config/settings.ts';
import type { Schemas } from '../openapi/cloudglue.ts';
import type { FaultRule } from '../records/fault-rule.ts';
import type { FileSource } from '../sources/definition.ts';
import type { SourceItem } from '../sources/item.ts';
import type { ClockState } from '../time/clock.ts';
import type { WorldOverlay } from '../world/overlay.ts';
import type { Keyed, TableSnapshot } from './table.ts';

export type FileStatus = Schemas['File']['status'];
export type WebhookEvent = Schemas['WebhookEvents'];

/** A change of a status that is to come. */
export interface PlanStep {
  /** Milliseconds after the record was made. */
  after: number;
  status: FileStatus;
}

/** What moves along a plan. */
export interface Planned extends Keyed {
  /** Milliseconds since the Unix epoch, on the account's clock. */
  createdAt: number;
  plan: PlanStep[];
  /** Steps of the plan that reading has moved it on, where the lifecycle is `polled`. */
  stepsRead: number;
}

/** A file. Its id is a UUID; its key is what it was made of, so that nothing is made into two files. */
export interface FileRecord extends Planned {
  source: FileSource;
  /** The item as it was when the file was made. */
  item: SourceItem;
  filename: string;
  metadata: Record<string, unknown> | null;
}

/** The settings of a collection: kept and answered as they were given. */
export type CollectionConfigs = Omit<Schemas['NewCollection'], 'collection_type' | 'name' | 'description'>;

/** A collection. Its key is its name, which no two collections share. */
export interface CollectionRecord extends Keyed {
  name: string;
  description: string | null;
  type: Schemas['Collection']['collection_type'];
  configs: CollectionConfigs;
  createdAt: number;
}

/** A file in a collection; id and key are those of both together. */
export interface CollectionFileRecord extends Planned {
  collectionId: string;
  fileId: string;
  segmentation: { id: string; config: Schemas['SegmentationConfig'] };
}

/** A webhook; its key is its id. */
export interface WebhookRecord extends Keyed {
  endpoint: string;
  description: string | undefined;
  active: boolean;
  events: WebhookEvent[];
  secret: string;
  createdAt: number;
  /** How the client that made it reaches this server; payloads name addresses below it. */
  origin: string;
}

/** One try to send an event. */
export interface DeliveryAttempt {
  /** Milliseconds since the Unix epoch, on the account's clock. */
  at: number;
  /** The status of the answer; null if there was none. */
  status: number | null;
  /** Why there was no answer; null if there was one. */
  error: string | null;
}

/** One event on its way to one webhook; its key is its id. */
export interface DeliveryRecord extends Keyed {
  webhookId: string;
  endpoint: string;
  eventId: string;
  eventType: WebhookEvent;
  fileId: string;
  /** `refused`: the endpoint is on a host that this mock does not send to; `cancelled`: the webhook went away. */
  state: 'pending' | 'delivered' | 'failed' | 'refused' | 'cancelled';
  attempts: DeliveryAttempt[];
  /** What is sent. */
  body: { event_id: string; event_type: WebhookEvent; payload: Record<string, unknown> };
}

/** A fault rule at work; its key is its id. */
export interface FaultRecord extends Keyed {
  rule: FaultRule;
  /** Requests that it was about. */
  calls: number;
  fired: number;
  /** Of a rate limit: since when, on the account's clock, and how many requests there were. */
  window: { startedAt: number; used: number } | null;
}

export interface Tables {
  files: FileRecord;
  collections: CollectionRecord;
  collectionFiles: CollectionFileRecord;
  webhooks: WebhookRecord;
  deliveries: DeliveryRecord;
  faults: FaultRecord;
}

/** What only ever grows, and what ids are drawn from where a record has no source of its own. */
export interface Counters {
  uploads: number;
  webhooks: number;
  events: number;
  creditsSpent: number;
}

/** An account's state as JSON can hold it. */
export type AccountSnapshot = {
  clock: ClockState;
  counters: Counters;
  /** Up to when, on the account's clock, changes of status were told to webhooks. */
  announcedAt: number;
  settings: Partial<Settings>;
  world: WorldOverlay;
  /** How often items have refused that do so a few times only, by their keys. */
  refusals: [key: string, times: number][];
} & { [Name in keyof Tables]: TableSnapshot<Tables[Name]> };
