// Sets up the provider states of a scenario in the client's account, as a verifier of contracts would.
import type { Mock } from '../../mock/mock.ts';
import { ADMIN_PATH } from '../../openapi/paths.ts';
import type { Scenario } from './scenario.ts';

/** Throws Error if the account cannot have a state. */
export async function setUpStates(
  { name, states = [] }: Scenario,
  mock: Mock,
  { key, adminToken }: { key: string; adminToken: string | undefined },
): Promise<void> {
  for (const { state, params } of states) {
    const response = await mock.fetch(`${ADMIN_PATH}/pact/setup?token=${encodeURIComponent(key)}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(adminToken !== undefined && { 'x-admin-token': adminToken }),
      },
      body: JSON.stringify({ state, params, action: 'setup' }),
    });
    if (response.ok) continue;
    const { detail } = (await response.json()) as { detail?: string };
    throw new Error(`the scenario ${name} cannot be set up: ${detail}`);
  }
}
