// What the header Prefer and an account's fault rules do to a request, before its handler and after it.
import type { Context } from 'hono';
import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { ApiError } from '../errors/api-error.ts';
import type { Drip } from '../faults/drip.ts';
import { applyRules, type FaultEffects } from '../faults/engine.ts';
import type { NetworkFaultDefinition } from '../faults/network/network-fault.ts';
import { networkFault } from '../faults/network/network-registry.ts';
import { type Preference, preferenceOf } from '../faults/prefer.ts';
import type { RequestFacts } from '../faults/request-facts.ts';
import { deleteFile } from '../files/files.ts';
import { delay, LAST_MOMENT } from '../time/clock.ts';
import type { AppEnv } from './context.ts';
import { factsOf, subjectOf } from './describe-request.ts';
import { addHeaders, TextResponse } from './text-response.ts';
import { runOnNewest } from './waiting.ts';

/** What is left for faults to do once there is a response. */
export interface ResponseFaults {
  preference: Preference | undefined;
  headers: Record<string, string>;
  network?: NetworkFaultDefinition | undefined;
  drip?: Drip | undefined;
}

const hasFaultRules = ({ store }: Account): boolean => store.sizeOf('faults') > 0;

/** Whether anything asks for a fault. */
export const mayHaveFaults = (c: Context<AppEnv>): boolean =>
  hasFaultRules(c.get('account')) || c.req.header('prefer') !== undefined;

/**
 * Waits as long as the rules say.
 * @returns what is left to be done; undefined if nothing is
 * @throws ApiError that the header or a rule asks for
 */
export async function applyRequestFaults(
  c: Context<AppEnv>,
  accounts: Accounts,
): Promise<ResponseFaults | undefined> {
  const prefer = c.req.header('prefer');
  const account = c.get('account');
  const hasRules = hasFaultRules(account);
  const preference =
    prefer === undefined ? undefined : preferenceOf(prefer, c.get('operation'), account.apiVersion);
  if (!preference?.error && !hasRules) return { preference, headers: {} };
  const facts = await factsOf(c);
  if (preference?.error) {
    c.set('isForced', true);
    const applied = { 'preference-applied': preference.applied };
    throw ApiError.forced(preference.error, subjectOf(c, facts)).with(applied);
  }
  const effects = await runOnNewest(c, accounts, () => applyRules(c.get('account'), facts));
  c.set('faults', effects.fired);
  // Ends early if the client leaves or the mock is closed.
  if (effects.delay > 0) await delay(effects.delay, c.req.raw.signal, c.env.closing);
  if (effects.deletesFile || effects.advance > 0) {
    await runOnNewest(c, accounts, () => changeAccount(c.get('account'), effects, facts));
    c.set('view', { ...c.get('view'), now: c.get('account').clock.now() });
  }
  if (effects.error) {
    c.set('isForced', true);
    const { name, headers } = effects.error;
    throw ApiError.forced(name, subjectOf(c, facts)).with({ ...effects.headers, ...headers });
  }
  const { headers, network, drip } = effects;
  return { preference, headers, drip, network: network && networkFault(network) };
}

/** Deletes the file that a request names, if the account has it, and moves the clock. */
function changeAccount(
  account: Account,
  { deletesFile, advance }: FaultEffects,
  { file }: RequestFacts,
): void {
  const id = deletesFile ? file() : undefined;
  if (id !== undefined && account.store.files.get(id)) deleteFile(account, id);
  if (advance > 0) account.clock.advance(Math.min(advance, LAST_MOMENT - account.clock.now()));
}

/** The response as the faults leave it. What is to happen to its connection goes into the bindings. */
export async function applyResponseFaults(
  c: Context<AppEnv>,
  response: Response,
  { preference, headers, network }: ResponseFaults,
): Promise<Response> {
  const isPreferred = preference?.status === response.status;
  const answer = addHeaders(response, {
    ...headers,
    ...(isPreferred && { 'preference-applied': preference.applied }),
  });
  if (network?.breakConnection) c.env.connectionBreak = network.breakConnection;
  if (!network?.changeResponse) return answer;
  const parts = { text: await answer.text(), headers: Object.fromEntries(answer.headers) };
  const changed = network.changeResponse(parts, { operation: c.get('operation') });
  return new TextResponse(changed.text, answer.status, changed.headers, changed.value);
}
