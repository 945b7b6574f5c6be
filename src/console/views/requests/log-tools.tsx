// What can be done with the log: filter, pause, clear, export.
import { apiOperationIds } from '../../../openapi/operation-places.ts';
import { call } from '../../client/call.ts';
import { Action } from '../../parts/action.tsx';
import { countText } from '../../parts/count-text.ts';
import { saveFile } from '../../parts/save-file.ts';
import { linkTo, route, setQuery } from '../../route.ts';
import { tell } from '../../state/messages.ts';
import type { RequestLog } from '../../state/request-log.ts';

const STATUSES = [
  '2xx',
  '4xx',
  '5xx',
  '400',
  '401',
  '402',
  '403',
  '404',
  '409',
  '413',
  '415',
  '429',
  '500',
  '502',
  '503',
];
/** An archive of more would be too large for a page. */
const MOST_EXPORTED = 10_000;
/** Requests of an archive that are read at a time. */
const PART = 2_000;

/** The archive of what is shown, read backwards until all of it is there. */
async function exportHar(log: RequestLog, keyless: boolean): Promise<void> {
  const wanted = new Set(log.numbers().slice(-MOST_EXPORTED));
  const since = Math.min(...wanted) - 1;
  let until = Math.max(...wanted);
  let archive: object = {};
  let entries: { _number: number }[] = [];
  for (let isAll = false; !isAll; ) {
    const query = { keyless, since, until, limit: PART };
    const { entries: part, ...rest } = (await call('exportRequests', { query })).log as unknown as {
      entries: typeof entries;
    };
    archive = rest;
    entries = [...part.filter(({ _number }) => wanted.has(_number)), ...entries];
    isAll = part.length < PART || entries.length === wanted.size;
    until = (part[0]?._number ?? 0) - 1;
  }
  saveFile(
    'cloudglue-mock.har',
    JSON.stringify({ log: { ...archive, entries } }, null, 1),
    'application/json',
  );
  const { count } = log;
  if (count > entries.length) tell(`The archive has the last ${entries.length} of ${count} requests.`);
}

export function LogTools({ log, keyless }: { log: RequestLog; keyless: boolean }) {
  const { count, total } = log;
  return (
    <div class="buttons tools">
      <Action isSmall isPressed={log.isPaused.value} run={async () => log.setPaused(!log.isPaused.value)}>
        {log.isPaused.value ? `Go on (${log.waiting} new)` : 'Pause'}
      </Action>
      <Action isSmall run={() => exportHar(log, keyless)} isDisabled={count === 0}>
        Export as HAR
      </Action>
      <Action isSmall kind="danger" run={log.clear} isDisabled={total === 0}>
        Clear
      </Action>
      <a href={linkTo('requests', '', { ...route.value.query, keyless: keyless ? undefined : 'true' })}>
        {keyless ? 'Requests of the account' : 'Requests without a key'}
      </a>
      <p class="count" role="status">
        {count === total ? countText(total, 'request') : `${count} of ${countText(total, 'request')}`}
      </p>
    </div>
  );
}

interface SelectProps {
  label: string;
  name: string;
  options: readonly string[];
}

function Select({ label, name, options }: SelectProps) {
  const value = route.value.query[name] ?? '';
  const all = value && !options.includes(value) ? [value, ...options] : options;
  return (
    <label>
      {label}
      <select value={value} onChange={({ currentTarget }) => setQuery({ [name]: currentTarget.value })}>
        <option value="">any</option>
        {all.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </label>
  );
}

export function LogFilters({ log }: { log: RequestLog }) {
  return (
    <fieldset class="filters" aria-label="Filters">
      <label>
        Text
        <input
          type="search"
          value={route.value.query.text ?? ''}
          placeholder="path, URI, finding"
          onInput={({ currentTarget }) => setQuery({ text: currentTarget.value })}
        />
      </label>
      <Select label="Operation" name="operation" options={apiOperationIds} />
      <Select label="Status" name="status" options={STATUSES} />
      <Select label="Error case" name="error" options={log.errorCases} />
    </fieldset>
  );
}
