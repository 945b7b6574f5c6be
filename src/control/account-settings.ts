// The settings of an account, as a program reads and changes them.
import type { Account } from '../accounts/account.ts';
import { FieldsError } from '../errors/fields-error.ts';
import type { AdminSchemas } from '../openapi/admin.ts';

/** What an account shares with the whole mock, and the option that it was started with. */
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
    credits,
    max_upload: maxUpload,
    webhook_hosts: webhookHosts,
  };
}

/**
 * Changes what is given; the rest stays as it is.
 * @throws FieldsError for what cannot change while the mock runs; to give it as it is changes nothing
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
    credits,
    max_upload: maxUpload,
  } = update;
  const given = Object.entries({ apiVersion, speed, unknownUris, uploads, credits, maxUpload }).filter(
    ([, value]) => value !== undefined,
  );
  account.store.settings = { ...account.store.settings, ...Object.fromEntries(given) };
  return settingsBody(account);
}
