// What is asked after it happened.
import { type Criteria, criteriaField, criteriaText } from '../criteria.ts';
import type { Step } from '../trace.ts';
import { defineExpectation } from './expectation.ts';

export const afterwards = defineExpectation({
  summary:
    'after it happened, a request comes that meets these criteria; of the same operation, it must have the same path',
  schema: criteriaField,
  criteria: (criteria: Criteria) => [criteria],
  judge(criteria, { met, trace }) {
    if (trace.isCut) return [];
    const wanted = trace.meeting(criteria);
    const follows = (one: Step, step: Step) =>
      one.number > step.number && (one.operation !== step.operation || one.path === step.path);
    const missing = met.filter((step) => !wanted.some((one) => follows(one, step)));
    // What happened again later at the same place is told once.
    const last = new Map(missing.map((step) => [step.path, step]));
    return [...last.values()].map((step) => ({
      kind: 'afterwards',
      text: `after it, nothing asked for ${criteriaText(criteria)}`,
      steps: [step],
    }));
  },
});
