// Gets an error case for real, and shows the request and the answer.
import { useSignal } from '@preact/signals';
import type { AdminSchemas } from '../../../openapi/admin.ts';
import { type Exchange, playRequests } from '../../client/play-requests.ts';
import { type Code, codeOf } from '../../client/sdk-code.ts';
import { Action } from '../../parts/action.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { ExchangeView } from '../../parts/exchange.tsx';
import { refreshAll } from '../../state/connection.ts';
import { FIRST_KEY, session } from '../../state/session.ts';

type Command = AdminSchemas['ErrorCommand'];

const WAYS: Record<Command['way'], string> = {
  request: 'a request that is wrong',
  item: 'an item that behaves so',
  token: 'an API key that does so',
  prefer: 'the header Prefer',
  rule: 'a fault rule for one request',
};

/** The commands that this mock can play as it runs; of each way the first one. */
function playable(commands: readonly Command[]): Command[] {
  const seen = new Set<string>();
  return commands.filter(({ way, start }) => start === null && !seen.has(way) && seen.add(way));
}

/** A command as code. */
const codeFor = ({ requests }: Command): Code =>
  codeOf(
    location.origin,
    requests.map(({ key = session.key.value, ...request }) => ({ ...request, key })),
  );

export function Provoke({ entry }: { entry: AdminSchemas['ErrorCaseEntry'] }) {
  const commands = playable(entry.commands);
  const way = useSignal(commands[0]?.way ?? 'rule');
  const played = useSignal<Exchange[]>([]);
  const command = commands.find((one) => one.way === way.value) ?? commands[0];
  const restart = entry.commands.find(({ start }) => start !== null)?.start;
  if (!command) {
    return (
      <p>
        It takes a mock that was started with <code>{restart}</code>.
      </p>
    );
  }
  const provoke = async () => {
    played.value = await playRequests(command.requests);
    refreshAll();
  };
  const code = codeFor(command);
  const last = played.value.at(-1);
  return (
    <section aria-label="Provoke it">
      <div class="buttons">
        <label class="inline">
          <span class="unseen">How to get it</span>
          <select
            value={command.way}
            onChange={({ currentTarget }) => {
              way.value = currentTarget.value as Command['way'];
              played.value = [];
            }}
          >
            {commands.map((one) => (
              <option key={one.way} value={one.way}>
                by {WAYS[one.way]}
              </option>
            ))}
          </select>
        </label>
        <Action kind="primary" isSmall run={provoke}>
          Provoke
        </Action>
        <CopyButton
          label="Copy as curl"
          text={() => command.curl.replaceAll(`Bearer ${FIRST_KEY}`, `Bearer ${session.key.value}`)}
        />
        <CopyButton label={code.isSdk ? 'Copy as SDK code' : 'Copy as fetch code'} text={code.text} />
      </div>
      {last && (
        <>
          <p role="status">
            {last.answer.status === entry.status
              ? `It answered ${entry.status}, as the case says.`
              : `It answered ${last.answer.status} this time, not ${entry.status}: some errors come a few times only. Choose another way.`}
          </p>
          {played.value.length > 1 && (
            <p class="help">
              {played.value
                .slice(0, -1)
                .map(
                  ({ request, answer }) =>
                    `${request.method} ${request.path} came first, with ${answer.status}.`,
                )
                .join(' ')}
            </p>
          )}
          <ExchangeView
            method={last.request.method}
            path={last.request.path}
            request={last.request}
            answer={{ ...last.answer, body: last.answer.text }}
          />
        </>
      )}
    </section>
  );
}
