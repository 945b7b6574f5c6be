// That the client breaks none of these rules.
import * as z from 'zod';
import { allRules } from '../../../judge/rule-registry.ts';
import { explainUnknown } from '../../../util/suggest.ts';
import { defineExpectation } from './expectation.ts';

const names = allRules.map(({ name }) => name);

const ruleField = z.string().superRefine((name, context) => {
  if (names.includes(name)) return;
  const message = `must be a rule, and ${JSON.stringify(name)} is none${explainUnknown(name, names, 'rules')}`;
  context.addIssue({ code: 'custom', message });
});

export const noFindings = defineExpectation({
  summary: 'the client breaks none of these rules',
  schema: z.array(ruleField),
  judge: (rules, { findings, trace }) =>
    findings
      .filter(({ rule }) => rules.includes(rule))
      .map(({ rule, text, remedy, first }) => ({
        kind: rule,
        text,
        remedy,
        steps: trace.steps.filter(({ id }) => id === first.id).slice(0, 1),
      })),
});
