// The provider behind a connector refuses the first two syncs, then no more.
import { defineScenario } from '../scenario.ts';

export const providerBusy = defineScenario({
  name: 'provider-busy',
  summary: "the provider's rate limit refuses the first two syncs, with Retry-After",
  reason: 'Providers limit how often files are fetched from them, and the API hands that on.',
  good: 'waits as long as Retry-After says, syncs again, and goes on',
  to_meet: 'sync an item of a connector',
  faults: [{ error: 'provider-rate-limited', retry_after: 1, times: 2 }],
  expect: { command: 'succeeds', retried: {}, no_findings: ['retry-too-early'] },
});
