// The account has no credits left.
import { endpointOf } from '../../../openapi/cloudglue.ts';
import { defineScenario } from '../scenario.ts';

export const noCredits = defineScenario({
  name: 'no-credits',
  summary: 'the account has no credits, which a TikTok video costs',
  reason: 'Credits do not come back by asking again.',
  good: 'does not ask again for the same, and tells that credits are lacking',
  to_meet: `sync the URL of a TikTok video with ${endpointOf('syncFileFromUrl')}`,
  settings: { credits: 0 },
  met: { error: 'credits-exhausted' },
  expect: { repeats: { at_most: 1 } },
});
