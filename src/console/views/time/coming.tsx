// What is planned for the account's files, the next first.
import { useMemo } from 'preact/hooks';
import type { AdminSchemas } from '../../../openapi/admin.ts';
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

/** Every step with a time, the earliest first. */
const planOf = (plans: readonly AdminSchemas['FilePlan'][]) =>
  plans
    .flatMap(({ id, uri, steps }) =>
      steps.flatMap(({ at, status }) => (at === null ? [] : [{ id, uri, at, status }])),
    )
    .toSorted((a, b) => a.at - b.at);

export function Coming() {
  const plans = useResource('plans', async (signal) =>
    (connection.account.peek()?.files ?? 0) > MOST_READ ? undefined : call('listFilePlans', { signal }),
  );
  const { value: now } = clock.now;
  const { value: listed } = plans.value;
  const planned = useMemo(() => planOf(listed?.data ?? []), [listed]);
  const coming = planned.filter(({ at }) => at > now);
  const [total, next] = [coming.length, coming.slice(0, MOST_SHOWN)];
  return (
    <section class="panel coming-panel" aria-label="Coming next">
      <h2>Coming next</h2>
      {plans.failure.value && <Problem>{plans.failure.value}</Problem>}
      {total === 0 && <Empty>Nothing is planned: no file will change by itself.</Empty>}
      <ol class="coming">
        {next.map(({ id, uri, at, status }) => (
          <li key={`${id} ${at}`}>
            <span class="when">in {inWords(at - now)}</span> <Status status={status} />{' '}
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
