// The state-change protocol of Pact verifiers: states of one interaction add up, the next one starts with a fresh account.
import { controlOne } from '../control/account-control.ts';
import type { MockParts } from '../control/mock-control.ts';
import { FieldsError } from '../errors/fields-error.ts';
import type { AdminSchemas } from '../openapi/admin.ts';
import { ADMIN_PATH, BASE_PATH } from '../openapi/paths.ts';
import type { OpenInteractions } from './interactions.ts';
import { setUpState } from './set-up.ts';
import type { Stage } from './state-definition.ts';

/**
 * Checks that a change names the account and the state: a state in any other account would help nobody.
 * @throws FieldsError if a key or a state is missing
 */
export function checkStateChange(
  token: string | undefined,
  { state, states, action }: AdminSchemas['StateChange'],
): asserts token is string {
  const problems = [
    ...(token === undefined
      ? [
          {
            field: 'token',
            detail: 'is missing: add ?token= to this URL, with the key that the contracts send',
          },
        ]
      : []),
    // An empty name is no mistake: verifiers send it for an interaction without a state.
    ...(state === undefined && states === undefined && action !== 'teardown'
      ? [{ field: 'state', detail: `is missing: GET ${ADMIN_PATH}/pact/states lists what can be set up` }]
      : []),
  ];
  if (problems.length > 0) throw new FieldsError('no provider state can be set up', problems);
}

interface StateChangeOptions {
  parts: MockParts;
  /** Of the account whose state changes. */
  token: string;
  interactions: OpenInteractions;
  /** Sends the API a request of the mock itself. */
  callApi: (request: Request) => Promise<Response>;
}

/** Sets states up, or notes the end of an interaction. Returns the values that the states give. */
export async function changeState(
  { state, states, params, action }: AdminSchemas['StateChange'],
  { parts, token, interactions, callApi }: StateChangeOptions,
): Promise<Record<string, string>> {
  const { accounts } = parts;
  const account = accounts.of(token);
  if (action === 'teardown') {
    interactions.end(account.id);
    return {};
  }
  await accounts.ready();
  const control = controlOne(parts, () => account);
  const stage: Stage = {
    account: control,
    async ask(method, path, body) {
      const headers = {
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/json' }),
      };
      const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
      const response = await callApi(new Request(`http://cloudglue.mock${BASE_PATH}${path}`, init));
      const answer = await response.json();
      if (!response.ok) throw new Error(answer.error);
      return answer;
    },
  };
  if (interactions.begin(account.id)) control.reset();
  const values: Record<string, string> = {};
  try {
    for (const name of [...(state ? [state] : []), ...(states ?? [])]) {
      Object.assign(values, await setUpState(stage, name, params ?? {}));
    }
  } catch (error) {
    // The verifier sends no request then, and the next interaction must not meet what the states before it did.
    interactions.end(account.id);
    throw error;
  }
  await account.kept();
  return values;
}
