// The API is of a newer version than the client.
import { defineScenario } from '../scenario.ts';

export const newerVersion = defineScenario({
  name: 'newer-version',
  summary: 'every answer has a field more, and the last entry of each list a value that is new in its enum',
  reason: 'Versions add fields, types of connectors and sources, without a new path.',
  good: 'ignores what it does not know, and goes on',
  to_meet: 'read anything',
  // The last of the connectors is one that no client needs.
  connectors: [
    { type: 'iconik', id: '0d5f3c1e-7a42-4b8e-9c60-5e1f2a3b4c5d', created_at: '2020-01-01T00:00:00Z' },
  ],
  faults: [{ network: 'newer-version' }],
  expect: { command: 'succeeds' },
});
