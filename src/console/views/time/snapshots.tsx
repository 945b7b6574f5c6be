// Takes snapshots of the account, and steps back to them.
import { call } from '../../client/call.ts';
import { Action } from '../../parts/action.tsx';
import { countText } from '../../parts/count-text.ts';
import { isoParts } from '../../parts/moments.ts';
import { Empty } from '../../parts/notice.tsx';
import { sayTime } from '../../state/clock.ts';
import { refreshAll } from '../../state/connection.ts';
import { tell } from '../../state/messages.ts';
import { forgetSnapshot, restoreSnapshot, snapshots, takeSnapshot } from '../../state/snapshots.ts';

const nameOf = ({ nth }: { nth: number }) => `Snapshot ${nth}`;

async function reset(): Promise<void> {
  sayTime(await call('reset'));
  tell('The account is as it was at first.');
  refreshAll();
}

export function Snapshots() {
  const take = async () => tell(`${nameOf(await takeSnapshot())} is taken.`);
  return (
    <section class="panel" aria-label="Snapshots">
      <h2>Snapshots</h2>
      <p class="buttons">
        <Action kind="primary" isSmall run={take}>
          Take a snapshot
        </Action>
        <Action kind="danger" isSmall run={reset}>
          Reset the account
        </Action>
      </p>
      {snapshots.value.length === 0 && (
        <Empty>None yet. Take one before a demo: one click brings files, rules and clock back to it.</Empty>
      )}
      <ul class="snapshots">
        {snapshots.value.map((taken) => (
          <li key={taken.nth}>
            <span>
              <strong>{nameOf(taken)}</strong>{' '}
              <small>
                {isoParts(taken.now).time} UTC · {countText(taken.files, 'file')}
              </small>
            </span>
            <Action
              isSmall
              label={`Restore ${nameOf(taken)}`}
              run={async () => {
                await restoreSnapshot(taken);
                tell(`Back at ${nameOf(taken)}.`);
              }}
            >
              Restore
            </Action>
            <Action
              isSmall
              kind="outline"
              label={`Forget ${nameOf(taken)}`}
              run={async () => forgetSnapshot(taken.nth)}
            >
              Forget
            </Action>
          </li>
        ))}
      </ul>
    </section>
  );
}
