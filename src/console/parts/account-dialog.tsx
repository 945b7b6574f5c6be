// Chooses the account: one that the mock has seen, by its id, or that of any key.

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { AdminSchemas } from '../../openapi/admin.ts';
import { call } from '../client/call.ts';
import { explain } from '../client/failure.ts';
import { connection } from '../state/connection.ts';
import { refuseKey, session } from '../state/session.ts';
import { countText } from './count-text.ts';
import { Icon } from './icon.tsx';
import { Text } from './text.tsx';

type AccountEntry = AdminSchemas['AccountEntry'];

/** The key as it was entered in this tab, or else the beginning of the account's id. */
export const nameOf = ({ id }: Pick<AccountEntry, 'id'>): string =>
  session.names.value[id] ?? `account ${id.slice(0, 8)}…`;

function currentName(): string {
  const account = connection.account.value;
  if (account && !connection.isForgotten.value) return nameOf(account);
  const key = session.key.value;
  return key.startsWith('account:') ? `account ${key.slice(8, 16)}…` : key;
}

export function AccountButton() {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = useSignal(false);
  return (
    <>
      <button
        type="button"
        class="outline small account"
        aria-haspopup="dialog"
        onClick={() => {
          isOpen.value = true;
          dialog.current?.showModal();
        }}
      >
        <span class="unseen">Account: </span>
        <Text most={24}>{currentName()}</Text>
      </button>
      <dialog
        ref={dialog}
        aria-labelledby="account-title"
        onClose={() => {
          isOpen.value = false;
        }}
      >
        {isOpen.value && <AccountChoice close={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}

function AccountChoice({ close }: { close: () => void }) {
  const key = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const listed = useSignal<{ data: AccountEntry[]; total: number } | undefined>(undefined);
  const load = useRef<Promise<unknown>>(undefined);
  load.current ??= call('listAccounts').then(
    (answer) => {
      listed.value = answer;
    },
    (thrown) => {
      problem.value = explain(thrown);
    },
  );
  const choose = (chosen: string) => {
    session.key.value = chosen;
    close();
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    problem.value = refuseKey(key.value.trim());
    if (!problem.value) choose(key.value.trim());
  };
  const { data = [], total = 0 } = listed.value ?? {};
  return (
    <article>
      <header>
        <button type="button" class="plain close" aria-label="Close" onClick={close}>
          <Icon name="cross" />
        </button>
        <h2 id="account-title">Account</h2>
      </header>
      <form onSubmit={onSubmit}>
        <label>
          API key
          <input
            autocomplete="off"
            spellcheck={false}
            value={key}
            placeholder="cg-demo"
            aria-invalid={problem.value ? 'true' : undefined}
            aria-describedby="key-problem"
            onInput={({ currentTarget }) => {
              key.value = currentTarget.value;
            }}
          />
        </label>
        <button type="submit">Open the account of this key</button>
        <p id="key-problem" class="help" role="status">
          {problem.value ?? 'Every key has an account of its own; it is made at its first use.'}
        </p>
      </form>
      <h3>Seen so far</h3>
      <ul class="choices">
        {data.map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              class="outline"
              aria-current={entry.own ? 'true' : undefined}
              onClick={() => choose(session.names.value[entry.id] ?? entry.key)}
            >
              <span>
                {session.names.value[entry.id] && <Text most={60}>{session.names.value[entry.id]}</Text>}{' '}
                <code>{entry.id}</code>
              </span>
              <small>
                {entry.own && 'shown now · '}
                {countText(entry.files, 'file')}
              </small>
            </button>
          </li>
        ))}
      </ul>
      {total > data.length && <p class="help">{total - data.length} more were used longer ago.</p>}
    </article>
  );
}
