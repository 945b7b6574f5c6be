// The public API of the package.

export type {
  AccountControl,
  AccountSettings,
  RecordedRequest,
  SettingsUpdate,
} from './control/account-control.ts';
export type { ControlEvent } from './control/control-events.ts';
export type { Fault } from './control/fault-body.ts';
export type { Control } from './control/mock-control.ts';
export { type Snapshot, SnapshotError } from './control/snapshot.ts';
export { ApiError } from './errors/api-error.ts';
export { Conflict } from './errors/conflict.ts';
export { FieldsError } from './errors/fields-error.ts';
export type { ListenOptions, MockOptions } from './mock/generated/option-types.ts';
export { type ConnectorSummary, createMock, type Listening, type Mock } from './mock/mock.ts';
export type { FaultRule } from './records/fault-rule.ts';
export { DataFileError } from './store/data-file-error.ts';
export { DurationError } from './time/clock.ts';
export type { Delivery } from './webhooks/log.ts';
export { SeedError } from './world/seed-file.ts';
