// What is planned for the account's files, the next first.
import { useComputed } from '@preact/signals';
import { call } from '../../client/call.ts';
import { inWords } from '../../parts/moments.ts';
import { Empty, Problem } from '../../parts/notice.tsx';
import { Status } from '../../parts/status.tsx';
import { Text } from '../../parts/text.tsx';
import { linkTo } from '../../route.ts';
import { clock } from '../../state/clock.ts';
import { connection } from '../../state/connection.ts';
import { useResource } from '../../state/resource.ts';

const MOST_SHOWN = 8;
/** To read the plans of more files than these each time would be slow. */
const MOST_READ = 5_000;

export function Coming() {
  const plans = useResource('plans', async (signal) =>
    (connection.account.peek()?.files ?? 0) > MOST_READ ? undefined : call('listFilePlans', { signal }),
  );
  const coming = useComputed(() => {
    const now = clock.now.value;
    const steps = (plans.value.value?.data ?? []).flatMap(({ id, uri, steps }) =>
      steps.flatMap(({ at, status }) => (at !== null && at > now ? [{ id, uri, at, status }] : [])),
    );
    return { total: steps.length, next: steps.toSorted((a, b) => a.at - b.at).slice(0, MOST_SHOWN) };
  });
  const { total, next } = coming.value;
  return (
    <section class="panel" aria-label="Coming next">
      <h2>Coming next</h2>
      {plans.failure.value && <Problem>{plans.failure.value}</Problem>}
      {total === 0 && <Empty>Nothing is planned: no file will change by itself.</Empty>}
      <ol class="coming">
        {next.map(({ id, uri, at, status }) => (
          <li key={`${id} ${at}`}>
            <span class="when">in {inWords(at - clock.now.value)}</span> <Status status={status} />{' '}
            <a href={linkTo('files', id)}>
              <Text most={60} isCode>
                {uri}
              </Text>
            </a>
          </li>
        ))}
      </ol>
      {total > next.length && <p class="help">{total - next.length} more after these.</p>}
    </section>
  );
}
