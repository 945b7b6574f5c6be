// Whether what went wrong is asked again, until it goes well.
import * as z from 'zod';
import { operationField } from '../criteria.ts';
import { asked, byKey, defineExpectation, excerpt } from './expectation.ts';

export const retried = defineExpectation({
  summary:
    'each request that a rule answered with an error, a damaged answer or none is sent again until it succeeds; `within` limits how many times, `operation` which requests are meant',
  schema: z.strictObject({ operation: operationField.optional(), within: z.int().min(1).optional() }),
  judge({ operation, within = Number.POSITIVE_INFINITY }, { spoiled, trace }) {
    const meant = spoiled.filter((step) => operation === undefined || step.operation === operation);
    return byKey(meant, trace).flatMap(({ step, later }) => {
      const at = later.findIndex((one) => !meant.includes(one) && one.status >= 200 && one.status < 400);
      const steps = excerpt([step, ...later]);
      const remedy = 'send it again until it succeeds, with a pause that grows';
      if (at < 0 && trace.isCut) return [];
      if (at < 0 && later.length === 0)
        return [{ kind: 'retried', text: `${asked(step)} was not sent again`, remedy, steps }];
      if (at < 0)
        return [
          { kind: 'retried', text: `${asked(step)} was sent again, but never with success`, remedy, steps },
        ];
      if (at < within) return [];
      const text = `${asked(step)} was sent again ${at + 1} times until it succeeded, and ${within} are expected at most`;
      return [{ kind: 'retried', text, steps }];
    });
  },
});
