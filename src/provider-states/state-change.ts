// The state-change protocol of Pact verifiers: the states of one interaction add up, and the next one begins fresh.
import { controlOne } from '../control/account-control.ts';
import type { MockParts } from '../control/mock-control.ts';
import { FieldsError } from '../errors/fields-error.ts';
import type { AdminSchemas } from '../openapi/admin.ts';
import { ADMIN_PATH, BASE_PATH } from '../openapi/paths.ts';
import type { Interactions } from './interactions.ts';
import { setUpState } from './set-up.ts';
import type { StateContext } from './state-definition.ts';

const NO_TOKEN = {
  field: 'token',
  detail: 'is missing: add ?token= to this URL, with the key that the contracts send',
};

/** The key of the account that a request names. Throws FieldsError if it names none. */
export function checkToken(token: string | undefined): string {
  if (token === undefined) throw new FieldsError('the account is not known', [NO_TOKEN]);
  return token;
}

/**
 * Checks that a request names an account and a state.
 * @returns the key of the account
 * @throws FieldsError if a key or a state is missing
 */
export function checkStateChange(
  token: string | undefined,
  { state, states, action }: AdminSchemas['StateChange'],
): string {
  const problems = [
    ...(token === undefined ? [NO_TOKEN] : []),
    // An empty name is allowed: verifiers send it for an interaction without a state.
    ...(state === undefined && states === undefined && action !== 'teardown'
      ? [{ field: 'state', detail: `is missing: GET ${ADMIN_PATH}/pact/states lists what can be set up` }]
      : []),
  ];
  if (token === undefined || problems.length > 0)
    throw new FieldsError('no provider state can be set up', problems);
  return token;
}

interface ContextOptions {
  token: string;
  /** Sends a request to the API. */
  ask: (request: Request) => Promise<Response>;
}

interface StateChangeOptions extends ContextOptions {
  interactions: Interactions;
}

/** What states are set up with in the account of a token. */
export function contextOf({ accounts, ...parts }: MockParts, { token, ask }: ContextOptions): StateContext {
  const { id } = accounts.of(token);
  return {
    account: controlOne({ accounts, ...parts }, () => accounts.byId(id)),
    async request(method, path, body) {
      const response = await ask(
        new Request(`http://cloudglue.mock${BASE_PATH}${path}`, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            ...(body && { 'content-type': 'application/json' }),
          },
          ...(body && { body: JSON.stringify(body) }),
        }),
      );
      const answer = await response.json();
      if (!response.ok) throw new Error(answer.error);
      return answer;
    },
  };
}

/** Sets up the states that a verifier asks for, in the account of a token; answers the values that they give. */
export function createStateChanges(parts: MockParts, { interactions, ...options }: StateChangeOptions) {
  const { accounts } = parts;
  const { id } = accounts.of(options.token);
  const context = contextOf(parts, options);
  return async ({
    state,
    states,
    params,
    action,
  }: AdminSchemas['StateChange']): Promise<Record<string, string>> => {
    if (action === 'teardown') {
      await interactions.end(id);
      return {};
    }
    await accounts.writable(id);
    if (await interactions.begin(id)) context.account.reset();
    const values: Record<string, string> = {};
    try {
      for (const name of [...(state ? [state] : []), ...(states ?? [])]) {
        Object.assign(values, await setUpState(context, name, params ?? {}));
      }
    } catch (error) {
      // The verifier sends no request then, so nothing else would end the interaction.
      await interactions.end(id);
      throw error;
    }
    await accounts.saved(id);
    return values;
  };
}
