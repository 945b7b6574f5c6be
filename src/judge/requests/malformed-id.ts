// An id that no record can have: of another form, or what a program wrote where it had none.
import { quote } from '../../errors/cases/error-case.ts';
import { explainIssue } from '../../errors/explain.ts';
import { pointerTo } from '../../openapi/places.ts';
import { shapeOf } from '../facts.ts';
import type { RequestRule } from '../rule.ts';

/** What programs write where a value is not there, a template that was not filled, or a URI. */
const NO_ID = /^(?:undefined|null|none|nil|nan|\[object .*|[{<$:%].*|[a-z][a-z\d+.-]*:\/\/.*)$/is;

export const malformedId: RequestRule = {
  name: 'malformed-id',
  severity: 'error',
  summary: 'A client puts the ids into a path that the API gave it',
  reason:
    'There is no record to find; most often a value was not there yet, or was taken from another field.',
  source: 'documented',
  examples: {
    broken: 'calls GET /files/undefined',
    sound: 'calls GET /files/2245b21e-79af-4ccd-872e-cdb7f86133dc',
  },
  errorCases: [
    'invalid-request',
    'file-not-found',
    'collection-not-found',
    'not-in-collection',
    'connector-not-found',
    'import-not-found',
    'import-run-not-found',
    'tag-not-found',
    'webhook-not-found',
  ],
  judge(exchange, tell) {
    const { params, invalid } = exchange;
    const shape = shapeOf(exchange);
    if (!shape) return;
    for (const [name, parameter] of shape.path) {
      const value = params[name] ?? '';
      const issue =
        invalid?.target === 'param' ? invalid.error.issues.find(({ path }) => path[0] === name) : undefined;
      if (!issue && !NO_ID.test(value)) continue;
      tell({
        text: `${quote(value)} is no id: the path parameter "${name}" ${issue ? explainIssue(issue, invalid?.data) : 'must be one that the API gave'}`,
        remedy: 'send the field "id" of the record as the API gave it',
        place: `path parameter "${name}"`,
        document: pointerTo(parameter.place),
      });
    }
  },
};
