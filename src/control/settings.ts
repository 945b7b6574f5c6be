// The settings of an account, as a program reads and changes them.
import type { Account } from '../accounts.ts';
import type { AdminSchemas } from '../spec/admin.ts';

type Settings = AdminSchemas['Settings'];
type SettingsUpdate = AdminSchemas['SettingsUpdate'];

export function settingsBody({ settings }: Pick<Account, 'settings'>): Settings {
  const { lifecycle, speed, unknownUris, credits, maxUpload, webhookHosts = null } = settings;
  return {
    lifecycle,
    speed,
    unknown_uris: unknownUris,
    credits,
    max_upload: maxUpload,
    webhook_hosts: webhookHosts,
  };
}

/** Changes what is given; the rest stays as it is. */
export function updateSettings(account: Account, update: SettingsUpdate): Settings {
  const { speed, unknown_uris: unknownUris, credits, max_upload: maxUpload } = update;
  const given = Object.entries({ speed, unknownUris, credits, maxUpload }).filter(
    ([, value]) => value !== undefined,
  );
  account.store.settings = { ...account.store.settings, ...Object.fromEntries(given) };
  return settingsBody(account);
}
