// The public API of the package.
export type { Control, Snapshot } from './control.ts';
export { type ConnectorSummary, createMock, type Mock, type MockOptions } from './mock.ts';
export type { ListenOptions } from './options.ts';
export type { Listening } from './server.ts';
export type { Delivery } from './webhooks/log.ts';
export { SeedError } from './world/seed-file.ts';
