// Errors: every error case as a card, grouped by status; one of them in full; and the rules that are armed.
import { useMemo } from 'preact/hooks';
import type { AdminSchemas } from '../../openapi/admin.ts';
import { call } from '../client/call.ts';
import { Empty, Loading, Problem } from '../parts/notice.tsx';
import { Pane } from '../parts/pane.tsx';
import { linkTo, route, setQuery } from '../route.ts';
import { useResource } from '../state/resource.ts';
import { ArmedRules } from './errors/armed-rules.tsx';
import { CaseDetail } from './errors/case-detail.tsx';
import { KnownFrom } from './errors/known-from.tsx';
import { reasonOf } from './errors/reasons.ts';

type ErrorCaseEntry = AdminSchemas['ErrorCaseEntry'];

/** The cases that a filter lets through, by status. */
function group(cases: readonly ErrorCaseEntry[], text: string): [status: number, cases: ErrorCaseEntry[]][] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<number, ErrorCaseEntry[]>();
  for (const one of cases) {
    const searched =
      `${one.status} ${one.name} ${one.cause} ${one.known_from} ${one.operations.join(' ')}`.toLowerCase();
    if (words.every((word) => searched.includes(word)))
      groups.set(one.status, [...(groups.get(one.status) ?? []), one]);
  }
  return [...groups].toSorted(([a], [b]) => a - b);
}

export function Errors() {
  const { name, query } = route.value;
  const { text = '' } = query;
  const listed = useResource('errors', (signal) => call('listErrors', { signal }));
  const cases = listed.value.value?.data;
  const groups = useMemo(() => group(cases ?? [], text), [cases, text]);
  const chosen = cases?.find((one) => one.name === name);
  const list = (
    <>
      <ArmedRules />
      <fieldset class="filters" aria-label="Filters">
        <label>
          Search the cases
          <input
            type="search"
            value={text}
            placeholder="429, gated, sync"
            onInput={({ currentTarget }) => setQuery({ text: currentTarget.value })}
          />
        </label>
      </fieldset>
      {listed.failure.value && <Problem>{listed.failure.value}</Problem>}
      {!cases && !listed.failure.value && <Loading />}
      {cases && groups.length === 0 && <Empty>No error case fits.</Empty>}
      {groups.map(([status, ofStatus]) => (
        <section key={status} aria-label={`${status} ${reasonOf(status)}`}>
          <h2 class="group">
            {status} <small>{reasonOf(status)}</small>
          </h2>
          <ul class="cards">
            {ofStatus.map((one) => (
              <li key={one.name}>
                <a
                  href={linkTo('errors', one.name, { text })}
                  aria-current={one.name === name ? 'true' : undefined}
                >
                  <strong>{one.name}</strong>
                  <span>{one.cause}</span>
                  <KnownFrom label={one.known_from} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
  const detail = !name ? null : chosen ? (
    <CaseDetail key={chosen.name} entry={chosen} />
  ) : (
    cases && <Empty>The mock has no error case with this name.</Empty>
  );
  return (
    <Pane
      list={list}
      detail={detail}
      label={chosen?.name ?? 'Error case'}
      back={linkTo('errors', '', { text })}
    />
  );
}
