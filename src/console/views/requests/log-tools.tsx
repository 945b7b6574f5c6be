// What can be done with the log: filter, pause, clear, export.
import { apiOperationIds } from '../../../openapi/operation-places.ts';
import { call } from '../../client/call.ts';
import { Action } from '../../parts/action.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { linkTo, route, setQuery } from '../../route.ts';
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
const MOST_EXPORTED = 10_000;

/** The archive of what is shown. */
async function exportHar(log: RequestLog, keyless: boolean): Promise<void> {
  const har = await call('exportRequests', { query: { keyless, limit: MOST_EXPORTED } });
  const numbers = log.numbers();
  const archive = har.log as { entries?: { _number?: number }[] };
  const entries = archive.entries?.filter(({ _number }) => _number !== undefined && numbers.has(_number));
  saveFile(
    'cloudglue-mock.har',
    JSON.stringify({ log: { ...archive, entries } }, null, 1),
    'application/json',
  );
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
        {count === total ? `${total} requests` : `${count} of ${total} requests`}
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
