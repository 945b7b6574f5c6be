// The public API of the package.
export { DurationError } from './clock.ts';
export type {
  AccountControl,
  AccountSettings,
  RecordedRequest,
  SettingsUpdate,
} from './control/account.ts';
export { Conflict } from './control/conflict.ts';
export type { Control } from './control/control.ts';
export type { ControlEvent } from './control/events.ts';
export { type Snapshot, SnapshotError } from './control/snapshot.ts';
export type { FaultRule } from './faults/rules.ts';
export type { Fault } from './faults/table.ts';
export type { ListenOptions, MockOptions } from './generated/options.ts';
export { type ConnectorSummary, createMock, type Listening, type Mock } from './mock.ts';
export { DataFileError } from './store/data-file-error.ts';
export type { Delivery } from './webhooks/log.ts';
export { ApiError } from './wire/errors.ts';
export { FieldsError } from './wire/fields-error.ts';
export { SeedError } from './world/seed-file.ts';
