// Calls an operation of the API or the control plane by its id, with the types of the documents.
import type { AdminOperations } from '../../openapi/admin.ts';
import type { ApiOperations } from '../../openapi/cloudglue.ts';
import { type AdminOperationId, type ApiOperationId, placeOf } from '../../openapi/operation-places.ts';
import { BASE_PATH } from '../../openapi/paths.ts';
import { Failure, textOfError } from './failure.ts';
import { send } from './send.ts';

type Operations = ApiOperations & AdminOperations;
type OperationId = (ApiOperationId & keyof ApiOperations) | (AdminOperationId & keyof AdminOperations);

/** What an operation answers if it succeeds. */
export type AnswerOf<Id extends OperationId> = Operations[Id]['responses'] extends infer Responses
  ? {
      [Status in keyof Responses]: Status extends 200 | 201
        ? Responses[Status] extends { content: { 'application/json': infer Body } }
          ? Body
          : never
        : never;
    }[keyof Responses]
  : never;

type QueryOf<Id extends OperationId> = NonNullable<Operations[Id]['parameters']['query']>;
type BodyOf<Id extends OperationId> = Operations[Id] extends {
  requestBody?: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;

interface CallOptions<Id extends OperationId> {
  params?: Record<string, string>;
  query?: QueryOf<Id>;
  json?: BodyOf<Id>;
  signal?: AbortSignal | undefined;
}

/** Path and query of an operation. */
export function pathOf(
  id: OperationId,
  params: Record<string, string> = {},
  query: Record<string, unknown> = {},
): string {
  const values = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, encodeURIComponent(value)]),
  );
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `${placeOf(id, values).path}${search ? `?${search}` : ''}`;
}

/**
 * What an operation answers. Whatever only reads the API does so as an observer: it leaves no trace, and no fault rule
 * that waits for a client applies to it.
 * @throws Failure if the answer is no success, or there is none
 */
export async function call<Id extends OperationId>(
  id: Id,
  { params, query, json, signal }: CallOptions<Id> = {},
): Promise<AnswerOf<Id>> {
  const { method } = placeOf(id);
  const path = pathOf(id, params, query);
  const observes = method === 'GET' && path.startsWith(`${BASE_PATH}/`);
  const request = {
    method,
    path,
    headers: {
      ...(observes && { prefer: 'observe' }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
    },
    body: json === undefined ? undefined : JSON.stringify(json),
    signal,
  };
  const { status, text } = await send(request).catch((error) => {
    throw signal?.aborted ? error : new Failure(0, 'The mock did not answer.');
  });
  if (status >= 400) throw new Failure(status, textOfError(status, text));
  try {
    return JSON.parse(text) as AnswerOf<Id>;
  } catch {
    throw new Failure(status, `The answer to ${method} ${path} was no JSON.`);
  }
}
