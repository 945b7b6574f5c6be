// Ids that the mock gives to a fresh account, so that the examples in the contracts are real ones.
import { definitions } from '../../src/sources/connectors/connector-registry.ts';
import type { ConnectorType } from '../../src/sources/definition.ts';

export const ids = {
  ...(Object.fromEntries(definitions.map(({ type, seeded }) => [type, seeded[0]?.id])) as Record<
    ConnectorType,
    string
  >),
  file: '2245b21e-79af-4ccd-872e-cdb7f86133dc',
  /** Of a file of the talk, and of one of Dropbox's All hands. */
  talk: '705c7434-3d9a-4f7b-9180-442d09cfde1e',
  allHands: 'e69e2972-7aed-4360-a3ca-25cae3e0992f',
  collection: 'db691ba3-1b3c-4bb2-b955-4a015f165607',
  import: '1f4efa8c-196d-4627-843f-1f5fac96c15d',
  run: 'a460f77d-36d5-4c47-a0c4-432cb0c3458f',
  tag: 'db38d4c3-2a73-4c38-9efc-ec6f303f2a3d',
  webhook: 'bcd3eeba-381b-43f0-9396-89c146a0072d',
  /** In the form of an id, and of nothing. */
  nothing: '00000000-0000-4000-8000-000000000000',
} as const;
