// The API key is revoked while the client works.
import { defineScenario } from '../scenario.ts';

export const keyRevoked = defineScenario({
  name: 'key-revoked',
  summary: 'the API key is revoked before the third request',
  reason: 'A key that was revoked does not come back.',
  good: 'stops asking, and tells that the key is refused',
  to_meet: 'send three requests',
  faults: [{ match: { nth: 3 }, error: 'revoked-api-key', times: 1_000_000_000 }],
  expect: { repeats: { at_most: 2 } },
});
