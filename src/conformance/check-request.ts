// Compares a request with the operation that it reaches: its key, its parameters, its content type and its body.
import { type Api, apiOf, type OperationId } from '../openapi/cloudglue.ts';
import { dereference, type SpecParameter } from '../openapi/document.ts';
import { BASE_PATH } from '../openapi/paths.ts';
import { nodeAt, type Place, pointerTo } from '../openapi/places.ts';
import { operationFor, queryNames, unknownName, unknownOperation } from '../openapi/unknown-names.ts';
import { firstVersionOf, NEWEST } from '../openapi/versions.ts';
import type { Problem } from '../reports/report-model.ts';
import { checkValue } from './check-value.ts';
import { mediaTypeOf, type Request } from './message.ts';

const error = (kind: string, problem: Omit<Problem, 'severity' | 'kind'>): Problem => ({
  severity: 'error',
  kind,
  ...problem,
});

/** The place of an operation in the document. */
export function placeOf({ operationsById }: Pick<Api, 'operationsById'>, id: OperationId): Place {
  const located = operationsById.get(id);
  return located ? ['paths', located.path, located.method] : ['paths'];
}

/** The operation that a request reaches in the newest version; undefined if it reaches none there either. */
export const laterOperation = ({ method, path }: Pick<Request, 'method' | 'path'>): OperationId | undefined =>
  operationFor(apiOf(NEWEST), method, path);

/** The operation that a request reaches, or the problem that there is none. */
export function findOperation(api: Api, { method, path }: Request): OperationId | Problem {
  const id = operationFor(api, method, path);
  if (id !== undefined) return id;
  const later = laterOperation({ method, path });
  if (later !== undefined) {
    const since = firstVersionOf(later);
    const text = `version ${api.version} has no ${method} ${path}: ${later} came with version ${since}`;
    return error('unknown-operation', { at: 'request.path', spec: '/paths', text });
  }
  const { text } = unknownOperation(api, method, path);
  const lacksBase = !path.includes(`${BASE_PATH}/`);
  return error('unknown-operation', {
    at: 'request.path',
    spec: '/paths',
    text,
    ...(lacksBase && { remedy: `The path lacks ${BASE_PATH}, the base path of the API.` }),
  });
}

/** All that is wrong with a request to an operation. */
export function checkRequest(api: Api, id: OperationId, request: Request): Problem[] {
  return [
    ...checkKey(api, id, request),
    ...checkQuery(api, id, request),
    ...checkPath(api, id, request),
    ...checkBody(api, id, request),
  ];
}

function checkKey({ document, operationsById }: Api, id: OperationId, { headers }: Request): Problem[] {
  const security = operationsById.get(id)?.operation.security ?? document.security ?? [];
  const { authorization } = headers;
  if (security.length === 0 || /^Bearer +\S/i.test(authorization ?? '')) return [];
  const text =
    authorization === undefined
      ? 'the header Authorization is missing'
      : 'the header Authorization holds no key';
  const remedy = 'Send "Authorization: Bearer KEY".';
  return [error('missing-key', { at: 'request.headers.authorization', spec: '/security', text, remedy })];
}

/** The parameters of an operation, each with its place: those of the path item come first. */
function parametersOf(api: Api, id: OperationId, where: SpecParameter['in']) {
  const place = placeOf(api, id);
  return [place.slice(0, 2), place].flatMap((parent) => {
    const { parameters = [] } = nodeAt(api.document, parent) as { parameters?: SpecParameter[] };
    return parameters.flatMap((given, nth) => {
      const parameter = dereference<SpecParameter>(api.document, given);
      const { $ref } = given as { $ref?: string };
      const at = $ref ? $ref.replace(/^#\//, '').split('/') : [...parent, 'parameters', String(nth)];
      return parameter.in === where ? [{ ...parameter, place: at }] : [];
    });
  });
}

/** The text of a parameter as a value of the type that its schema has. */
function readText(text: string, type: unknown): unknown {
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  return text;
}

function checkQuery(api: Api, id: OperationId, { query }: Request): Problem[] {
  const parameters = parametersOf(api, id, 'query');
  const given = new Map<string, string[]>();
  for (const [name, value] of query) given.set(name, [...(given.get(name) ?? []), value]);
  const unknown = [...given.keys()].filter((name) => !parameters.some((one) => one.name === name));
  return [
    ...unknown.map((name) =>
      error('unknown-query-parameter', {
        at: `request.query.${name}`,
        spec: pointerTo(placeOf(api, id)),
        text: unknownName('query parameter', name, queryNames(api, id)).text,
      }),
    ),
    ...parameters.flatMap(({ name, required, place, schema }) => {
      const values = given.get(name);
      const at = `request.query.${name}`;
      if (!values) {
        const text = `the query parameter ${JSON.stringify(name)} is required`;
        return required ? [error('missing-query-parameter', { at, spec: pointerTo(place), text })] : [];
      }
      const read = values.map((text) => readText(text, schema.type));
      return checkValue(
        { api, isPartial: false },
        [...place, 'schema'],
        schema.type !== 'array' && read.length === 1 ? read[0] : read,
        at,
      );
    }),
  ];
}

function checkPath(api: Api, id: OperationId, { path }: Request): Problem[] {
  const template = `${BASE_PATH}${api.operationsById.get(id)?.path}`.split('/');
  const values = path.split('/');
  return parametersOf(api, id, 'path').flatMap(({ name, place }) => {
    const value = decode(values[template.indexOf(`{${name}}`)] ?? '');
    return checkValue({ api, isPartial: false }, [...place, 'schema'], value, `request.path.${name}`);
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The content types that an operation reads, and where the document says so; undefined if it reads no body. */
function contentOf(api: Api, id: OperationId) {
  const place = [...placeOf(api, id), 'requestBody'];
  const { requestBody } = nodeAt(api.document, placeOf(api, id)) as {
    requestBody?: { required?: boolean; content: Record<string, unknown> };
  };
  return requestBody && { ...requestBody, place, types: Object.keys(requestBody.content) };
}

const typeOf = ({ headers, body }: Request) =>
  mediaTypeOf(headers['content-type']) ?? (body.kind === 'json' ? 'application/json' : undefined);

/** Whether a body is of a type that the operation reads. */
export function checkContentType(api: Api, id: OperationId, request: Request): Problem[] {
  const content = contentOf(api, id);
  const type = typeOf(request);
  if (!content || request.body.kind === 'absent' || content.types.includes(type ?? '')) return [];
  return [
    error('wrong-content-type', {
      at: 'request.headers.content-type',
      spec: pointerTo(content.place),
      text: `the content type must be ${content.types.join(' or ')}${type === undefined ? '' : `, not ${type}`}`,
    }),
  ];
}

function checkBody(api: Api, id: OperationId, request: Request): Problem[] {
  const content = contentOf(api, id);
  const { body } = request;
  const at = 'request.body';
  if (!content) {
    const isEmpty = body.kind === 'json' && Object.keys(body.value ?? {}).length === 0;
    if (body.kind === 'absent' || isEmpty) return [];
    const text = `${id} takes no body`;
    return [error('unknown-body', { at, spec: pointerTo(placeOf(api, id)), text })];
  }
  const spec = pointerTo(content.place);
  if (body.kind === 'absent') {
    const text = `a body is required, of the type ${content.types.join(' or ')}`;
    return content.required ? [error('missing-body', { at, spec, text })] : [];
  }
  const wrong = checkContentType(api, id, request);
  if (wrong.length > 0) return wrong;
  const type = typeOf(request) ?? '';
  if (body.kind === 'other') {
    return [error('unreadable-body', { at, spec, text: body.problem ?? `the body is no ${type}` })];
  }
  const value = body.kind === 'form' ? formValue(body.parts) : body.value;
  return checkValue({ api, isPartial: false }, [...content.place, 'content', type, 'schema'], value, at);
}

/** The parts of a form as a value: a file is a text for its schema. */
const formValue = (parts: readonly [string, string | { type: string }][]) =>
  Object.fromEntries(parts.map(([name, value]) => [name, typeof value === 'string' ? value : '']));
