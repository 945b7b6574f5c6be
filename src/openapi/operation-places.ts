// Where each operation is reached, without the documents: a web page needs this much of them.
import { adminPlaces, apiPlaces } from './generated/operation-places.ts';
import { ADMIN_PATH, BASE_PATH } from './paths.ts';

export type ApiOperationId = keyof typeof apiPlaces;
export type AdminOperationId = keyof typeof adminPlaces;

/** Every operation of the API, in the order of the document. */
export const apiOperationIds = Object.keys(apiPlaces) as ApiOperationId[];

/** The method and the whole path of an operation of the API or the control plane; `values` replace its parameters. */
export function placeOf(
  id: ApiOperationId | AdminOperationId,
  values: Record<string, string | undefined> = {},
): { method: string; path: string } {
  const [base, place] =
    id in apiPlaces
      ? [BASE_PATH, apiPlaces[id as ApiOperationId]]
      : [ADMIN_PATH, adminPlaces[id as AdminOperationId]];
  const [method = '', path = ''] = place.split(' ');
  const filled = path.replace(/\{(\w+)\}/g, (parameter, name) => values[name] ?? parameter);
  return { method, path: `${base}${filled}` };
}

/** The path of an operation, including the base path; `values` replace its parameters. */
export const pathTo = (id: ApiOperationId, values?: Record<string, string | undefined>): string =>
  placeOf(id, values).path;

/** An operation as error texts name it: `GET /v1/files/{file_id}`. */
export function endpointOf(id: ApiOperationId, values?: Record<string, string | undefined>): string {
  const { method, path } = placeOf(id, values);
  return `${method} ${path}`;
}
