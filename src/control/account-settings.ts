// Reads and changes the settings of an account.
import type { Account } from '../accounts/account.ts';
import { FieldsError } from '../errors/fields-error.ts';
import type { AdminSchemas } from '../openapi/admin.ts';

/** Settings of the whole mock, which cannot be changed for one account; with the option that sets each. */
const FIXED = { lifecycle: '--lifecycle', webhook_hosts: '--webhook-hosts' } as const;

type Settings = AdminSchemas['Settings'];
type SettingsUpdate = AdminSchemas['SettingsUpdate'];

export function settingsBody({ settings }: Pick<Account, 'settings'>): Settings {
  const {
    apiVersion,
    lifecycle,
    speed,
    unknownUris,
    uploads,
    outcome,
    listings,
    credits,
    maxUpload,
    webhookHosts = null,
  } = settings;
  return {
    api_version: apiVersion,
    lifecycle,
    speed,
    unknown_uris: unknownUris,
    uploads,
    outcome,
    listings,
    credits,
    max_upload: maxUpload,
    webhook_hosts: webhookHosts,
  };
}

/**
 * Changes the given settings; the others stay unchanged.
 * @throws FieldsError if a setting would change that is fixed while the mock runs; its current value is accepted
 */
export function updateSettings(account: Account, update: SettingsUpdate): Settings {
  const current = settingsBody(account);
  const problems = (Object.keys(FIXED) as (keyof typeof FIXED)[])
    .filter((name) => update[name] !== undefined && update[name] !== current[name])
    .map((field) => ({
      field,
      detail: `cannot be changed while the mock runs: restart it with ${FIXED[field]}`,
    }));
  if (problems.length > 0) throw new FieldsError('the change cannot be made', problems);
  const {
    api_version: apiVersion,
    speed,
    unknown_uris: unknownUris,
    uploads,
    outcome,
    listings,
    credits,
    max_upload: maxUpload,
  } = update;
  const all = { apiVersion, speed, unknownUris, uploads, outcome, listings, credits, maxUpload };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  account.store.settings = { ...account.store.settings, ...Object.fromEntries(given) };
  return settingsBody(account);
}
