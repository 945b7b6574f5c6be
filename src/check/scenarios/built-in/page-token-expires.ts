// A page token is no longer good when the client comes with it.
import { defineScenario } from '../scenario.ts';

export const pageTokenExpires = defineScenario({
  name: 'page-token-expires',
  summary: 'the first page token of a connector that is used has expired',
  reason: 'Tokens are good for a while only: whoever takes long over a page comes too late.',
  good: 'begins the listing again at its first page',
  to_meet: 'list what a connector has, at least two pages of it',
  settings: { listings: 'expiring-tokens' },
  faults: [
    {
      match: { operation: 'listDataConnectorFiles', query: { page_token: '*' } },
      advance: '11s',
      times: 1,
    },
  ],
  met: { error: 'expired-page-token' },
  expect: {
    command: 'succeeds',
    no_findings: ['listing-not-restarted'],
  },
});
