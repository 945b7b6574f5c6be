// A value that does not fit the document: of another type, format or enum, or outside of its limits.
import { explainIssue, type InvalidPart, PLACES, pathText, valueAt } from '../../errors/explain.ts';
import { pointerTo } from '../../openapi/places.ts';
import { type RequestShape, shapeAt } from '../../openapi/request-shape.ts';
import { closestTo } from '../../util/suggest.ts';
import type { Exchange } from '../exchange.ts';
import { shapeOf } from '../facts.ts';
import type { Mistake } from '../finding.ts';
import { MOST_TOLD, type RequestRule } from '../rule.ts';
import { lacksBody } from './missing-body.ts';
import { sentencesOf } from './sentences.ts';

export type Issue = InvalidPart['error']['issues'][number];

/** Where an issue is: for people, in the document, and the same for all elements of a list. */
export function placeOf({ target }: InvalidPart, path: Issue['path'], shape: RequestShape) {
  const name = pathText(path, '');
  const parameters = target === 'query' ? shape.query : shape.path;
  const at =
    target === 'json'
      ? shape.body && shapeAt(shape.body.shape, path).place
      : parameters.get(String(path[0]))?.place;
  return {
    place: name ? `${PLACES[target]} "${name}"` : 'body',
    kind: `${target} ${pathText(path.map((key) => (typeof key === 'number' ? 'n' : key)))}`,
    document: pointerTo(at ?? shape.place),
  };
}

/** Whether nothing is where something is required. */
export const isMissing = ({ data }: InvalidPart, { path }: Issue): boolean =>
  path.length > 0 && valueAt(data, path) === undefined;

export const invalidValue: RequestRule = {
  name: 'invalid-value',
  severity: 'error',
  summary: 'A client sends values of the types, formats and enums that the document has, within its limits',
  reason: 'The API refuses the request.',
  source: 'documented',
  examples: {
    broken: 'calls listFiles with status=done',
    sound: 'calls listFiles with status=completed',
  },
  errorCases: ['invalid-request', 'invalid-filter'],
  judge(exchange, tell) {
    const { invalid } = exchange;
    const shape = shapeOf(exchange);
    if (!shape || lacksBody(exchange)) return;
    if (!invalid) {
      tell(refusalOf(exchange, shape));
      return;
    }
    const told = invalid.error.issues.filter((issue) => isWrong(exchange, invalid, issue));
    for (const issue of told.slice(0, MOST_TOLD)) {
      const { kind, ...where } = placeOf(invalid, issue.path, shape);
      tell({
        ...where,
        kind: `${kind} ${issue.code}`,
        text: `${where.place} ${explainIssue(issue, invalid.data)}`,
        remedy: remedyOf(issue, valueAt(invalid.data, issue.path)),
      });
    }
  },
};

/** How an error text names a place, at its beginning. */
const NAMED = /^(?:invalid request: )?((?:(query parameter)|body field) "([^"]{1,200})" .*)$/is;

/** What is wrong where no schema says so, but the text of the answer does. */
function refusalOf(exchange: Exchange, shape: RequestShape): Mistake {
  const { text, remedy = 'send what the document says' } = sentencesOf(exchange);
  if (exchange.errorCase === 'invalid-filter') {
    const place = shape.query.get('filter')?.place ?? shape.place;
    return { text, remedy, place: 'query parameter "filter"', document: pointerTo(place) };
  }
  const [, named, query, name = ''] = NAMED.exec(text) ?? [];
  if (named === undefined)
    return { text, remedy, place: 'request', kind: text, document: pointerTo(shape.place) };
  const keys = name.split('.');
  const place = query ? shape.query.get(name)?.place : shape.body && shapeAt(shape.body.shape, keys).place;
  return {
    text: named,
    remedy,
    place: `${query ? PLACES.query : PLACES.json} "${name}"`,
    document: pointerTo(place ?? shape.place),
  };
}

/** Whether an issue is one of this rule: what is missing, unknown, repeated or an id is told by others. */
function isWrong({ query }: Exchange, invalid: InvalidPart, issue: Issue): boolean {
  if (invalid.target === 'param' || issue.code === 'unrecognized_keys') return false;
  const isRepeated = invalid.target === 'query' && (query[String(issue.path[0])]?.length ?? 0) > 1;
  return !isRepeated && !isMissing(invalid, issue);
}

function remedyOf(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_value': {
      const meant = closestTo(String(value), issue.values.map(String));
      return meant === undefined
        ? 'send one of the values that the document lists'
        : `send "${meant}" instead`;
    }
    case 'invalid_type':
      return 'send a value of the type that the document has';
    case 'invalid_format':
      return 'write the value in the format that the document has';
    case 'too_big':
    case 'too_small':
      return 'keep to the limits that the document has';
    default:
      return 'send what the document has there';
  }
}
