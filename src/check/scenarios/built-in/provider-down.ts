// The provider behind a connector does not answer at first.
import { defineScenario } from '../scenario.ts';
import { onceEach } from './repeatable.ts';

export const providerDown = defineScenario({
  name: 'provider-down',
  summary: 'the provider does not answer the first sync, listing and look at source metadata: 502',
  reason: 'Providers have short outages, which are none of the API.',
  good: 'asks again after a pause, and goes on',
  to_meet: 'sync an item of a connector, or list what it has',
  faults: onceEach(['syncDataConnectorFile', 'listDataConnectorFiles', 'getDataConnectorSourceMetadata'], {
    error: 'provider-unavailable',
  }),
  expect: { command: 'succeeds', retried: {}, no_findings: ['retry-without-pause'] },
});
