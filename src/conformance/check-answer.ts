// Compares an answer with what the document gives an operation: its status, its headers, its content type and its body.
import type { Api, OperationId } from '../openapi/cloudglue.ts';
import { dereference, type SpecResponse } from '../openapi/document.ts';
import { nodeAt, type Place, pointerTo } from '../openapi/places.ts';
import type { Problem } from '../reports/report-model.ts';
import { closestTo } from '../util/suggest.ts';
import { placeOf } from './check-request.ts';
import { checkValue } from './check-value.ts';
import { type Answer, mediaTypeOf } from './message.ts';

/** Headers that any server may send, whatever its document says. */
const GENERAL = new Set(
  'age allow alt-svc cache-control connection content-disposition content-encoding content-language content-length content-location content-range content-type date etag expires keep-alive last-modified link location pragma retry-after server set-cookie strict-transport-security trailer transfer-encoding upgrade vary via www-authenticate'.split(
    ' ',
  ),
);

interface AnswerCheck {
  api: Api;
  /** Whether the answer says only a part of what there is, as that of a contract does. */
  isPartial: boolean;
}

/** All that is wrong with an answer of an operation. */
export function checkAnswer({ api, isPartial }: AnswerCheck, id: OperationId, answer: Answer): Problem[] {
  const place = [...placeOf(api, id), 'responses'];
  const responses = nodeAt(api.document, place) as Record<string, SpecResponse>;
  const status = answer.statuses.find((one) => Object.hasOwn(responses, String(one)));
  if (status === undefined) {
    const given = answer.statuses.length === 1 ? `${answer.statuses[0]}` : 'any of that class';
    return [
      {
        severity: 'error',
        kind: 'unknown-status',
        at: 'response.status',
        spec: pointerTo(place),
        text: `${id} does not answer ${given}: it answers ${Object.keys(responses).join(', ')}`,
      },
    ];
  }
  const own = [...place, String(status)];
  return [...checkHeaders({ api, place: own }, answer), ...checkBody({ api, isPartial, place: own }, answer)];
}

interface At {
  api: Api;
  place: Place;
}

const responseAt = ({ api: { document }, place }: At) => {
  const given = nodeAt(document, place) as SpecResponse | { $ref: string };
  const own = '$ref' in given ? given.$ref.replace(/^#\//, '').split('/') : place;
  return { own, response: dereference<SpecResponse & { headers?: object }>(document, given as never) };
};

function checkHeaders(at: At, { headers }: Answer): Problem[] {
  const { own, response } = responseAt(at);
  const known = Object.keys(response.headers ?? {}).map((name) => name.toLowerCase());
  return Object.keys(headers)
    .filter((name) => !known.includes(name) && !GENERAL.has(name))
    .map((name) => {
      const guess = closestTo(name, [...known, ...GENERAL]);
      return {
        severity: 'error',
        kind: 'unknown-header',
        at: `response.headers.${name}`,
        spec: pointerTo(own),
        text: `the answer has no header ${name}${guess === undefined ? '' : `: did you mean ${guess}?`}`,
      };
    });
}

function checkBody(at: At & { isPartial: boolean }, { headers, body }: Answer): Problem[] {
  const { own, response } = responseAt(at);
  const { content = {} } = response;
  const types = Object.keys(content);
  const given = mediaTypeOf(headers['content-type']);
  const spec = pointerTo(own);
  if (given !== undefined && types.length > 0 && !types.includes(given)) {
    const text = `the content type is ${types.join(' or ')}, not ${given}`;
    return [
      { severity: 'error', kind: 'wrong-content-type', at: 'response.headers.content-type', spec, text },
    ];
  }
  if (body.kind === 'absent') return [];
  const type = given ?? types[0];
  if (type === undefined) {
    const text = 'the answer has no body';
    return [{ severity: 'error', kind: 'unknown-body', at: 'response.body', spec, text }];
  }
  if (body.kind !== 'json') {
    const text = (body.kind === 'other' && body.problem) || `the body is no ${type}`;
    return [{ severity: 'error', kind: 'unreadable-body', at: 'response.body', spec, text }];
  }
  const { api, isPartial } = at;
  return checkValue({ api, isPartial }, [...own, 'content', type, 'schema'], body.value, 'response.body');
}
