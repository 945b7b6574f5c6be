// The fault rules of the account, with how often each has fired.
import { call } from '../../client/call.ts';
import { Action } from '../../parts/action.tsx';
import { countText } from '../../parts/count-text.ts';
import { Problem } from '../../parts/notice.tsx';
import { Text } from '../../parts/text.tsx';
import { linkTo } from '../../route.ts';
import { useResource } from '../../state/resource.ts';

type Rule = Awaited<ReturnType<typeof call<'listFaults'>>>['data'][number]['rule'];

/** What a rule does, to what, and how often. */
function describe({ error, status, network, delay, rate_limit, drip, match, times }: Rule): string {
  const effects = [
    error ?? (status && `an error with the status ${status}`),
    network,
    rate_limit && `a rate limit of ${rate_limit.requests} in ${rate_limit.window}`,
    drip && 'a slow body',
    delay && 'a delay',
  ].filter(Boolean);
  const { operation, ...others } = match ?? {};
  const more = Object.entries(others).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  const place = [operation ?? 'every operation', ...more].join(', ');
  const often = times === undefined ? 'always' : times === 1 ? 'once' : countText(times, 'time');
  return `${effects.join(' and ')} at ${place}, ${often}`;
}

export function ArmedRules() {
  const rules = useResource('faults', (signal) => call('listFaults', { signal }));
  const armed = rules.value.value?.data ?? [];
  const change = async (operation: Promise<unknown>) => {
    await operation;
    rules.reload();
  };
  if (rules.failure.value) return <Problem>{rules.failure.value}</Problem>;
  if (armed.length === 0) return null;
  return (
    <section class="panel armed" aria-label="Armed rules">
      <h2>Armed for your client</h2>
      <ul>
        {armed.map(({ id, rule, fired }) => (
          <li key={id}>
            <span>
              {rule.error ? <a href={linkTo('errors', rule.error)}>{rule.error}</a> : null}{' '}
              <Text most={300}>
                {rule.error ? describe(rule).slice(rule.error.length).trim() : describe(rule)}
              </Text>
            </span>
            <strong class="fired">
              fired {countText(fired, 'time')}
              {rule.times !== undefined && fired >= rule.times && ', used up'}
            </strong>
            <Action
              isSmall
              label={`Remove the rule ${rule.error ?? id}`}
              run={() => change(call('removeFault', { params: { fault_id: id } }))}
            >
              Remove
            </Action>
          </li>
        ))}
      </ul>
      {armed.length > 1 && (
        <Action isSmall kind="danger" run={() => change(call('clearFaults'))}>
          Remove all rules
        </Action>
      )}
    </section>
  );
}
