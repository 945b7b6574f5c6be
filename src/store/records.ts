// What is kept of an account: plain data.
import type { ClockState } from '../clock.ts';
import type { ConnectorType } from '../connectors/connector.ts';
import type { SourceItem } from '../connectors/item.ts';
import type { components } from '../generated/cloudglue.ts';

export type FileStatus = components['schemas']['File']['status'];

/** A change of a file's status that is to come. */
export interface PlanStep {
  /** Milliseconds after the file was made. */
  after: number;
  status: FileStatus;
}

/** A file as it is stored. Records are replaced, never changed, so a snapshot can share them. */
export interface FileRecord {
  /** A UUID. */
  id: string;
  /** What the file was made of: no two files of an account share a key. */
  key: string;
  source: ConnectorType;
  /** The item as it was when the file was made. */
  item: SourceItem;
  filename: string;
  metadata: Record<string, unknown> | null;
  /** Milliseconds since the Unix epoch, on the account's clock. */
  createdAt: number;
  plan: PlanStep[];
  /** Steps of the plan that reading the file has moved it on, where the lifecycle is `polled`. */
  stepsRead: number;
}

export interface AccountRecord {
  clock: ClockState;
  /** By id, oldest first. */
  files: Map<string, FileRecord>;
  /** How often the file of a key was deleted: its next one gets another id. */
  deletions: Map<string, number>;
}

/** An account's record as JSON can hold it. */
export interface AccountSnapshot {
  clock: ClockState;
  files: FileRecord[];
  deletions: [key: string, times: number][];
}
