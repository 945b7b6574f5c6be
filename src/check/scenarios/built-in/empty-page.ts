// A listing goes on after a page without entries.
import { defineScenario } from '../scenario.ts';

export const emptyPage = defineScenario({
  name: 'empty-page',
  summary: 'the second page of each listing of a connector is empty, and its has_more is true',
  reason: 'Where a provider filters while it lists, a page can come out short or empty before the end.',
  good: 'goes on until has_more is false, however many entries a page has',
  to_meet: 'list what a connector has, at least two pages of it',
  settings: { listings: 'empty-page' },
  met: { operation: 'listDataConnectorFiles', answer: { data: [], has_more: true } },
  expect: {
    command: 'succeeds',
    no_findings: ['stop-at-empty-page'],
  },
});
