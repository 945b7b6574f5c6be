// The API's own rate limit refuses two requests in the middle.
import { defineScenario } from '../scenario.ts';

export const rateLimited = defineScenario({
  name: 'rate-limited',
  summary: "the API's rate limit refuses the second request and the one after it, with Retry-After",
  reason: 'Whoever shares an account, or does much at once, meets its limit.',
  good: 'waits as long as Retry-After says, asks again, and goes on',
  to_meet: 'send two requests',
  faults: [{ match: { nth: 2 }, error: 'rate-limited', retry_after: 1, times: 2 }],
  expect: { command: 'succeeds', retried: {}, no_findings: ['retry-too-early'] },
});
