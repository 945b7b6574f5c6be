// The state-change protocol of Pact verifiers: states of one interaction add up, the next one begins afresh.
import { controlOne } from '../control/account-control.ts';
import type { Machinery } from '../control/mock-control.ts';
import { FieldsError } from '../errors/fields-error.ts';
import type { AdminSchemas } from '../openapi/admin.ts';
import { ADMIN_PATH } from '../openapi/paths.ts';
import type { Scenes } from './interactions.ts';
import { setUpState } from './set-up.ts';
import type { Stage } from './state-definition.ts';

/**
 * That it is told whose account is to be in which state: a state where no contract asks would help nobody.
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

interface Place {
  token: string;
  scenes: Scenes;
  ask: (request: Request) => Promise<Response>;
}

/** Does what a verifier asks of the account of a token; answers the values that the states give. */
export function createStateChanges({ accounts, ...machinery }: Machinery, { token, scenes, ask }: Place) {
  const { id } = accounts.of(token);
  const control = controlOne({ accounts, ...machinery }, () => accounts.byId(id));
  const stage: Stage = {
    account: control,
    async ask(method, path, body) {
      const response = await ask(
        new Request(`http://cloudglue.mock/v1${path}`, {
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

  return async ({
    state,
    states,
    params,
    action,
  }: AdminSchemas['StateChange']): Promise<Record<string, string>> => {
    if (action === 'teardown') {
      scenes.ends(id);
      return {};
    }
    await accounts.writable(id);
    if (scenes.begins(id)) control.reset();
    const values: Record<string, string> = {};
    try {
      for (const name of [...(state ? [state] : []), ...(states ?? [])]) {
        Object.assign(values, await setUpState(stage, name, params ?? {}));
      }
    } catch (error) {
      // The verifier sends no request then: what the states before it did must not meet the next interaction.
      scenes.ends(id);
      throw error;
    }
    await accounts.saved(id);
    return values;
  };
}
